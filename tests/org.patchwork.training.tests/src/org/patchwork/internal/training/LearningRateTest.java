// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.patchwork.learn.Decay;

class LearningRateTest {
  private static final int BATCHES = 100;
  private static final int EPOCHS = 10;

  @Test
  void cosineReachesZeroAtTheEndOfTheRun() {
    LearningRate rate = new LearningRate(1e-3, Decay.COSINE, BATCHES * EPOCHS);

    assertEquals(1e-3, rate.after(0));
    assertEquals(0.5e-3, rate.after(500), 1e-12);
    assertEquals(0, rate.after(BATCHES * EPOCHS), 1e-12);
  }

  /** Counting samples instead of steps, as the original did, would end at .99 of the rate. */
  @Test
  void stepsAreNotSamples() {
    LearningRate samples = new LearningRate(1e-3, Decay.COSINE, BATCHES * EPOCHS * 16);

    assertEquals(0.000990392640202, samples.after(BATCHES * EPOCHS), 1e-9);
  }

  @Test
  void cosineNeverRestarts() {
    LearningRate rate = new LearningRate(1, Decay.COSINE, 50);

    for (int step = 0; step < 60; step++) {
      assertTrue(rate.after(step + 1) <= rate.after(step));
    }
  }

  @Test
  void withoutDecayTheRateStays() {
    assertEquals(0.1, new LearningRate(0.1, Decay.NONE, 10).after(9));
  }
}
