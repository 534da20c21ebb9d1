// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining.losses;

import org.patchwork.learn.encoder.EncoderLoss;
import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Ops;

/**
 * Loss of FixMatch (Sohn et al. 2020) for independent classes: where the answer w to the weak view
 * is sure, w ≥ τ or w ≤ 1 − τ, the strong view is trained towards [w &gt; ½]. The mean is taken
 * over all cells, sure or not. No gradient passes the weak view.
 *
 * @param threshold τ
 */
public record PseudoLabelLoss(double threshold) {
  private static final float EPSILON = 1e-7f;

  /**
   * The loss, its {@code fixmatch_mask_fraction}, the part of the cells that are sure, and {@code
   * fixmatch_prediction_accuracy}, the part in which both views are decided alike.
   *
   * @param weak probabilities {@code [n, classes]}
   * @param strong probabilities of the other view in the same order
   */
  public EncoderLoss build(Ops ops, Node weak, Node strong) {
    Node answers = ops.stopGradient(weak);
    Node half = ops.constant(0.5f);
    Node one = ops.constant(1);
    Node pseudo = ops.subtract(one, ops.greaterEqual(half, answers));
    Node sure =
        ops.maximum(
            ops.greaterEqual(answers, ops.constant((float) threshold)),
            ops.greaterEqual(ops.constant((float) (1 - threshold)), answers));
    Node decided = ops.subtract(one, ops.greaterEqual(half, strong));
    return EncoderLoss.of(ops.mean(ops.multiply(sure, binary(ops, pseudo, strong)), false))
        .with("fixmatch_mask_fraction", ops.mean(sure, false))
        .with("fixmatch_prediction_accuracy", ops.mean(ops.equal(pseudo, decided), false));
  }

  /**
   * Binary cross-entropy with labels, averaged over the cells that are known; 0 if none is.
   *
   * @param labels 1, 0, or −1 for unknown
   */
  public static Node supervised(Ops ops, Node labels, Node probabilities) {
    Node known = ops.greaterEqual(labels, ops.constant(0));
    Node losses = ops.sum(ops.multiply(known, binary(ops, labels, probabilities)), false);
    return ops.divide(losses, ops.maximum(ops.sum(known, false), ops.constant(1)));
  }

  private static Node binary(Ops ops, Node target, Node probability) {
    Node p = ops.clip(probability, EPSILON, 1 - EPSILON);
    Node epsilon = ops.constant(EPSILON);
    Node one = ops.constant(1);
    Node present = ops.multiply(target, ops.log(ops.add(p, epsilon)));
    Node denied = ops.log(ops.add(ops.subtract(one, p), epsilon));
    return ops.negate(ops.add(present, ops.multiply(ops.subtract(one, target), denied)));
  }
}
