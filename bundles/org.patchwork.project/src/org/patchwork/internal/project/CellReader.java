// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import org.patchwork.core.LabelTable;

/** Reads one column of a state by its number. */
interface CellReader {
  byte get(int row);

  static CellReader of(ProjectState state, int column) {
    LabelTable labels = state.labels();
    if (column == Columns.EXCLUDED) {
      return row -> (byte) (labels.excluded(row) ? 1 : 0);
    } else if (column == Columns.VALIDATION) {
      return row -> (byte) (labels.validation(row) ? 1 : 0);
    }
    int index = state.position(state.classByNumber(column).id());
    return row -> labels.label(row, index);
  }
}
