// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining.text;

import java.util.HashMap;
import java.util.Map;
import org.patchwork.core.LabelTable;
import org.patchwork.core.TrainingException;

/**
 * Finds images of a project by their paths.
 *
 * @param byPath rows by path
 */
public record ImageRows(Map<String, Integer> byPath) {

  /** The images of a table. */
  public static ImageRows of(LabelTable labels) {
    Map<String, Integer> byPath = new HashMap<>();
    for (int row = 0; row < labels.rows(); row++) {
      byPath.put(labels.path(row), row);
    }
    return new ImageRows(byPath);
  }

  /**
   * The rows of the images that a column names, −1 for those that are not in the project.
   *
   * @throws TrainingException if none is; shows a path of either
   */
  public int[] find(CsvTable table, int column) throws TrainingException {
    int[] rows = new int[table.rows().size()];
    boolean found = false;
    for (int i = 0; i < rows.length; i++) {
      rows[i] = byPath.getOrDefault(table.cell(i, column), -1);
      found |= rows[i] >= 0;
    }
    if (!found) {
      throw new TrainingException(
          table.file()
              + " names no image of the project"
              + (rows.length == 0 ? "" : ": \"" + table.cell(0, column) + "\" is not among them")
              + byPath.keySet().stream().findFirst().map(p -> ", but \"" + p + "\" is").orElse("")
              + ". Write paths as the export of labels does.");
    }
    return rows;
  }
}
