// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining.losses;

import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Ops;

/**
 * Losses of a network that draws and one that tells drawn images from real ones (Goodfellow et al.
 * 2014), from the logits of the latter; means over the batch, without overflow.
 */
public final class AdversarialLoss {
  private AdversarialLoss() {}

  /** −ln D(drawn), for the network that draws: the form whose gradient does not fade. */
  public static Node fooling(Ops ops, Node drawnLogits) {
    return ops.mean(ops.softplus(ops.negate(drawnLogits)), false);
  }

  /** −ln D(real) − ln (1 − D(drawn)), for the network that tells. */
  public static Node telling(Ops ops, Node realLogits, Node drawnLogits) {
    Node real = ops.mean(ops.softplus(ops.negate(realLogits)), false);
    return ops.add(real, ops.mean(ops.softplus(drawnLogits), false));
  }
}
