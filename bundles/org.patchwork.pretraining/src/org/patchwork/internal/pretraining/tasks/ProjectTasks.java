// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining.tasks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.patchwork.core.LabelTable;
import org.patchwork.learn.encoder.ClassNames;

/**
 * The tasks that the classes of a project make: each group of classes that exclude each other is
 * one, each class of no group another.
 */
public final class ProjectTasks {
  /** The answer that no class of a group is present. */
  static final String NONE = "none";

  private ProjectTasks() {}

  /**
   * A task with the classes behind it.
   *
   * @param task the task
   * @param columns columns of the classes; of a single class one, whose values are absent and
   *     present
   */
  public record ClassTask(LabelTask task, int[] columns) {}

  /** The tasks of a project that have at least two different answers. */
  public static List<ClassTask> of(LabelTable labels, ClassNames classes) {
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    for (int c = 0; c < labels.classes(); c++) {
      String group = classes.group(c);
      String key = group.isEmpty() ? "class " + c : "group " + group;
      groups.computeIfAbsent(key, name -> new ArrayList<>()).add(c);
    }
    List<ClassTask> tasks = new ArrayList<>();
    for (List<Integer> columns : groups.values()) {
      int[] array = columns.stream().mapToInt(Integer::intValue).toArray();
      LabelTask task =
          array.length == 1
              ? single(labels, classes, array[0])
              : group(labels, classes, array, classes.group(array[0]));
      if (Arrays.stream(task.answers()).filter(a -> a >= 0).distinct().count() > 1) {
        tasks.add(new ClassTask(task, array));
      }
    }
    return tasks;
  }

  private static LabelTask single(LabelTable labels, ClassNames classes, int column) {
    int[] answers = new int[labels.rows()];
    for (int row = 0; row < answers.length; row++) {
      answers[row] = labels.label(row, column);
    }
    return new LabelTask(classes.name(column), List.of("absent", "present"), answers);
  }

  /** With a further answer for images that are known to have none of the classes, if there are. */
  private static LabelTask group(
      LabelTable labels, ClassNames classes, int[] columns, String name) {
    int[] answers = new int[labels.rows()];
    boolean none = false;
    for (int row = 0; row < answers.length; row++) {
      answers[row] = answer(labels, row, columns);
      none |= answers[row] == columns.length;
    }
    List<String> values = new ArrayList<>();
    for (int column : columns) {
      values.add(classes.name(column));
    }
    if (none) {
      values.add(NONE);
    }
    return new LabelTask(name, values, answers);
  }

  private static int answer(LabelTable labels, int row, int[] columns) {
    int present = LabelTask.UNKNOWN;
    int absent = 0;
    for (int i = 0; i < columns.length; i++) {
      byte label = labels.label(row, columns[i]);
      absent += label == LabelTable.ABSENT ? 1 : 0;
      if (label == LabelTable.PRESENT) {
        if (present >= 0) {
          return LabelTask.UNKNOWN; // a contradiction teaches nothing
        }
        present = i;
      }
    }
    return present < 0 && absent == columns.length ? columns.length : present;
  }
}
