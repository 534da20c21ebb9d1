// SPDX-License-Identifier: MIT
package org.patchwork.project.labeling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.patchwork.core.LabelTable;
import org.patchwork.project.Edit;

/** Turns answers into one edit; images that change alike share a part of it. */
final class AnswersEdit {
  private final Answers answers;
  private final LabelTable labels;
  private final boolean exclusive;
  private final Map<Map<String, Byte>, List<Integer>> byValues = new LinkedHashMap<>();
  private final List<Integer> exclude = new ArrayList<>();
  private final List<Integer> takeBack = new ArrayList<>();

  AnswersEdit(Answers answers, LabelTable labels, boolean exclusive) {
    this.answers = answers;
    this.labels = labels;
    this.exclusive = exclusive;
  }

  Edit edit(String name) {
    for (int i = 0; i < answers.size(); i++) {
      add(answers.rows()[i], answers.answers().get(i));
    }
    List<Edit> edits = new ArrayList<>();
    byValues.forEach((values, rows) -> edits.add(new Edit.SetLabels(array(rows), values)));
    if (!exclude.isEmpty()) {
      edits.add(new Edit.SetExcluded(array(exclude), true));
    }
    if (!takeBack.isEmpty()) {
      edits.add(new Edit.SetExcluded(array(takeBack), false));
    }
    return new Edit.Composite(name, edits);
  }

  private void add(int row, Answer answer) {
    boolean excluded = labels.excluded(row);
    if (answer.kind() == Answer.Kind.EXCLUDE && !excluded) {
      exclude.add(row);
    } else if (answer.kind() != Answer.Kind.EXCLUDE && excluded) {
      takeBack.add(row);
    }
    Map<String, Byte> values = values(row, answer);
    if (!values.isEmpty()) {
      byValues.computeIfAbsent(values, key -> new ArrayList<>()).add(row);
    }
  }

  private Map<String, Byte> values(int row, Answer answer) {
    return switch (answer.kind()) {
      case PRESENT -> present(answers.classId(), false);
      case OTHER -> present(answer.classId(), true);
      case ABSENT -> withdrawn(row, LabelTable.ABSENT);
      case EXCLUDE, OPEN ->
          labels.label(row, labels.classIndex(answers.classId())) == LabelTable.UNKNOWN
              ? Map.of()
              : withdrawn(row, LabelTable.UNKNOWN);
    };
  }

  private Map<String, Byte> present(String classId, boolean instead) {
    Map<String, Byte> values = new LinkedHashMap<>();
    if (exclusive) {
      labels.classIds().forEach(id -> values.put(id, LabelTable.ABSENT));
    } else if (instead) {
      values.put(answers.classId(), LabelTable.ABSENT);
    }
    values.put(classId, LabelTable.PRESENT);
    return values;
  }

  /**
   * Where classes exclude each other, an earlier "present" had answered all of them; without it
   * they are unknown again.
   */
  private Map<String, Byte> withdrawn(int row, byte value) {
    Map<String, Byte> values = new LinkedHashMap<>();
    if (exclusive && Answers.presentClass(labels, row) >= 0) {
      labels.classIds().forEach(id -> values.put(id, LabelTable.UNKNOWN));
    }
    values.put(answers.classId(), value);
    return values;
  }

  private static int[] array(List<Integer> rows) {
    return rows.stream().mapToInt(Integer::intValue).toArray();
  }
}
