// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.patchwork.learn.OutputModel;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;

/**
 * One independent probability per class by a sigmoid; how it is trained is what tells the kinds
 * apart.
 */
abstract class IndependentOutput<P extends Record> implements OutputModel<P> {
  private final Class<P> parameterType;
  private final String lossId;
  private final Predicate<P> normalize;
  private final Function<P, Map<String, Object>> lossParameters;

  /**
   * An output trained with one loss.
   *
   * @param normalize whether vectors are scaled to length 1 first
   * @param lossParameters what the loss is told, by name
   */
  IndependentOutput(
      Class<P> parameterType,
      String lossId,
      Predicate<P> normalize,
      Function<P, Map<String, Object>> lossParameters) {
    this.parameterType = parameterType;
    this.lossId = lossId;
    this.normalize = normalize;
    this.lossParameters = lossParameters;
  }

  @Override
  public final Class<P> parameterType() {
    return parameterType;
  }

  @Override
  public final Node build(Network network, Node vector, int classes, P parameters) {
    return network.sigmoid(
        OutputLayer.logits(network, vector, classes, normalize.test(parameters)));
  }

  @Override
  public final Node lastInput(Network network, Node vector, P parameters) {
    return OutputLayer.input(network, vector, normalize.test(parameters));
  }

  @Override
  public final String lossId() {
    return lossId;
  }

  @Override
  public final Map<String, Object> lossParameters(P parameters) {
    return lossParameters.apply(parameters);
  }
}
