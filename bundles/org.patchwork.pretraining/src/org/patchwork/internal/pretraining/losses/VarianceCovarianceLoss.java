// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining.losses;

import org.patchwork.learn.encoder.EncoderLoss;
import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Ops;

/**
 * VICReg (Bardes, Ponce and LeCun 2022, equation 6): views alike, each dimension with a standard
 * deviation of 1 or more, dimensions uncorrelated. Variances divide by n, covariances by n − 1.
 *
 * @param invariance factor of the mean squared difference (λ)
 * @param variance factor of what standard deviations lack (μ)
 * @param covariance factor of squared covariances, off the diagonal, by the number of dimensions
 *     (ν)
 */
public record VarianceCovarianceLoss(double invariance, double variance, double covariance) {
  private static final float EPSILON = 1e-4f;

  /** The loss of embeddings {@code [n, d]}, n known, and its parts, unweighted. */
  public EncoderLoss build(Ops ops, Node first, Node second) {
    Node alike = ops.mean(ops.square(ops.subtract(first, second)), false);
    Node a = centred(ops, first);
    Node b = centred(ops, second);
    Node half = ops.constant(0.5f);
    Node spread = ops.multiply(half, ops.add(lacking(ops, a), lacking(ops, b)));
    Node mixed = ops.add(correlated(ops, a), correlated(ops, b));
    Node loss =
        ops.add(
            ops.multiply(ops.constant((float) invariance), alike),
            ops.add(
                ops.multiply(ops.constant((float) variance), spread),
                ops.multiply(ops.constant((float) covariance), mixed)));
    return EncoderLoss.of(loss)
        .with("invariance_loss", alike)
        .with("variance_loss", spread)
        .with("covariance_loss", mixed);
  }

  private static Node centred(Ops ops, Node x) {
    return ops.subtract(x, ops.mean(x, true, 0));
  }

  private static Node lacking(Ops ops, Node centred) {
    Node variances = ops.mean(ops.square(centred), false, 0);
    Node deviations = ops.sqrt(ops.add(variances, ops.constant(EPSILON)));
    return ops.mean(ops.relu(ops.subtract(ops.constant(1), deviations)), false);
  }

  /** Σ of the squares of all covariances but the variances, by the number of dimensions. */
  private static Node correlated(Ops ops, Node centred) {
    Node degrees = ops.constant(centred.size(0) - 1f);
    Node all = ops.divide(ops.matMul(ops.transpose(centred), centred, false), degrees);
    Node diagonal = ops.divide(ops.sum(ops.square(centred), false, 0), degrees);
    Node off = ops.subtract(ops.sum(ops.square(all), false), ops.sum(ops.square(diagonal), false));
    return ops.divide(off, ops.constant(centred.size(-1)));
  }
}
