// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.bench;

import java.util.Arrays;
import org.patchwork.core.PatchworkException;

/** Durations of one thing done again and again. */
final class Times {
  /** What is timed. */
  interface Step {
    void run(int repetition) throws PatchworkException;
  }

  private final double[] millis;

  private Times(double[] millis) {
    this.millis = millis;
    Arrays.sort(this.millis);
  }

  static Times of(int repetitions, Step step) throws PatchworkException {
    double[] millis = new double[repetitions];
    for (int i = 0; i < repetitions; i++) {
      long start = System.nanoTime();
      step.run(i);
      millis[i] = (System.nanoTime() - start) * 1e-6;
    }
    return new Times(millis);
  }

  double median() {
    return quantile(0.5);
  }

  /** The least duration that at least this share of all does not exceed (nearest rank). */
  double quantile(double share) {
    return millis[Math.max(0, (int) Math.ceil(share * millis.length) - 1)];
  }

  double slowest() {
    return millis[millis.length - 1];
  }
}
