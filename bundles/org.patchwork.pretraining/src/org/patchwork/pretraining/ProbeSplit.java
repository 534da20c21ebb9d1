// SPDX-License-Identifier: MIT
package org.patchwork.pretraining;

/** Which of the labelled images test a probe; the others teach it. */
public enum ProbeSplit {
  /** A third of each class, by lot. */
  STRATIFIED,
  /**
   * About a third of each class, by lot, where what belongs together stays on one side: images of
   * one subset if there are ten subsets or more, else windows of one image. By single images where
   * all belong to one group.
   */
  GROUPED,
  /** Those at places 0, 3, 6, … in the order of the project. */
  EVERY_THIRD
}
