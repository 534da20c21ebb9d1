// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.util.Map;
import org.patchwork.core.Algorithm;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;

/**
 * The last part of the model: from a vector to one probability per class. It brings its loss.
 *
 * @param <P> parameter record
 */
public interface OutputModel<P extends Record> extends Algorithm<P> {
  /**
   * Builds the output layer.
   *
   * @param vector {@code [n, k]}
   * @param classes number of classes, at least 1
   * @return probabilities {@code [n, classes]} in [0, 1]
   */
  Node build(Network network, Node vector, int classes, P parameters);

  /**
   * What the kernel of the last layer is multiplied with; unless the model says otherwise, the
   * vector itself. Samplers that compare gradients ask for it.
   *
   * @param vector {@code [n, k]}
   */
  default Node lastInput(Network network, Node vector, P parameters) {
    return vector;
  }

  /** Id of the loss this model is trained with. */
  String lossId();

  /** Parameters of that loss, by name, that follow from the model's own. */
  Map<String, Object> lossParameters(P parameters);

  /** True if the probabilities of an image sum to 1, because exactly one class is present. */
  default boolean exclusive() {
    return false;
  }
}
