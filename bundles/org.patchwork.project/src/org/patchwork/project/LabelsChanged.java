// SPDX-License-Identifier: MIT
package org.patchwork.project;

import org.patchwork.core.LabelTable;

/**
 * Labels, flags or rows changed.
 *
 * @param kind whether it was done, undone or done again
 * @param source what made the person do it, as in {@link EditOrigin#source}; "undo" or "redo" for
 *     these
 * @param rows changed rows, ascending and distinct; meaningless if {@code all}
 * @param all true if rows came or went, or a class came or went with its labels
 * @param description what was done, in words
 * @param batch number of the event in the log
 * @param labels the table after the change, already durable
 */
public record LabelsChanged(
    Kind kind,
    String source,
    int[] rows,
    boolean all,
    String description,
    long batch,
    LabelTable labels) {
  /** How a change came about. */
  public enum Kind {
    EDIT,
    UNDO,
    REDO
  }

  /**
   * Whether somebody looked at the images and answered, so that the labels count for the pace:
   * labels of an import or a merge were given elsewhere.
   */
  public boolean answered() {
    return !source.equals(EditOrigin.IMPORT) && !source.equals(EditOrigin.MERGE);
  }
}
