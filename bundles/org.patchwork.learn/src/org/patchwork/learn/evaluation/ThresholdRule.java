// SPDX-License-Identifier: MIT
package org.patchwork.learn.evaluation;

/** By what the threshold of a class is chosen. */
public enum ThresholdRule {
  /** Always ½. */
  HALF,
  /** Where F1, the harmonic mean of precision and recall, is highest. */
  F1,
  /** The lowest at which precision still reaches the target. */
  PRECISION,
  /** The highest at which recall reaches the target on the labels it is chosen by. */
  RECALL,
  /**
   * The highest that finds a new image of the class with at least the target probability, whatever
   * the model: split conformal prediction (Vovk, Gammerman and Shafer 2005; Sadinle, Lei and
   * Wasserman 2019). A little lower than {@link #RECALL}, by as much as few labels leave open.
   */
  CONFORMAL
}
