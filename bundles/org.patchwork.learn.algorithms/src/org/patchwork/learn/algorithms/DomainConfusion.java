// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import org.patchwork.core.NoParameters;
import org.patchwork.learn.SemiSupervised;
import org.patchwork.learn.UnlabelledNodes;
import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Ops;

/**
 * Domain confusion by mean distances (after Tzeng et al. 2014): pulls the mean vectors m of the
 * subsets together, so that the model cannot tell where an image comes from. L = Σ_{i ≠ j} ‖m_i −
 * m_j‖² / n over the n subsets of a batch, each mean taken over its count + 1e-5. Subsets without
 * an image in the batch take no part.
 */
public final class DomainConfusion implements SemiSupervised<NoParameters> {
  private static final float COUNT_FLOOR = 1e-5f;

  @Override
  public Class<NoParameters> parameterType() {
    return NoParameters.class;
  }

  @Override
  public boolean needsSubsets() {
    return true;
  }

  @Override
  public Node build(Ops ops, UnlabelledNodes unlabelled, NoParameters parameters) {
    return loss(ops, unlabelled.vectors(), unlabelled.subsets());
  }

  /** With Σ_{i ≠ j} ‖m_i − m_j‖² = 2 n Σ ‖m_i‖² − 2 ‖Σ m_i‖². */
  static Node loss(Ops ops, Node vectors, Node subsets) {
    Node counts = ops.add(ops.sum(subsets, true, 1), ops.constant(COUNT_FLOOR));
    Node means = ops.divide(ops.matMul(subsets, vectors, false), counts);
    Node ones = ops.add(ops.multiply(subsets, ops.constant(0)), ops.constant(1));
    Node n = ops.sum(ops.mean(ones, false, 1), false);
    Node squares = ops.sum(ops.square(means), false);
    Node together = ops.sum(ops.square(ops.sum(means, false, 0)), false);
    return ops.multiply(ops.constant(2), ops.relu(ops.subtract(squares, ops.divide(together, n))));
  }
}
