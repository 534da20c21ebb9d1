// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import org.patchwork.core.Algorithm;
import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Ops;

/**
 * A loss on partly labelled multi-label targets.
 *
 * @param <P> parameter record
 */
public interface Loss<P extends Record> extends Algorithm<P> {
  /**
   * Builds the loss.
   *
   * @param target {@code [n, classes]}, values −1 (unknown), 0, 1
   * @param prediction {@code [n, classes]}, probabilities in [0, 1]
   * @return a scalar ≥ 0; an unknown entry contributes exactly zero loss and exactly zero gradient,
   *     and a batch without any known entry gives 0
   */
  Node build(Ops ops, Node target, Node prediction, P parameters);

  /**
   * True if the loss only makes sense for probabilities that sum to 1 in a row, as those of an
   * {@linkplain OutputModel#exclusive() exclusive} output model.
   */
  default boolean exclusive() {
    return false;
  }
}
