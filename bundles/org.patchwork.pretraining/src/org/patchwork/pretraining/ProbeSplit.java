// SPDX-License-Identifier: MIT
package org.patchwork.pretraining;

/** Which of the labelled images test a probe; the others teach it. */
public enum ProbeSplit {
  /** A third of each class, by lot. */
  STRATIFIED,
  /** Those at places 0, 3, 6, … in the order of the project. */
  EVERY_THIRD
}
