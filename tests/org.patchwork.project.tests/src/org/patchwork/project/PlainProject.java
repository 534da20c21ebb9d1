// SPDX-License-Identifier: MIT
package org.patchwork.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.patchwork.core.LabelTable;
import org.patchwork.model.LabelClass;

/** The simplest thing that a project could be: maps in memory, copied as a whole for undo. */
final class PlainProject {
  final List<String> paths = new ArrayList<>();
  final List<String> classIds = new ArrayList<>();
  final Map<String, String> names = new LinkedHashMap<>();

  /** What is not in the map is unknown or off; keys are class id or flag and row. */
  final Map<String, Integer> cells = new TreeMap<>();

  PlainProject copy() {
    PlainProject copy = new PlainProject();
    copy.paths.addAll(paths);
    copy.classIds.addAll(classIds);
    copy.names.putAll(names);
    copy.cells.putAll(cells);
    return copy;
  }

  void set(String column, int row, int value, int initial) {
    if (value == initial) {
      cells.remove(column + "/" + row);
    } else {
      cells.put(column + "/" + row, value);
    }
  }

  void addClass(String id, String name) {
    classIds.add(id);
    names.put(id, name);
  }

  void removeClass(String id) {
    classIds.remove(id);
    names.remove(id);
    cells.keySet().removeIf(key -> key.startsWith(id + "/"));
  }

  String text() {
    StringBuilder text = new StringBuilder().append(paths).append('\n');
    classIds.forEach(id -> text.append(id).append('=').append(names.get(id)).append(' '));
    return text.append('\n').append(cells).toString();
  }

  /** The same text of a real project. */
  static String text(ProjectSession session) {
    PlainProject plain = new PlainProject();
    LabelTable labels = session.labels();
    for (LabelClass c : session.classes()) {
      plain.addClass(c.getId(), c.getName());
    }
    for (int row = 0; row < labels.rows(); row++) {
      plain.paths.add(labels.path(row));
      plain.set("exclude", row, labels.excluded(row) ? 1 : 0, 0);
      plain.set("validation", row, labels.validation(row) ? 1 : 0, 0);
      for (int c = 0; c < labels.classes(); c++) {
        plain.set(labels.classIds().get(c), row, labels.label(row, c), LabelTable.UNKNOWN);
      }
    }
    return plain.text();
  }
}
