// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import org.patchwork.learn.RowOrder;
import org.patchwork.learn.RowOrder.Key;

/** The orders in which all images can be looked through, as the list over the grid offers them. */
enum BrowseOrder {
  LISTED("as listed", Key.ROW, false),
  PATH("by path", Key.PATH, false),
  PROBABLE("most probable first", Key.PROBABILITY, true),
  IMPROBABLE("least probable first", Key.PROBABILITY, false),
  UNCERTAIN("most uncertain first", Key.ENTROPY, true),
  MARGIN("smallest margin first", Key.MARGIN, false);

  private final String phrase;
  private final Key key;
  private final boolean descending;

  BrowseOrder(String phrase, Key key, boolean descending) {
    this.phrase = phrase;
    this.key = key;
    this.descending = descending;
  }

  /** The order in words. */
  String phrase() {
    return phrase;
  }

  /** True if the order is another one for another class in focus, or for other predictions. */
  boolean usesPredictions() {
    return key != Key.ROW && key != Key.PATH;
  }

  /** True if it makes sense for one class only. */
  boolean needsClass() {
    return key == Key.PROBABILITY;
  }

  /**
   * The order as it is computed.
   *
   * @param classId the class in focus, or null
   * @throws IllegalArgumentException if there is no class and it {@link #needsClass}
   */
  RowOrder of(String classId) {
    return new RowOrder(key, usesPredictions() ? classId : null, descending);
  }
}
