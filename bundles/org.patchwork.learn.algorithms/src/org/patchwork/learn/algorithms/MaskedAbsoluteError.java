// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import org.patchwork.core.NoParameters;
import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Ops;

/**
 * Mean absolute error over the known cells: Σ m |y − p| / (Σ m + ε), ε = 1e-7. A wrong label pulls
 * no harder than a right one, so it is robust where labels are noisy (Ghosh, Kumar and Sastry
 * 2017); it learns slowly, because sure cells hardly have a gradient either.
 */
public final class MaskedAbsoluteError extends CellLoss<NoParameters> {
  @Override
  public Class<NoParameters> parameterType() {
    return NoParameters.class;
  }

  @Override
  Node cost(Ops ops, Node target, Node prediction, NoParameters parameters) {
    return ops.abs(ops.subtract(target, prediction));
  }
}
