// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import org.patchwork.learn.Decay;

/**
 * The learning rate of every step of a run.
 *
 * @param initial rate of the first step
 * @param decay how it falls
 * @param steps number of optimiser steps of the whole run, which is what a cosine spans: not
 *     samples, not one epoch
 */
public record LearningRate(double initial, Decay decay, int steps) {

  /** The rate after {@code done} steps; 0 after the last one of a cosine. */
  public double after(int done) {
    return switch (decay) {
      case NONE -> initial;
      case COSINE -> initial * 0.5 * (1 + Math.cos(Math.PI * Math.min(done, steps) / steps));
    };
  }
}
