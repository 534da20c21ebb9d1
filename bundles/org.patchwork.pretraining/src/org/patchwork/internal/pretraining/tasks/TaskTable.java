// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining.tasks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.patchwork.core.LabelTable;
import org.patchwork.core.TrainingException;
import org.patchwork.internal.pretraining.text.CsvTable;
import org.patchwork.internal.pretraining.text.ImageRows;

/**
 * Tasks from a CSV file: a column {@code filepath}, and for each task a column of texts. An empty
 * cell is not known; the answers are the different texts, sorted.
 */
public final class TaskTable {
  private TaskTable() {}

  /**
   * Reads the tasks.
   *
   * @throws TrainingException if the file cannot be read, has no column {@code filepath}, names no
   *     image of the project, or a task has fewer than two answers; names file and column
   */
  public static List<LabelTask> read(Path file, LabelTable labels) throws TrainingException {
    CsvTable table = CsvTable.read(file);
    int paths = table.column(CsvTable.FILE_PATH);
    int[] rows = ImageRows.of(labels).find(table, paths);
    List<LabelTask> tasks = new ArrayList<>();
    for (int column = 0; column < table.header().size(); column++) {
      if (column != paths) {
        tasks.add(task(table, column, rows, labels.rows(), file));
      }
    }
    if (tasks.isEmpty()) {
      throw new TrainingException(
          file + " has no column beside " + CsvTable.FILE_PATH + "; add one for each task.");
    }
    return tasks;
  }

  private static LabelTask task(CsvTable table, int column, int[] rows, int count, Path file)
      throws TrainingException {
    TreeSet<String> values = new TreeSet<>();
    for (int i = 0; i < rows.length; i++) {
      String text = table.cell(i, column).strip();
      if (rows[i] >= 0 && !text.isEmpty()) {
        values.add(text);
      }
    }
    String name = table.header().get(column);
    if (values.size() < 2) {
      throw new TrainingException(
          "The task "
              + name
              + " in "
              + file
              + " has "
              + values.size()
              + " different answers, but needs two at least. Remove the column or add answers.");
    }
    Map<String, Integer> places = new java.util.HashMap<>();
    values.forEach(value -> places.put(value, places.size()));
    int[] answers = new int[count];
    Arrays.fill(answers, LabelTask.UNKNOWN);
    for (int i = 0; i < rows.length; i++) {
      String text = table.cell(i, column).strip();
      if (rows[i] >= 0 && !text.isEmpty()) {
        answers[rows[i]] = places.get(text);
      }
    }
    return new LabelTask(name, List.copyOf(values), answers);
  }
}
