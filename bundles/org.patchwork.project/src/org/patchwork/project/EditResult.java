// SPDX-License-Identifier: MIT
package org.patchwork.project;

import java.util.List;

/**
 * What an edit, undo or redo did. When one is handed out, the change is durable on disk and visible
 * in {@link ProjectSession#labels()}.
 *
 * @param batch number of the event in the log, ascending over the life of the project; 0 if nothing
 *     had to change
 * @param description what was done, as Edit &gt; Undo shows it
 * @param rows rows whose labels or flags changed, ascending and distinct; rows that were added are
 *     not listed
 * @param addedRows number of rows added at the end of the table; negative if an undo took them away
 * @param addedClassIds stable ids of classes that were added, in order
 */
public record EditResult(
    long batch, String description, int[] rows, int addedRows, List<String> addedClassIds) {
  /** The result of an edit that asked for what was there already. */
  public static EditResult unchanged(String description) {
    return new EditResult(0, description, new int[0], 0, List.of());
  }

  /** False if everything was already as the edit wanted it, so that nothing was recorded. */
  public boolean changed() {
    return batch != 0;
  }
}
