// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import org.patchwork.core.Param;
import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Ops;

/**
 * Focal loss (Lin et al. 2017, equation 4) over the known cells: −(Σ_{y=1} (1 − p)^γ ln(p + ε) +
 * Σ_{y=0} p^γ ln(1 − p + ε)) / (number of known cells + ε), ε = 1e-7. Differs from the paper in
 * having no class weight α; γ = 0 gives the binary cross-entropy.
 */
public final class MaskedFocalLoss extends CellLoss<MaskedFocalLoss.Parameters> {

  /** Settings. */
  public record Parameters(
      @Param(
              label = "Gamma",
              help =
                  "How strongly cells that are already right are ignored; 0 is cross-entropy"
                      + " (Lin et al. 2017).",
              min = 0,
              max = 10,
              step = 0.5)
          double gamma) {
    public Parameters() {
      this(2);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  Node cost(Ops ops, Node target, Node prediction, Parameters parameters) {
    float gamma = (float) parameters.gamma();
    Node one = ops.constant(1);
    Node p = Masks.open(ops, prediction);
    Node q = ops.subtract(one, p);
    Node present = ops.multiply(ops.pow(q, gamma), Masks.log(ops, p));
    Node absent = ops.multiply(ops.pow(p, gamma), Masks.log(ops, q));
    return ops.negate(
        ops.add(ops.multiply(target, present), ops.multiply(ops.subtract(one, target), absent)));
  }
}
