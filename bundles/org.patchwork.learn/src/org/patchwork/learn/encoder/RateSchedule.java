// SPDX-License-Identifier: MIT
package org.patchwork.learn.encoder;

/**
 * A learning rate over the steps of a run.
 *
 * @param kind how it changes
 * @param initial the rate at its highest
 * @param decaySteps optimiser steps, not samples, that the change takes; see {@link Kind}
 * @param warmupSteps steps in which {@link Kind#WARMUP_COSINE} rises
 */
public record RateSchedule(Kind kind, double initial, long decaySteps, long warmupSteps) {
  private static final double FLOOR = 0.01;

  /** How the rate changes. */
  public enum Kind {
    CONSTANT,
    /** Half after each decaySteps, smoothly. */
    EXPONENTIAL,
    /** Half after each decaySteps, at once. */
    STAIRCASE,
    /** Half a cosine to 0 in decaySteps, then 0. */
    COSINE,
    /** Cosines to 0 over decaySteps, then twice as many, and so on (Loshchilov and Hutter 2017). */
    COSINE_RESTARTS,
    /**
     * From 0 in a straight line over warmupSteps, then half a cosine over decaySteps to a hundredth
     * (Goyal et al. 2017 for the first part).
     */
    WARMUP_COSINE
  }

  public RateSchedule {
    if (!(initial > 0) || decaySteps < 1 || warmupSteps < 0) {
      throw new IllegalArgumentException(
          "A learning rate must be positive and fall over at least one step, not "
              + initial
              + " over "
              + decaySteps);
    }
  }

  /** The rate of a step, the first being 0. */
  public double at(long step) {
    double done = (double) step / decaySteps;
    return switch (kind) {
      case CONSTANT -> initial;
      case EXPONENTIAL -> initial * Math.pow(0.5, done);
      case STAIRCASE -> initial * Math.pow(0.5, Math.floor(done));
      case COSINE -> initial * cosine(Math.min(1, done));
      case COSINE_RESTARTS -> initial * cosine(sinceRestart(done));
      case WARMUP_COSINE ->
          step < warmupSteps
              ? initial * step / warmupSteps
              : initial * (FLOOR + (1 - FLOOR) * cosine(Math.min(1, afterWarmup(step))));
    };
  }

  private double afterWarmup(long step) {
    return (double) (step - warmupSteps) / decaySteps;
  }

  private static double cosine(double part) {
    return 0.5 * (1 + Math.cos(Math.PI * part));
  }

  /** Period i begins after 2ⁱ − 1 first periods and is 2ⁱ of them long. */
  private static double sinceRestart(double periods) {
    double length = Math.pow(2, Math.floor(Math.log(1 + periods) / Math.log(2) + 1e-12));
    return (periods - (length - 1)) / length;
  }
}
