// SPDX-License-Identifier: MIT
package org.patchwork.training.distillation;

/** How the temperature softens what teacher and student say before they are compared. */
public enum Softening {
  /**
   * σ((2p − 1) / T) of each probability p, as the Python package does; small temperatures sharpen.
   */
  PROBABILITIES,
  /**
   * σ(logit(p) / T), or with exclusive classes softmax(log p / T), and the loss times T² (Hinton,
   * Vinyals and Dean 2015). At temperature 1 the cross-entropy with the teacher's probabilities.
   */
  LOGITS
}
