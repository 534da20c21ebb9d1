// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import java.util.List;
import org.patchwork.core.LabelTable;

/** Tables in which some of the labels are known. */
public final class RowLabels {
  private RowLabels() {}

  /**
   * A table with the labels of these rows only.
   *
   * @param classIds what the classes are called there, in the order of {@code truth}
   */
  public static LabelTable of(LabelTable truth, int[] rows, List<String> classIds) {
    LabelTable labels = truth.withClasses(List.of()).withClasses(classIds);
    byte[] values = new byte[rows.length];
    for (int c = 0; c < truth.classes(); c++) {
      truth.gather(c, rows, 0, rows.length, values);
      labels = labels.withLabels(c, rows, values);
    }
    return labels;
  }
}
