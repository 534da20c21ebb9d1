// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.util.function.Predicate;
import org.patchwork.learn.network.LossFunction;
import org.patchwork.learn.network.NetworkFunction;

/**
 * What an engine needs to build a trainable network.
 *
 * @param inputShape shape of one input, without the batch
 * @param outputs number of outputs
 * @param model from {@code [n, …inputShape]} to {@code [n, outputs]}
 * @param loss from target and output to a scalar
 * @param optimizer optimiser
 * @param weightDecay factor of ½Σ kernel² in the loss, 0 for none
 * @param decayed which kernels take weight decay, by weight name
 * @param seed seed of initial weights and dropout
 * @param normMomentum how much of its value a statistic of batch normalisation keeps in a step
 */
public record ModelBuild(
    int[] inputShape,
    int outputs,
    NetworkFunction model,
    LossFunction loss,
    Optimizer optimizer,
    double weightDecay,
    Predicate<String> decayed,
    long seed,
    double normMomentum) {
  /** What Keras has, right for runs of a thousand steps. */
  private static final double KERAS = 0.99;

  /** With statistics as Keras has them. */
  public ModelBuild(
      int[] inputShape,
      int outputs,
      NetworkFunction model,
      LossFunction loss,
      Optimizer optimizer,
      double weightDecay,
      Predicate<String> decayed,
      long seed) {
    this(inputShape, outputs, model, loss, optimizer, weightDecay, decayed, seed, KERAS);
  }
}
