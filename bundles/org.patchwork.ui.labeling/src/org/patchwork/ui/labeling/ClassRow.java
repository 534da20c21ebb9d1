// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.ArrayList;
import java.util.List;
import org.patchwork.model.LabelClass;

/**
 * A class as the Class Toggles show it: a copy of what the project says about it.
 *
 * @param style name, colour and key
 * @param group its exclusion group, or empty
 * @param parentId stable id of the class of which it is a kind, or empty
 * @param parentName name of that class, or empty
 * @param goal number of images in which it is to be found, 0 for no goal
 * @param examples rows of images that show what it means
 */
record ClassRow(
    ClassStyle style,
    String group,
    String parentId,
    String parentName,
    int goal,
    List<Integer> examples) {
  static List<ClassRow> of(List<LabelClass> classes) {
    List<ClassStyle> styles = ClassStyle.of(classes);
    List<ClassRow> rows = new ArrayList<>();
    for (int i = 0; i < styles.size(); i++) {
      LabelClass each = classes.get(i);
      String parentId = each.getParent() == null ? "" : each.getParent();
      String parentName =
          styles.stream()
              .filter(style -> style.id().equals(parentId))
              .map(ClassStyle::name)
              .findFirst()
              .orElse("");
      rows.add(
          new ClassRow(
              styles.get(i),
              each.getExclusionGroup() == null ? "" : each.getExclusionGroup(),
              parentName.isEmpty() ? "" : parentId,
              parentName,
              each.getGoal(),
              List.copyOf(each.getExamples())));
    }
    return List.copyOf(rows);
  }

  /** Parent and group in a few words, to stand beside the name; empty if there are none. */
  String relations() {
    String parent = parentName.isEmpty() ? "" : "a kind of " + parentName;
    String oneOf = group.isEmpty() ? "" : "one of " + group;
    return parent + (parent.isEmpty() || group.isEmpty() ? "" : ", ") + oneOf;
  }

  /** What there is to say about the class, line by line; empty if nothing. */
  String remarks() {
    StringBuilder text = new StringBuilder(style.description());
    line(text, parentName.isEmpty() ? "" : "A kind of " + parentName + ".");
    line(text, group.isEmpty() ? "" : "Excludes the others of the group " + group + ".");
    line(text, goal == 0 ? "" : "Wanted in " + goal + " images.");
    return text.toString();
  }

  private static void line(StringBuilder text, String line) {
    text.append(text.isEmpty() || line.isEmpty() ? "" : "\n").append(line);
  }
}
