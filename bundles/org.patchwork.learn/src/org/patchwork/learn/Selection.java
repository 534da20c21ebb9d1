// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The answer of a sampler.
 *
 * @param rows distinct rows, best first
 * @param scores what each was chosen for, in the sampler's own unit, NaN where a row has none; as
 *     long as {@code rows}, or empty if it has none
 * @param why the reason of each row, or {@link PickReasons#NONE}
 * @param reason one sentence for the status line: what was done, or why there is nothing
 */
public record Selection(int[] rows, float[] scores, PickReasons why, String reason) {
  private static final float[] NO_SCORES = {};

  public Selection {
    if (scores.length != 0 && scores.length != rows.length) {
      throw new IllegalArgumentException(rows.length + " rows but " + scores.length + " scores");
    }
    if (why.size() != 0 && why.size() != rows.length) {
      throw new IllegalArgumentException(rows.length + " rows but " + why.size() + " reasons");
    }
  }

  /** A selection that says nothing of single rows but their scores. */
  public Selection(int[] rows, float[] scores, String reason) {
    this(rows, scores, PickReasons.NONE, reason);
  }

  /** Nothing to choose, and why. */
  public static Selection empty(String reason) {
    return new Selection(new int[0], NO_SCORES, reason);
  }

  /** Rows without scores. */
  public static Selection of(int[] rows, String reason) {
    return new Selection(rows, NO_SCORES, reason);
  }

  /** The same rows with a reason for each. */
  public Selection because(PickReasons reasons) {
    return new Selection(rows, scores, reasons, reason);
  }

  /** The same rows for the same reasons, told in another sentence. */
  public Selection told(String sentence) {
    return new Selection(rows, scores, why, sentence);
  }

  /** Those of some rows that were not chosen, in their order. */
  public int[] others(int[] of) {
    BitSet chosen = new BitSet();
    Arrays.stream(rows).forEach(chosen::set);
    return Arrays.stream(of).filter(row -> !chosen.get(row)).toArray();
  }

  /** True if nothing was chosen. */
  public boolean isEmpty() {
    return rows.length == 0;
  }

  /** Score of the row at this place, NaN if it has none. */
  public float score(int place) {
    return scores.length == 0 ? Float.NaN : scores[place];
  }

  /**
   * These rows and then others, which must be different ones.
   *
   * @param sentence what was done altogether
   */
  public Selection followedBy(Selection others, String sentence) {
    int[] all = Arrays.copyOf(rows, rows.length + others.rows.length);
    System.arraycopy(others.rows, 0, all, rows.length, others.rows.length);
    float[] ofAll = NO_SCORES;
    if (scores.length + others.scores.length > 0) {
      ofAll = new float[all.length];
      for (int i = 0; i < all.length; i++) {
        ofAll[i] = i < rows.length ? score(i) : others.score(i - rows.length);
      }
    }
    return new Selection(all, ofAll, reasons().followedBy(others.reasons()), sentence);
  }

  /** The reasons, with an empty phrase for rows that have none. */
  private PickReasons reasons() {
    return why.size() == rows.length ? why : PickReasons.same("", -1, rows.length);
  }
}
