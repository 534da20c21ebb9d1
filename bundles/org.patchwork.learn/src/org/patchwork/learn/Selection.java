// SPDX-License-Identifier: MIT
package org.patchwork.learn;

/**
 * The answer of a sampler.
 *
 * @param rows distinct rows, best first
 * @param scores what each was chosen for, in the sampler's own unit; as long as {@code rows}, or
 *     empty if it has none
 * @param reason one sentence for the status line: what was done, or why there is nothing
 */
public record Selection(int[] rows, float[] scores, String reason) {
  private static final float[] NO_SCORES = {};

  public Selection {
    if (scores.length != 0 && scores.length != rows.length) {
      throw new IllegalArgumentException(rows.length + " rows but " + scores.length + " scores");
    }
  }

  /** Nothing to choose, and why. */
  public static Selection empty(String reason) {
    return new Selection(new int[0], NO_SCORES, reason);
  }

  /** Rows without scores. */
  public static Selection of(int[] rows, String reason) {
    return new Selection(rows, NO_SCORES, reason);
  }
}
