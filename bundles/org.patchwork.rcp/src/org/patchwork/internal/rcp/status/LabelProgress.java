// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.status;

import java.util.Arrays;
import org.patchwork.core.LabelTable;

/**
 * Counts the images that have at least one label, or are excluded, over successive snapshots of a
 * label table. After the first count an update costs O(changed rows). Not thread-safe: the owner
 * calls it from one thread at a time.
 */
final class LabelProgress {
  private boolean[] done = {};
  private int labelled;

  /** Counts all rows anew, for another project or after a change of classes or rows. */
  void reset(LabelTable table) {
    done = new boolean[table.rows()];
    labelled = 0;
    for (int row = 0; row < done.length; row++) {
      count(table, row);
    }
  }

  /**
   * Counts the given rows anew.
   *
   * @return how many images became labelled by this change, net; negative where labels were taken
   *     back
   */
  int update(LabelTable table, int[] rows) {
    int before = labelled;
    if (table.rows() != done.length) {
      done = Arrays.copyOf(done, table.rows());
    }
    for (int row : rows) {
      count(table, row);
    }
    return labelled - before;
  }

  /** Images with at least one label or excluded: the ones somebody has looked at. */
  int labelled() {
    return labelled;
  }

  int images() {
    return done.length;
  }

  private void count(LabelTable table, int row) {
    boolean now = table.excluded(row) || table.status(row) != LabelTable.Status.UNLABELED;
    if (now != done[row]) {
      done[row] = now;
      labelled += now ? 1 : -1;
    }
  }
}
