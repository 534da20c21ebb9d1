// SPDX-License-Identifier: MIT
package org.patchwork.learn;

/** Whether several models are trained at once, so that their disagreement tells what is unsure. */
public enum EnsembleKind {
  /** One model. */
  NONE,
  /**
   * Models of different initial weights, each trained on batches of its own from a bootstrap sample
   * of the labelled images (deep ensembles, Lakshminarayanan et al. 2017; bagging, Breiman 1996:
   * without it, heads without hidden layers would all end at the same weights).
   */
  SEEDS,
  /**
   * One model trained with dropout and asked several times, each time with other values dropped
   * (Monte-Carlo dropout, Gal and Ghahramani 2016; each member keeps its mask for all images as in
   * Kirsch et al. 2019).
   */
  DROPOUT
}
