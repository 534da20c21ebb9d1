// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.direct;

import java.util.Optional;

/**
 * The two steps that heads begin with, (x − mean) · factor, done while values are copied in: one
 * pass over what is the largest matrix of a head by far, with the same roundings as the steps.
 */
final class ScaledInput {
  /** Number of steps it stands for. */
  static final int STEPS = 2;

  private final float[] mean;
  private final float factor;
  private final Value scaled;
  private final float[] row;

  private ScaledInput(float[] mean, float factor, Value scaled) {
    this.mean = mean;
    this.factor = factor;
    this.scaled = scaled;
    this.row = new float[mean.length];
  }

  /** Empty if the network does not begin so, or looks at its input in another way, too. */
  static Optional<ScaledInput> of(Tape tape, Value inputs) {
    if (tape.size() <= STEPS
        || !(tape.step(0) instanceof Binary centring)
        || !(tape.step(1) instanceof Binary scaling)) {
      return Optional.empty();
    }
    boolean alone = inputs.uses() == 1 && centring.out.uses() == 1;
    return alone && centring.subtractsRowFrom(inputs) && scaling.multipliesByNumber(centring.out)
        ? Optional.of(
            new ScaledInput(centring.second().data, scaling.second().data[0], scaling.out))
        : Optional.empty();
  }

  /** Takes rows in; through a row of its own, since only loops without offsets become fast. */
  void read(float[] values, int begin, int rows) {
    scaled.reserve(rows);
    int width = mean.length;
    int end = scaled.length(rows);
    for (int at = 0; at < end; at += width) {
      System.arraycopy(values, begin + at, row, 0, width);
      for (int i = 0; i < width; i++) {
        row[i] = (row[i] - mean[i]) * factor;
      }
      System.arraycopy(row, 0, scaled.data, at, width);
    }
  }
}
