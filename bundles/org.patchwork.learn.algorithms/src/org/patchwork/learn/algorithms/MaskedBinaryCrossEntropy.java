// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import org.patchwork.core.Param;
import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Ops;

/**
 * Binary cross-entropy over the known cells: L = Σ m · BCE(t, p) / (Σ m + ε) with m = [y ≠ −1], t =
 * y (1 − s) + s / 2 and BCE(t, p) = −t ln(p + ε) − (1 − t) ln(1 − p + ε), p limited to [ε, 1 − ε],
 * ε = 1e-7. Label smoothing s after Szegedy et al. (2016), for two outcomes.
 */
public final class MaskedBinaryCrossEntropy extends CellLoss<MaskedBinaryCrossEntropy.Parameters> {

  /** Settings. */
  public record Parameters(
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
      this(0);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  Node cost(Ops ops, Node target, Node prediction, Parameters parameters) {
    Node wanted = smooth(ops, target, (float) parameters.labelSmoothing());
    return CrossEntropies.binary(ops, wanted, prediction);
  }

  /** y (1 − s) + s / 2. */
  static Node smooth(Ops ops, Node target, float smoothing) {
    return smoothing == 0
        ? target
        : ops.add(ops.multiply(target, ops.constant(1 - smoothing)), ops.constant(smoothing / 2));
  }
}
