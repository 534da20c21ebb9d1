// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Ops;

/** Builds a scalar loss on a batch of unlabelled images. */
@FunctionalInterface
public interface UnlabelledLoss {
  Node build(Ops ops, UnlabelledNodes unlabelled);
}
