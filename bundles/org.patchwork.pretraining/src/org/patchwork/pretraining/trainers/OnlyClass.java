// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import org.patchwork.core.LabelTable;

/** Labels as one class each. */
final class OnlyClass {
  private OnlyClass() {}

  /** The class of an image in which exactly one is present, −1 for others. */
  static int of(LabelTable labels, int row) {
    int only = -1;
    if (row < labels.rows()) {
      for (int c = 0; c < labels.classes(); c++) {
        if (labels.label(row, c) == LabelTable.PRESENT) {
          if (only >= 0) {
            return -1;
          }
          only = c;
        }
      }
    }
    return only;
  }
}
