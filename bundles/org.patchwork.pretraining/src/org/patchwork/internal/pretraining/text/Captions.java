// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.patchwork.core.LabelTable;
import org.patchwork.core.TrainingException;

/**
 * Captions of images, one or several of each.
 *
 * @param byRow captions by row, ascending; every list has one at least
 */
public record Captions(Map<Integer, List<String>> byRow) {

  /**
   * Reads a CSV file with a column {@code filepath}; empty captions and images that the project
   * does not have are passed over.
   *
   * @param column name of the column of captions
   * @throws TrainingException if the file cannot be read or there is no caption; names the file
   */
  public static Captions read(Path file, String column, LabelTable labels)
      throws TrainingException {
    CsvTable table = CsvTable.read(file);
    int texts = table.column(column);
    int[] rows = ImageRows.of(labels).find(table, table.column(CsvTable.FILE_PATH));
    Map<Integer, List<String>> byRow = new TreeMap<>();
    for (int i = 0; i < rows.length; i++) {
      String text = table.cell(i, texts).strip();
      if (rows[i] >= 0 && !text.isEmpty()) {
        byRow.computeIfAbsent(rows[i], row -> new ArrayList<>()).add(text);
      }
    }
    if (byRow.isEmpty()) {
      throw new TrainingException(
          "The column " + column + " of " + file + " is empty for all images of the project.");
    }
    return new Captions(byRow);
  }

  /** A caption of an image by lot. */
  public String any(int row, long seed) {
    List<String> captions = byRow.get(row);
    return captions.get((int) Long.remainderUnsigned(seed, captions.size()));
  }

  /** The first caption of an image. */
  public String first(int row) {
    return byRow.get(row).get(0);
  }

  /** Captions of some images. */
  public List<String> of(int[] rows) {
    List<String> all = new ArrayList<>();
    for (int row : rows) {
      all.addAll(byRow.get(row));
    }
    return all;
  }
}
