// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.util.random.RandomGenerator;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.ModelBuild;
import org.patchwork.learn.Optimizer;
import org.patchwork.learn.TrainableModel;
import org.patchwork.learn.network.LossFunction;
import org.patchwork.learn.network.NetworkFunction;
import org.patchwork.learn.network.Node;
import org.patchwork.tensorflow.TensorFlowEngine;

/** Networks, losses and data that several tests need. */
final class Networks {
  private static final float EPSILON = 1e-7f;

  private Networks() {}

  /** The masked binary cross-entropy of the specification, C.4, written with {@code Ops} alone. */
  static final LossFunction MASKED_CROSS_ENTROPY =
      (ops, target, prediction) -> {
        Node known = ops.greaterEqual(target, ops.constant(0));
        Node p = ops.clip(prediction, EPSILON, 1 - EPSILON);
        Node one = ops.constant(1);
        Node present = ops.multiply(target, ops.log(p));
        Node absent = ops.multiply(ops.subtract(one, target), ops.log(ops.subtract(one, p)));
        Node sum = ops.sum(ops.multiply(known, ops.negate(ops.add(present, absent))), false);
        return ops.divide(sum, ops.add(ops.sum(known, false), ops.constant(EPSILON)));
      };

  /** Half the squared distance of the known targets. */
  static final LossFunction SQUARES =
      (ops, target, prediction) ->
          ops.multiply(
              ops.constant(0.5f), ops.sum(ops.square(ops.subtract(prediction, target)), false));

  /** A dense layer with sigmoid. */
  static NetworkFunction sigmoidHead(int outputs) {
    return (network, x) -> network.sigmoid(network.dense("output", x, outputs));
  }

  /** One of everything that has a state: batch norm, dropout, convolutions, pooling. */
  static NetworkFunction convnet(int outputs) {
    return (network, x) -> {
      Node a = network.relu(network.batchNorm("norm1", network.conv("conv1", x, 6, 3)));
      Node b = network.spatialDropout(network.maxPool(a), 0.3);
      Node c = network.relu(network.separableConv("conv2", b, 8, 3));
      Node d = network.dropout(network.batchNorm("norm2", network.mean(c, false, 1, 2)), 0.4);
      return network.sigmoid(network.dense("output", d, outputs));
    };
  }

  static ModelBuild build(NetworkFunction model, int outputs, int... inputShape) {
    return new ModelBuild(
        inputShape, outputs, model, MASKED_CROSS_ENTROPY, Optimizer.ADAM, 0, name -> true, 5);
  }

  static TrainableModel open(NetworkFunction model, int outputs, int... inputShape)
      throws TrainingException {
    return new TensorFlowEngine().open(build(model, outputs, inputShape));
  }

  /** Values in [−1, 1), the same for the same name. */
  static float[] values(String name, int length) {
    RandomGenerator random = new RandomStreams(1).stream(name);
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = random.nextFloat() * 2 - 1;
    }
    return values;
  }

  /** Targets of −1, 0 and 1. */
  static float[] targets(String name, int length) {
    RandomGenerator random = new RandomStreams(2).stream(name);
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = random.nextInt(3) - 1;
    }
    return values;
  }
}
