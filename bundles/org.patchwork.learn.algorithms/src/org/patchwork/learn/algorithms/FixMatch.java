// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import org.patchwork.core.Param;
import org.patchwork.learn.SemiSupervised;
import org.patchwork.learn.UnlabelledNodes;
import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Ops;

/**
 * FixMatch (Sohn et al. 2020) for independent classes: where the answer w to the weak view is sure,
 * w ≥ τ or w ≤ 1 − τ, the strong view is trained towards [w &gt; ½]. The mean of the binary
 * cross-entropy is taken over all cells, sure or not, so that the loss grows with the number of
 * cells the model is sure of. The answers come from inference mode and pass no gradient.
 */
public final class FixMatch implements SemiSupervised<FixMatch.Parameters> {

  /** Settings. */
  public record Parameters(
      @Param(
              label = "Threshold",
              help =
                  "How sure the model must be of a class, or of its absence, to learn from its own"
                      + " answer.",
              min = 0.5,
              max = 1,
              step = 0.05)
          double threshold) {
    public Parameters() {
      this(0.95);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public boolean needsStrongView() {
    return true;
  }

  @Override
  public Node build(Ops ops, UnlabelledNodes unlabelled, Parameters parameters) {
    return loss(ops, unlabelled.answers(), unlabelled.strongPredictions(), parameters.threshold());
  }

  static Node loss(Ops ops, Node answers, Node strong, double threshold) {
    Node one = ops.constant(1);
    Node pseudoLabels = ops.subtract(one, ops.greaterEqual(ops.constant(0.5f), answers));
    Node sure =
        ops.maximum(
            ops.greaterEqual(answers, ops.constant((float) threshold)),
            ops.greaterEqual(ops.constant((float) (1 - threshold)), answers));
    return ops.mean(ops.multiply(sure, CrossEntropies.binary(ops, pseudoLabels, strong)), false);
  }
}
