// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import org.patchwork.core.NoParameters;
import org.patchwork.learn.SemiSupervised;
import org.patchwork.learn.UnlabelledNodes;
import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Ops;

/**
 * Entropy minimisation (Grandvalet and Bengio 2004): the mean binary cross-entropy of the
 * probabilities with themselves, which is smallest where the model is sure.
 */
public final class EntropyMinimisation implements SemiSupervised<NoParameters> {
  @Override
  public Class<NoParameters> parameterType() {
    return NoParameters.class;
  }

  @Override
  public Node build(Ops ops, UnlabelledNodes unlabelled, NoParameters parameters) {
    Node p = unlabelled.predictions();
    return ops.mean(CrossEntropies.binary(ops, p, p), false);
  }
}
