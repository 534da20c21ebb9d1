// SPDX-License-Identifier: MIT
package org.patchwork.learn.split;

import org.patchwork.core.LabelTable;

/** What keeps rows on one side of a split. */
public enum Grouping {
  /** By subset if there are enough subsets to share out, else by image. */
  AUTO("as fits"),
  /** Rows of one subset stay together; a row without a subset stays with its image. */
  SUBSET("subset"),
  /** Windows of one image stay together. */
  IMAGE("image"),
  /** Every row stands alone. */
  NONE("nothing");

  /** With fewer subsets, shares of whole subsets would be too coarse. */
  private static final int FEWEST_SUBSETS = 10;

  private final String label;

  Grouping(String label) {
    this.label = label;
  }

  /** What it is called in a sentence: rows are kept together by … */
  public String label() {
    return label;
  }

  /** The kind of groups that is used for this table; never {@link #AUTO}. */
  public Grouping resolve(LabelTable labels) {
    if (this != AUTO) {
      return this;
    }
    return labels.subsets().size() >= FEWEST_SUBSETS ? SUBSET : IMAGE;
  }
}
