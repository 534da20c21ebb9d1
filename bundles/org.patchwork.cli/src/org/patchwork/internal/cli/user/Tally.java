// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.user;

import org.patchwork.core.LabelTable;

/**
 * What was answered, and how much of it is right. An image is answered when every class of it is
 * known; a cell is one class of one image. Images that are held out do not count.
 *
 * @param images images answered
 * @param correctImages those of them with every class right
 * @param cells cells answered
 * @param correctCells those of them that are right
 */
record Tally(int images, int correctImages, int cells, int correctCells) {

  /** Counts everything. */
  static Tally of(LabelTable labels, LabelTable truth) {
    int images = 0;
    int correctImages = 0;
    int cells = 0;
    int correctCells = 0;
    for (int row = 0; row < labels.rows(); row++) {
      if (labels.validation(row) || labels.status(row) == LabelTable.Status.UNLABELED) {
        continue;
      }
      int known = known(labels, row);
      int right = right(labels, truth, row);
      cells += known;
      correctCells += right;
      images += known == labels.classes() ? 1 : 0;
      correctImages += right == labels.classes() ? 1 : 0;
    }
    return new Tally(images, correctImages, cells, correctCells);
  }

  private static int known(LabelTable labels, int row) {
    int known = 0;
    for (int c = 0; c < labels.classes(); c++) {
      known += labels.label(row, c) == LabelTable.UNKNOWN ? 0 : 1;
    }
    return known;
  }

  private static int right(LabelTable labels, LabelTable truth, int row) {
    int right = 0;
    for (int c = 0; c < labels.classes(); c++) {
      byte label = labels.label(row, c);
      right += label != LabelTable.UNKNOWN && label == truth.label(row, c) ? 1 : 0;
    }
    return right;
  }

  /** What was answered since an earlier count. */
  Tally since(Tally earlier) {
    return new Tally(
        images - earlier.images,
        correctImages - earlier.correctImages,
        cells - earlier.cells,
        correctCells - earlier.correctCells);
  }

  /** A label is an answered image where classes exclude each other, else an answered cell. */
  int labels(boolean exclusive) {
    return exclusive ? images : cells;
  }

  /** Labels that are right. */
  int correct(boolean exclusive) {
    return exclusive ? correctImages : correctCells;
  }
}
