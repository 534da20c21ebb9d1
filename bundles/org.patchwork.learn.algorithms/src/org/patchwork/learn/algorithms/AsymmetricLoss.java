// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import org.patchwork.core.Param;
import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Ops;

/**
 * Asymmetric loss (Ridnik et al. 2021, equations 4 to 6) over the known cells: present costs −(1 −
 * p)^γ₊ ln(p + ε), absent costs −q^γ₋ ln(1 − q + ε) with q = max(p − margin, ε), ε = 1e-7. Absent
 * cells below the margin cost (almost) nothing, so the many easy ones do not drown the few present
 * ones. Differs from the paper in taking the mean instead of the sum.
 */
public final class AsymmetricLoss extends CellLoss<AsymmetricLoss.Parameters> {

  /** Settings; the defaults are those of the paper. */
  public record Parameters(
      @Param(
              label = "Gamma present",
              help =
                  "How strongly present cells that are already right are ignored; 0 is"
                      + " cross-entropy (Ridnik et al. 2021).",
              min = 0,
              max = 10,
              step = 0.5)
          double gammaPresent,
      @Param(
              label = "Gamma absent",
              help =
                  "How strongly absent cells that are already right are ignored; larger than for"
                      + " present where most labels are absent.",
              min = 0,
              max = 10,
              step = 0.5)
          double gammaAbsent,
      @Param(
              label = "Margin",
              help = "Absent cells with a probability below this cost nothing.",
              min = 0,
              max = 0.5,
              step = 0.05)
          double margin) {
    public Parameters() {
      this(0, 4, 0.05);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  Node cost(Ops ops, Node target, Node prediction, Parameters parameters) {
    Node one = ops.constant(1);
    Node p = Masks.open(ops, prediction);
    Node q =
        ops.maximum(
            ops.subtract(p, ops.constant((float) parameters.margin())),
            ops.constant(Masks.EPSILON));
    Node present =
        ops.multiply(
            ops.pow(ops.subtract(one, p), (float) parameters.gammaPresent()), Masks.log(ops, p));
    Node absent =
        ops.multiply(
            ops.pow(q, (float) parameters.gammaAbsent()), Masks.log(ops, ops.subtract(one, q)));
    return ops.negate(
        ops.add(ops.multiply(target, present), ops.multiply(ops.subtract(one, target), absent)));
  }
}
