// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import org.patchwork.core.Algorithm;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;

/**
 * The part of the model between frozen features and the output layer.
 *
 * @param <P> parameter record
 */
public interface FineTuningModel<P extends Record> extends Algorithm<P> {
  /**
   * Builds the model.
   *
   * @param features {@code [n, d]} vectors or {@code [n, h, w, c]} feature maps
   * @return {@code [n, k]}
   * @throws TrainingException if the parameters do not fit the features; says which and what would
   */
  Node build(Network network, Node features, P parameters) throws TrainingException;
}
