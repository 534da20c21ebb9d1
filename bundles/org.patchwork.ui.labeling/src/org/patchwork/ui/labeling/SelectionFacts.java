// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.patchwork.core.LabelTable;
import org.patchwork.ui.Page;
import org.patchwork.ui.PageSelection;

/**
 * What the selected images have.
 *
 * @param labels the table it was counted in
 * @param rows the selected images, in page order
 * @param states per id of a class, how many have it
 * @param excluded whether they are excluded; null without images
 * @param validation whether they are held out; null without images
 */
record SelectionFacts(
    LabelTable labels,
    int[] rows,
    Map<String, SelectionState> states,
    SelectionState.Flag excluded,
    SelectionState.Flag validation) {

  /** Counts; O(selected images × classes). Rows that an undo has just taken away are left out. */
  static SelectionFacts of(LabelTable labels, Page page, PageSelection selection) {
    int[] rows =
        Arrays.stream(selection.positions())
            .map(position -> page.rows()[position])
            .filter(row -> row < labels.rows())
            .toArray();
    Map<String, SelectionState> states = new HashMap<>();
    for (int c = 0; c < labels.classes(); c++) {
      states.put(labels.classIds().get(c), SelectionState.of(labels, c, rows));
    }
    boolean none = rows.length == 0;
    return new SelectionFacts(
        labels,
        rows,
        states,
        none ? null : SelectionState.flag(rows, labels::excluded),
        none ? null : SelectionState.flag(rows, labels::validation));
  }
}
