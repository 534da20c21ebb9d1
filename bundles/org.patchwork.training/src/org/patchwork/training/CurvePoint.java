// SPDX-License-Identifier: MIT
package org.patchwork.training;

import java.util.List;
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
 */
public record CurvePoint(
    String sampler, long seed, int labels, Evaluation evaluation, List<Integer> positives) {
  public CurvePoint {
    positives = List.copyOf(positives);
  }

  /** A point that does not count what was found. */
  public CurvePoint(String sampler, long seed, int labels, Evaluation evaluation) {
    this(sampler, seed, labels, evaluation, List.of());
  }
}
