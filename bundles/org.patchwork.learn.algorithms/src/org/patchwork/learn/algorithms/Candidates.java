// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.Arrays;
import org.patchwork.core.LabelTable;
import org.patchwork.learn.RowRanking;
import org.patchwork.learn.SampleRequest;
import org.patchwork.learn.Selection;

/**
 * Rows to choose from by a score that some of them may lack.
 *
 * @param rows ascending
 */
record Candidates(int[] rows) {

  /** The candidates of a request without a label for its class. */
  static Candidates unknown(SampleRequest request) {
    return keeping(request, LabelTable.UNKNOWN, LabelTable.UNKNOWN);
  }

  /** The candidates of a request that are not labelled as containing its class. */
  static Candidates notPresent(SampleRequest request) {
    return keeping(request, LabelTable.UNKNOWN, LabelTable.ABSENT);
  }

  private static Candidates keeping(SampleRequest request, byte value, byte other) {
    int[] all = request.candidates();
    int[] kept = new int[all.length];
    int count = 0;
    for (int row : all) {
      byte label = request.labels().label(row, request.classIndex());
      kept[count] = row;
      count += label == value || label == other ? 1 : 0;
    }
    return new Candidates(Arrays.copyOf(kept, count));
  }

  /**
   * The rows with the largest scores, those without one (NaN) left out; empty with a reason if none
   * has one.
   *
   * @param what what they are, behind "24 of 1287"
   */
  Selection best(float[] scores, int count, String what) {
    int scored = 0;
    for (float score : scores) {
      scored += Float.isNaN(score) ? 0 : 1;
    }
    if (scored == 0) {
      return Selection.empty(
          "None of the "
              + rows.length
              + " images has features, since they could not be read or were added lately; compute"
              + " features first.");
    }
    int[] places = RowRanking.largest(scores, Math.min(count, scored));
    int[] best = new int[places.length];
    float[] bestScores = new float[places.length];
    for (int i = 0; i < places.length; i++) {
      best[i] = rows[places[i]];
      bestScores[i] = scores[places[i]];
    }
    return new Selection(best, bestScores, best.length + " of " + scored + " " + what);
  }
}
