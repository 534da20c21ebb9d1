// SPDX-License-Identifier: MIT
package org.patchwork.training;

import java.util.List;
import java.util.Set;
import org.patchwork.learn.Evaluation;

/**
 * How good the model was after some labels.
 *
 * @param sampler sampler as it was asked for
 * @param seed repetition
 * @param labels number of images labelled so far
 * @param evaluation on the test part
 * @param positives number of images found so far that contain each class, in the order of the
 *     labels; empty where it is not counted
 * @param rows rows whose labels were learnt from, ascending; empty where they are not kept
 */
public record CurvePoint(
    String sampler,
    long seed,
    int labels,
    Evaluation evaluation,
    List<Integer> positives,
    List<Integer> rows) {
  public CurvePoint {
    positives = List.copyOf(positives);
    rows = List.copyOf(rows);
  }

  /** A point that keeps no rows. */
  public CurvePoint(
      String sampler, long seed, int labels, Evaluation evaluation, List<Integer> positives) {
    this(sampler, seed, labels, evaluation, positives, List.of());
  }

  /** A point that neither counts what was found nor keeps rows. */
  public CurvePoint(String sampler, long seed, int labels, Evaluation evaluation) {
    this(sampler, seed, labels, evaluation, List.of());
  }

  /**
   * The rows learnt from here and not at an earlier point.
   *
   * @param before the point before, or null at the first
   */
  public int[] rowsSince(CurvePoint before) {
    Set<Integer> known = before == null ? Set.of() : Set.copyOf(before.rows);
    return rows.stream().filter(row -> !known.contains(row)).mapToInt(Integer::intValue).toArray();
  }
}
