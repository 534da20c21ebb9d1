// SPDX-License-Identifier: MIT
package org.patchwork.learn.conformance;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.patchwork.core.LabelTable;

/** Labels for tests: images belong to the classes in turn, each to one. */
public final class AlternatingClasses {
  private AlternatingClasses() {}

  /** Images without subsets, the first of which belongs to the first class. */
  public static LabelTable of(int images, String... classes) {
    List<String> paths = IntStream.range(0, images).mapToObj(i -> i + ".png").toList();
    return in(
        LabelTable.empty()
            .withClasses(List.of(classes))
            .withRows(paths, Collections.nCopies(images, "")));
  }

  /** The same labels in a table that has its rows and classes already. */
  public static LabelTable in(LabelTable table) {
    LabelTable labelled = table;
    int[] rows = IntStream.range(0, table.rows()).toArray();
    for (int c = 0; c < table.classes(); c++) {
      byte[] column = new byte[rows.length];
      for (int row : rows) {
        column[row] = row % table.classes() == c ? LabelTable.PRESENT : LabelTable.ABSENT;
      }
      labelled = labelled.withLabels(c, rows, column);
    }
    return labelled;
  }
}
