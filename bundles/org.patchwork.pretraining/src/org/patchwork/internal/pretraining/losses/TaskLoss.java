// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining.losses;

import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Ops;

/**
 * Losses of one of several tasks whose answers may be unknown. A row of zeros stands for an unknown
 * answer and adds exactly no loss and no gradient.
 */
public final class TaskLoss {
  private static final float EPSILON = 1e-7f;

  private TaskLoss() {}

  /**
   * Softmax cross-entropy, averaged over the images whose answer is known; 0 if none is.
   *
   * @param answers one-hot {@code [n, values]}
   * @param logits {@code [n, values]}
   */
  public static Node crossEntropy(Ops ops, Node answers, Node logits) {
    Node losses = ops.sum(ops.multiply(answers, ops.logSoftmax(logits)), false);
    return ops.negate(ops.divide(losses, known(ops, answers)));
  }

  /**
   * Divergence of a student from its teacher, Σ t (ln t − ln s), averaged over the images of which
   * the teacher says something; 0 if there is none.
   *
   * @param teacher {@code [n, values]}, each row a distribution
   * @param logits {@code [n, values]}
   */
  public static Node divergence(Ops ops, Node teacher, Node logits) {
    Node log = ops.log(ops.maximum(teacher, ops.constant(EPSILON)));
    Node apart = ops.subtract(log, ops.logSoftmax(logits));
    return ops.divide(ops.sum(ops.multiply(teacher, apart), false), known(ops, teacher));
  }

  /** Part of the images with a known answer whose largest logit is that of the answer. */
  public static Node accuracy(Ops ops, Node answers, Node logits) {
    Node largest = ops.greaterEqual(logits, ops.max(logits, true, -1));
    Node right = ops.sum(ops.multiply(answers, largest), false);
    return ops.divide(right, known(ops, answers));
  }

  private static Node known(Ops ops, Node rows) {
    return ops.maximum(ops.sum(rows, false), ops.constant(1));
  }

  /**
   * A loss by its uncertainty: e^{−w} · loss + ½ w (Kendall, Gal and Cipolla 2018, equation 10,
   * with w = log σ²).
   *
   * @param weight scalar that is trained
   */
  public static Node adaptive(Ops ops, Node loss, Node weight) {
    Node scaled = ops.multiply(ops.exp(ops.negate(weight)), loss);
    return ops.add(scaled, ops.multiply(ops.constant(0.5f), weight));
  }
}
