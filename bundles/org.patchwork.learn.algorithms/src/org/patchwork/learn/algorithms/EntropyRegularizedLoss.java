// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import org.patchwork.core.Param;
import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Ops;

/**
 * Binary cross-entropy plus a share of the entropy of the prediction, over the known cells: λ · (−p
 * ln(p + ε) − (1 − p) ln(1 − p + ε)), ε = 1e-7, which draws predictions away from the middle
 * (Grandvalet and Bengio 2004). Differs from the paper, whose entropy is that of unlabelled images:
 * an unknown cell costs nothing here, as in every loss.
 */
public final class EntropyRegularizedLoss extends CellLoss<EntropyRegularizedLoss.Parameters> {

  /** Settings. */
  public record Parameters(
      @Param(
              label = "Entropy weight",
              help =
                  "Share of the entropy of the prediction that is added to the cross-entropy; more"
                      + " makes the model surer (Grandvalet and Bengio 2004).",
              min = 0,
              max = 1,
              step = 0.05)
          double entropyWeight,
      @Param(
              label = "Label smoothing",
              help =
                  "Trains towards 1 − s/2 and s/2 instead of 1 and 0, which keeps a model from"
                      + " being too sure (Szegedy et al. 2016).",
              min = 0,
              max = 0.5,
              step = 0.05)
          double labelSmoothing) {
    public Parameters() {
      this(0.1, 0);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  Node cost(Ops ops, Node target, Node prediction, Parameters parameters) {
    Node wanted = MaskedBinaryCrossEntropy.smooth(ops, target, (float) parameters.labelSmoothing());
    Node entropy = CrossEntropies.binary(ops, prediction, prediction);
    Node share = ops.constant((float) parameters.entropyWeight());
    return ops.add(CrossEntropies.binary(ops, wanted, prediction), ops.multiply(share, entropy));
  }
}
