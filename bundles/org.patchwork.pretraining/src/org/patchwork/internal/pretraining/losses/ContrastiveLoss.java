// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining.losses;

import org.patchwork.learn.encoder.EncoderLoss;
import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Ops;

/**
 * Contrastive loss of two views and its variants.
 *
 * <ul>
 *   <li>NT-Xent (Chen, Kornblith, Norouzi and Hinton 2020, equation 1);
 *   <li>decoupled, DCLW (Yeh et al. 2022, equation 6): the positive leaves the denominator, weights
 *       2 − f / mean f with f = exp(cosine / 0.5), without a gradient;
 *   <li>implicit feature modification, IFM (Robinson et al. 2021): cosines of positives less, of
 *       negatives more ε;
 *   <li>RINCE (Chuang et al. 2022, equation 3): −e^{q·pos} / q + (λ (e^{pos} + Σ e^{neg}))^q / q, λ
 *       = .01.
 * </ul>
 *
 * <p>Logarithms of sums of exponentials are taken without overflow, so that any temperature will
 * do; RINCE alone needs one of .05 or more.
 *
 * @param temperature what cosines are divided by
 * @param epsilon ε of IFM; 0 without
 * @param decoupled whether the positive stays out of the denominator
 * @param q q of RINCE; 0 for a logarithm. Not together with {@code decoupled}
 */
public record ContrastiveLoss(double temperature, double epsilon, boolean decoupled, double q) {
  private static final float WEIGHT_TEMPERATURE = 0.5f;
  private static final float LAMBDA = 0.01f;

  /** The loss of embeddings {@code [n, d]} of any length, n known, and its {@code accuracy}. */
  public EncoderLoss build(Ops ops, Node first, Node second) {
    ViewPairs pairs = ViewPairs.of(ops, first, second);
    Node cosines = pairs.positives();
    Node positives = scaled(ops, ops.subtract(cosines, ops.constant((float) epsilon)));
    Node shifted = ops.add(pairs.similarities(), ops.constant((float) epsilon));
    Node negatives = ops.add(scaled(ops, shifted), pairs.onlyNegatives());
    Node loss;
    if (decoupled) {
      Node weighted = ops.multiply(weights(ops, cosines), positives);
      loss = ops.subtract(pairs.logSumExp(negatives), weighted);
    } else if (q > 0) {
      loss = rince(ops, positives, pairs.logSumExp(ops.concat(1, positives, negatives)));
    } else {
      Node all = pairs.logSumExp(ops.concat(1, positives, negatives));
      loss = ops.subtract(all, positives);
    }
    return EncoderLoss.of(ops.mean(loss, false))
        .with("accuracy", pairs.accuracy(positives, negatives));
  }

  private Node scaled(Ops ops, Node cosines) {
    return ops.multiply(cosines, ops.constant((float) (1 / temperature)));
  }

  private static Node weights(Ops ops, Node cosines) {
    Node f = ops.exp(ops.multiply(cosines, ops.constant(1 / WEIGHT_TEMPERATURE)));
    Node relative = ops.divide(f, ops.mean(f, false));
    return ops.stopGradient(ops.subtract(ops.constant(2), relative));
  }

  private Node rince(Ops ops, Node positives, Node logSum) {
    Node power = ops.constant((float) q);
    Node pull = ops.exp(ops.multiply(power, positives));
    Node logLambda = ops.constant((float) Math.log(LAMBDA));
    Node push = ops.exp(ops.multiply(power, ops.add(logLambda, logSum)));
    return ops.divide(ops.subtract(push, pull), power);
  }
}
