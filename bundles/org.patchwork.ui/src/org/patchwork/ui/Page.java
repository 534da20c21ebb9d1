// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import java.util.Objects;

/**
 * The images shown at one time and how they were chosen. The arrays belong to the page and are not
 * changed.
 *
 * @param rows row numbers in the order of display, distinct
 * @param scores what each row was chosen for, or empty
 * @param source id of the sampler or of the view that chose them; recorded with each label given on
 *     the page
 * @param description one sentence for the user, for example "24 images by margin"
 */
public record Page(int[] rows, float[] scores, String source, String description) {
  private static final float[] NO_SCORES = {};

  /** Nothing chosen yet. */
  public static final Page EMPTY = new Page(new int[0], NO_SCORES, "", "");

  public Page {
    Objects.requireNonNull(source);
    Objects.requireNonNull(description);
    if (scores.length != 0 && scores.length != rows.length) {
      throw new IllegalArgumentException(rows.length + " rows but " + scores.length + " scores");
    }
  }

  /** A page without scores. */
  public static Page of(int[] rows, String source, String description) {
    return new Page(rows, NO_SCORES, source, description);
  }

  /** Number of images. */
  public int size() {
    return rows.length;
  }

  /** Place of a row on the page, or −1. */
  public int positionOf(int row) {
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] == row) {
        return i;
      }
    }
    return -1;
  }

  /** Score at a place of the page, NaN if there is none. */
  public float score(int position) {
    return scores.length == 0 ? Float.NaN : scores[position];
  }
}
