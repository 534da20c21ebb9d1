// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.ModelBuild;
import org.patchwork.learn.Optimizer;
import org.patchwork.learn.TrainableModel;
import org.patchwork.learn.network.InitialValues;
import org.patchwork.learn.network.NetworkFunction;
import org.patchwork.tensorflow.TensorFlowEngine;

/** The same seed gives the same model, bit for bit, however the threads are scheduled. */
class DeterminismTest {
  private static final int BATCH = 64;
  private static final int STEPS = 30;

  /** Large enough that TensorFlow spreads its convolutions and products over all cores. */
  private static final NetworkFunction LARGE =
      (network, x) -> {
        var a = network.relu(network.batchNorm("norm1", network.conv("conv1", x, 64, 3)));
        var b = network.spatialDropout(network.maxPool(a), 0.3);
        var c = network.relu(network.separableConv("conv2", b, 96, 3));
        var d =
            network.dropout(
                network.relu(network.dense("hidden", network.mean(c, false, 1, 2), 512)), 0.5);
        return network.sigmoid(network.dense("output", d, 4));
      };

  private record Outcome(Map<String, float[]> weights, double loss, float[] predictions) {}

  private static Outcome train(NetworkFunction network, long seed, int... shape)
      throws TrainingException {
    ModelBuild build =
        new ModelBuild(
            shape,
            4,
            network,
            Networks.MASKED_CROSS_ENTROPY,
            Optimizer.ADAM,
            1e-3,
            name -> true,
            seed);
    float[] inputs = Networks.values("x", BATCH * Shapes.product(shape));
    float[] targets = Networks.targets("y", BATCH * 4);
    float[] predictions = new float[BATCH * 4];
    double loss = 0;
    try (TrainableModel model = new TensorFlowEngine().open(build)) {
      for (int i = 0; i < STEPS; i++) {
        loss += model.step(inputs, targets, BATCH, 0.003);
      }
      model.predict(inputs, BATCH, predictions);
      return new Outcome(model.weights(), loss, predictions);
    }
  }

  @Test
  void convolutionsAreEqualBitForBit() throws TrainingException {
    checkEqual(train(LARGE, 1, 14, 14, 16), train(LARGE, 1, 14, 14, 16));
  }

  @Test
  void wideHeadsAreEqualBitForBit() throws TrainingException {
    NetworkFunction head =
        (network, x) ->
            network.sigmoid(
                network.dense("output", network.relu(network.dense("hidden", x, 256)), 4));
    checkEqual(train(head, 1, 2048), train(head, 1, 2048));
  }

  private static void checkEqual(Outcome first, Outcome second) {
    assertEquals(first.loss(), second.loss());
    assertArrayEquals(first.predictions(), second.predictions());
    first
        .weights()
        .forEach((name, values) -> assertArrayEquals(values, second.weights().get(name), name));
  }

  @Test
  void anotherSeedIsAnotherModel() throws TrainingException {
    NetworkFunction head = Networks.sigmoidHead(4);
    assertFalse(Arrays.equals(train(head, 1, 8).predictions(), train(head, 2, 8).predictions()));
  }

  /**
   * Dropout draws anew at each step: with frozen weights the training loss must change from step to
   * step.
   */
  @Test
  void dropoutDependsOnTheStep() throws TrainingException {
    NetworkFunction dropping =
        (network, x) -> network.sigmoid(network.dense("output", network.dropout(x, 0.5), 4));
    float[] inputs = Networks.values("x", BATCH * 8);
    float[] targets = Networks.targets("y", BATCH * 4);
    try (TrainableModel model = Networks.open(dropping, 4, 8)) {
      double first = model.step(inputs, targets, BATCH, 0);
      double second = model.step(inputs, targets, BATCH, 0);
      assertFalse(first == second);
      assertEquals(model.loss(inputs, targets, BATCH), model.loss(inputs, targets, BATCH));
    }
  }

  /** Initial weights hang on the name alone: another layer beside it changes nothing. */
  @Test
  void aLayerStartsTheSameInAnotherNetwork() throws TrainingException {
    NetworkFunction deeper =
        (network, x) ->
            network.sigmoid(
                network.dense("output", network.add(x, network.dense("other", x, 8)), 4));
    try (TrainableModel small = Networks.open(Networks.sigmoidHead(4), 4, 8);
        TrainableModel large = Networks.open(deeper, 4, 8)) {
      assertArrayEquals(small.weights().get("output/kernel"), large.weights().get("output/kernel"));
    }
  }

  @Test
  void kernelsStartAsGlorotSays() {
    float[] values =
        new InitialValues(1)
            .of("w", org.patchwork.learn.network.Network.Init.GLOROT_UNIFORM, 3, 3, 8, 16);
    double limit = Math.sqrt(6.0 / (9 * 8 + 9 * 16));
    double sum = 0;
    double squares = 0;
    for (float value : values) {
      assertFalse(Math.abs(value) > limit);
      sum += value;
      squares += value * value;
    }
    assertEquals(0, sum / values.length, 0.1 * limit);
    assertEquals(limit * limit / 3, squares / values.length, 0.05 * limit * limit);
  }
}
