// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.util.OptionalDouble;
import org.patchwork.core.Algorithm;
import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Ops;

/**
 * A loss on images without labels, added to the loss on labelled ones with a weight. Extension
 * point {@code org.patchwork.learn.semiSupervised}. With weight 0 it is left out whole, and the run
 * is exactly the supervised one.
 *
 * @param <P> parameter record
 */
public interface SemiSupervised<P extends Record> extends Algorithm<P> {
  /**
   * Builds the loss.
   *
   * @param unlabelled what the network makes of a batch of unlabelled images; what is not asked for
   *     is not computed
   * @return a scalar ≥ 0
   */
  Node build(Ops ops, UnlabelledNodes unlabelled, P parameters);

  /**
   * True if it compares a weakly with a strongly augmented view of each image. Stored features have
   * no views, so it then needs the live extractor.
   */
  default boolean needsStrongView() {
    return false;
  }

  /** True if it compares images by subset; unlabelled images are then drawn evenly over subsets. */
  default boolean needsSubsets() {
    return false;
  }

  /**
   * How much of the teacher, a moving average of the network's weights, is kept at each step; empty
   * if there is no teacher.
   */
  default OptionalDouble teacherDecay(P parameters) {
    return OptionalDouble.empty();
  }
}
