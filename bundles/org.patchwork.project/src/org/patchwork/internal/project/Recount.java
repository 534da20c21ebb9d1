// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import org.patchwork.core.Voice;
import org.patchwork.project.VotePolicy;

/**
 * Tells from logged changes what the last answer on each cell was. While the last answer counted,
 * the labels that changed say so themselves; while the majority counted, the answers do, and the
 * labels beside them only say how they were counted. Labels changed without an answer, as by a
 * merge of classes, are taken as they are.
 */
final class Recount {
  private final VoteReader.Replay replay;
  private VotePolicy policy = VotePolicy.LAST_WINS;
  private long batch;
  private boolean counted; // the labels of this event follow from counting

  Recount(VoteReader.Replay replay) {
    this.replay = replay;
  }

  /**
   * Takes the next change.
   *
   * @param ofBatch number of its event
   * @param editor whose event it is
   */
  void take(long ofBatch, Change change, Voice editor) {
    counted &= ofBatch == batch;
    batch = ofBatch;
    if (change instanceof Change.Policy changed) {
      policy = changed.after();
      counted = true;
    } else if (change instanceof Change.Votes votes && policy == VotePolicy.MAJORITY) {
      if (votes.voice().equals(editor)) {
        counted = true;
        replay.cells(votes.column(), votes.rows(), votes.after());
      }
    } else if (change instanceof Change.Cells cells && !counted) {
      replay.cells(cells.column(), cells.rows(), cells.after());
    }
  }
}
