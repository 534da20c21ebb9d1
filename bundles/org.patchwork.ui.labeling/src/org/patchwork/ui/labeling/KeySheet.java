// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the keys of the grid do at the moment.
 *
 * @param sections in the order in which they are shown
 */
record KeySheet(List<Section> sections) {
  /** Keys that belong together. */
  record Section(String title, List<Line> lines) {}

  /**
   * What one or several keys do.
   *
   * @param keys as they are written on the keyboard
   * @param meaning a few words
   */
  record Line(String keys, String meaning) {}

  /**
   * Where the keys come from.
   *
   * @param bound the bindings as they are now
   * @param names what each command is called, by its id, in the order in which they were declared
   */
  record Source(BoundKeys bound, Map<String, String> names) {}

  private static final int MOST_CLASSES = 16;

  /** The keys that every list has; they are no commands and cannot be changed. */
  private static final List<Line> MOVING =
      List.of(
          new Line("Arrows", "to the image beside"),
          new Line("Page Up, Page Down", "a screen back or on"),
          new Line("Home, End", "first, last image"),
          new Line("Shift + these", "extend the selection"),
          new Line("Ctrl + wheel", "zoom"),
          new Line("Drag", "select by a box"),
          new Line("Drag selected", "onto a class: present; with Shift: absent"));

  private static final Map<String, List<String>> COMMANDS = commands();

  private static Map<String, List<String>> commands() {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    sections.put(
        "Label",
        ids(
            "allAbsent",
            "restAbsent",
            "restAbsentAll",
            "setImplied",
            "forget",
            "exclude",
            "validation",
            "copyToPage",
            "org.eclipse.ui.edit.undo",
            "org.eclipse.ui.edit.redo"));
    sections.put("Class in focus", ids("cycle", "nextClass", "previousClass", "findClass"));
    sections.put("Classes", ids("editClass", "moveClassUp", "moveClassDown", "useAsExamples"));
    sections.put(
        "Pages",
        ids(
            "sample",
            "addCondition",
            "savedFilters",
            "order",
            "nextPage",
            "previousPage",
            "browse",
            "goToImage",
            "org.eclipse.ui.edit.selectAll"));
    sections.put("Look", ids("openImage", "back", "zoomIn", "zoomOut", "fit", "keys"));
    return sections;
  }

  private static List<String> ids(String... names) {
    List<String> ids = new ArrayList<>();
    for (String name : names) {
      ids.add(name.contains(".") ? name : "org.patchwork.commands." + name);
    }
    return ids;
  }

  /** The sheet for these classes. */
  static KeySheet of(Source source, List<ClassStyle> classes) {
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("Classes", classLines(source, classes)));
    Map<String, String> others = new LinkedHashMap<>(source.names());
    others.remove(LabelCommand.PRESENT.id());
    others.remove(LabelCommand.ABSENT.id());
    COMMANDS.forEach(
        (title, ids) -> {
          sections.add(new Section(title, lines(source, ids)));
          others.keySet().removeAll(ids);
        });
    sections.add(2, new Section("Move", MOVING));
    sections.add(new Section("More", lines(source, List.copyOf(others.keySet()))));
    sections.removeIf(section -> section.lines().isEmpty());
    return new KeySheet(List.copyOf(sections));
  }

  /** The sheet of quick tag and question mode. */
  static KeySheet ofMode(Source source) {
    List<Line> answers =
        new ArrayList<>(List.of(new Line("1 to 9, letters", "the tile, the class")));
    List<String> ids = new ArrayList<>();
    for (ModeCommand command : ModeCommand.values()) {
      ids.add(command.id());
    }
    answers.addAll(lines(source, ids));
    List<Line> mouse =
        List.of(
            new Line("Click", "the next answer"),
            new Line("Shift + click", "question: the last yes"),
            new Line("Drag", "select by a box"));
    List<Line> steps =
        lines(source, List.of("org.eclipse.ui.edit.undo", "org.eclipse.ui.edit.redo"));
    return new KeySheet(
        List.of(
            new Section("Answer", List.copyOf(answers)),
            new Section("Mouse", mouse),
            new Section("Steps", steps)));
  }

  private static List<Line> classLines(Source source, List<ClassStyle> classes) {
    List<Line> lines = new ArrayList<>();
    for (ClassStyle each : classes.subList(0, Math.min(MOST_CLASSES, classes.size()))) {
      if (each.key() != 0) {
        String key = String.valueOf(each.key());
        String keys = source.bound().of(LabelCommand.PRESENT.id(), LabelCommand.KEY, key);
        lines.add(new Line(keys, each.name()));
      }
    }
    lines.removeIf(line -> line.keys().isEmpty());
    if (!lines.isEmpty()) {
      lines.add(new Line("Shift + these", "the class is absent"));
    }
    return lines;
  }

  private static List<Line> lines(Source source, List<String> ids) {
    List<Line> lines = new ArrayList<>();
    for (String id : ids) {
      String keys = source.bound().of(id);
      if (!keys.isEmpty() && source.names().containsKey(id)) {
        lines.add(new Line(keys, source.names().get(id)));
      }
    }
    return lines;
  }
}
