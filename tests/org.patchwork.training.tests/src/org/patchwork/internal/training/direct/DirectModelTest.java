// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.direct;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.ModelBuild;
import org.patchwork.learn.Optimizer;
import org.patchwork.learn.TrainableModel;
import org.patchwork.learn.conformance.ReferenceEngine;
import org.patchwork.learn.network.LossFunction;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.NetworkFunction;
import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Ops;

class DirectModelTest {
  private static final int INPUTS = 11;
  private static final int CLASSES = 3;
  private static final int ROWS = 9;

  /** Networks that together use every operation. */
  private enum Design implements NetworkFunction {
    LINEAR_SIGMOID {
      @Override
      public Node build(Network network, Node input) {
        return network.sigmoid(network.dense("output", input, CLASSES));
      }
    },
    HIDDEN_SOFTMAX {
      @Override
      public Node build(Network network, Node input) {
        Node hidden = network.relu(network.dense("hidden", input, 40)); // wide rows
        return network.softmax(network.dense("output", hidden, CLASSES));
      }
    },
    NORMALIZED_TRANSPOSED {
      @Override
      public Node build(Network network, Node input) {
        Node hidden = network.l2Normalize(network.dense("hidden", input, 5));
        Node kernel =
            network.weight("turned", Network.Kind.KERNEL, Network.Init.GLOROT_UNIFORM, CLASSES, 5);
        return network.exp(network.logSoftmax(network.matMul(hidden, kernel, true)));
      }
    },
    PIECES {
      @Override
      public Node build(Network network, Node input) {
        Node left = network.dense("left", network.slice(input, 1, 2, 4), 4);
        Node right = network.dense("right", network.slice(input, 1, 0, 3), 4);
        Node both = network.concat(1, network.square(left), network.abs(right));
        Node gates = network.reshape(network.max(both, false, 1), -1, 1);
        Node mixed = network.multiply(network.softplus(network.maximum(left, right)), gates);
        Node mean = network.mean(mixed, true, 1);
        Node scaled =
            network.divide(network.subtract(mixed, mean), network.add(gates, network.constant(2)));
        return network.sigmoid(network.negate(network.dense("output", scaled, CLASSES)));
      }
    },
    POWERS {
      @Override
      public Node build(Network network, Node input) {
        Node positive = network.exp(network.dense("hidden", input, CLASSES));
        Node root = network.sqrt(network.pow(positive, 1.5f));
        Node clipped = network.clip(positive, .5f, 2);
        return network.sigmoid(network.subtract(network.multiply(root, clipped), positive));
      }
    },
    SCALED {
      @Override
      public Node build(Network network, Node input) {
        return network.sigmoid(network.dense("output", scale(network, centre(network, input)), 3));
      }
    },
    /** The same, but what is scaled has another use, which must go on seeing it. */
    SCALED_AND_USED {
      @Override
      public Node build(Network network, Node input) {
        Node centred = centre(network, input);
        Node logits = network.dense("output", scale(network, centred), 3);
        Node none = network.multiply(network.sum(centred, true, 1), network.constant(0));
        return network.sigmoid(network.add(logits, none));
      }
    };

    private static Node centre(Network network, Node input) {
      float[] mean = new float[INPUTS];
      for (int i = 0; i < INPUTS; i++) {
        mean[i] = 0.37f * i - 1;
      }
      return network.subtract(input, network.constant(mean, INPUTS));
    }

    private static Node scale(Network network, Node centred) {
      return network.multiply(centred, network.constant(0.71f));
    }
  }

  private static final LossFunction CROSS_ENTROPY = DirectModelTest::crossEntropy;

  private static Node crossEntropy(Ops ops, Node target, Node prediction) {
    Node one = ops.constant(1);
    Node known = ops.greaterEqual(target, ops.constant(0));
    Node p = ops.clip(prediction, 1e-7f, 1 - 1e-7f);
    Node present = ops.multiply(target, ops.log(p));
    Node absent = ops.multiply(ops.subtract(one, target), ops.log(ops.subtract(one, p)));
    Node sum = ops.sum(ops.multiply(known, ops.add(present, absent)), false);
    return ops.negate(ops.divide(sum, ops.add(ops.sum(known, false), ops.constant(1e-7f))));
  }

  private final float[] inputs = new float[ROWS * INPUTS];
  private final float[] targets = new float[ROWS * CLASSES];

  DirectModelTest() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = (float) random.nextGaussian();
    }
    for (int i = 0; i < targets.length; i++) {
      targets[i] = random.nextInt(3) - 1;
    }
  }

  private static ModelBuild build(NetworkFunction design, Optimizer optimizer, double decay) {
    return new ModelBuild(
        new int[] {INPUTS},
        CLASSES,
        design,
        CROSS_ENTROPY,
        optimizer,
        decay,
        name -> name.startsWith("hidden"),
        5);
  }

  private static TrainableModel open(NetworkFunction design) throws TrainingException {
    return DirectModel.open(build(design, Optimizer.MOMENTUM, 0), new ReferenceEngine())
        .orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(Design.class)
  void gradientsAreThoseOfFiniteDifferences(Design design) throws Exception {
    try (TrainableModel model = open(design)) {
      Map<String, float[]> start = model.weights();
      model.step(inputs, targets, ROWS, 1); // the first step of momentum is the gradient
      Map<String, float[]> after = model.weights();
      for (String name : start.keySet()) {
        for (int i = 0; i < start.get(name).length; i++) {
          double gradient = start.get(name)[i] - after.get(name)[i];
          double wanted = difference(model, start, name, i);
          assertEquals(wanted, gradient, 2e-3 * (Math.abs(wanted) + 1), name + " " + i);
        }
      }
    }
  }

  private double difference(
      TrainableModel model, Map<String, float[]> start, String name, int index)
      throws TrainingException {
    float step = 1e-3f;
    return (lossAt(model, start, name, index, step) - lossAt(model, start, name, index, -step))
        / (2 * step);
  }

  private double lossAt(
      TrainableModel model, Map<String, float[]> start, String name, int index, float step)
      throws TrainingException {
    Map<String, float[]> moved = new LinkedHashMap<>(start);
    moved.put(name, start.get(name).clone());
    moved.get(name)[index] += step;
    model.restore(moved);
    return model.loss(inputs, targets, ROWS);
  }

  @ParameterizedTest
  @EnumSource(Design.class)
  void predictionsDoNotDependOnTheBatch(Design design) throws Exception {
    int many = 300;
    float[] all = new float[many * INPUTS];
    for (int row = 0; row < many; row++) {
      System.arraycopy(inputs, row % ROWS * INPUTS, all, row * INPUTS, INPUTS);
    }
    float[] together = new float[many * CLASSES];
    float[] alone = new float[CLASSES];
    try (TrainableModel model = open(design)) {
      model.predict(all, many, together);
      for (int row = 0; row < ROWS; row++) {
        float[] one = Arrays.copyOfRange(inputs, row * INPUTS, (row + 1) * INPUTS);
        model.predict(one, 1, alone);
        int last = (many / ROWS - 1) * ROWS + row;
        assertArrayEquals(
            alone, Arrays.copyOfRange(together, last * CLASSES, (last + 1) * CLASSES), 1e-6f);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Design.class)
  void aBatchWithoutLabelsChangesNothing(Design design) throws Exception {
    float[] unknown = new float[targets.length];
    Arrays.fill(unknown, -1);
    try (TrainableModel model = open(design)) {
      Map<String, float[]> start = model.weights();
      assertEquals(0, model.step(inputs, unknown, ROWS, 1), 1e-30);
      model.weights().forEach((name, after) -> assertArrayEquals(start.get(name), after, name));
    }
  }

  @Test
  void scalingOnTheWayInChangesNoBit() throws Exception {
    try (TrainableModel scaled = open(Design.SCALED);
        TrainableModel used = open(Design.SCALED_AND_USED)) {
      float[] first = new float[ROWS * CLASSES];
      float[] second = new float[ROWS * CLASSES];
      for (int step = 0; step < 3; step++) {
        assertEquals(
            used.step(inputs, targets, ROWS, 0.1), scaled.step(inputs, targets, ROWS, 0.1));
        scaled.predict(inputs, ROWS, first);
        used.predict(inputs, ROWS, second);
        assertArrayEquals(second, first);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Optimizer.class)
  void learnsAndDoesSoTheSameWayTwice(Optimizer optimizer) throws Exception {
    double[] losses = new double[2];
    float[][] outputs = new float[2][ROWS * CLASSES];
    for (int run = 0; run < 2; run++) {
      ModelBuild build = build(Design.HIDDEN_SOFTMAX, optimizer, 1e-4);
      try (TrainableModel model = DirectModel.open(build, new ReferenceEngine()).orElseThrow()) {
        double first = model.loss(inputs, targets, ROWS);
        for (int i = 0; i < 200; i++) {
          losses[run] = model.step(inputs, targets, ROWS, .01);
        }
        assertTrue(losses[run] < first / 2, first + " to " + losses[run]);
        model.predict(inputs, ROWS, outputs[run]);
      }
    }
    assertEquals(losses[0], losses[1]);
    assertArrayEquals(outputs[0], outputs[1]);
  }

  @Test
  void weightDecayPullsOnlyWhatItIsToPull() throws Exception {
    float[] unknown = new float[targets.length];
    Arrays.fill(unknown, -1);
    ModelBuild build = build(Design.HIDDEN_SOFTMAX, Optimizer.MOMENTUM, .1);
    try (TrainableModel model = DirectModel.open(build, new ReferenceEngine()).orElseThrow()) {
      Map<String, float[]> start = model.weights();
      model.step(inputs, unknown, ROWS, 1);
      Map<String, float[]> after = model.weights();
      assertArrayEquals(start.get("output/kernel"), after.get("output/kernel"));
      float before = start.get("hidden/kernel")[7];
      assertEquals(.9f * before, after.get("hidden/kernel")[7], 1e-6);
    }
  }

  @Test
  void dropoutDropsWhileTrainingOnly() throws Exception {
    NetworkFunction design =
        (network, input) ->
            network.sigmoid(network.dense("output", network.dropout(input, .5), CLASSES));
    try (TrainableModel model = open(design)) {
      Map<String, float[]> start = model.weights();
      double inference = model.loss(inputs, targets, ROWS);
      double first = model.step(inputs, targets, ROWS, 1e-12);
      double second = model.step(inputs, targets, ROWS, 1e-12);
      assertTrue(first != inference && first != second, "every batch drops other values");
      model.restore(start);
      assertEquals(inference, model.loss(inputs, targets, ROWS));
    }
  }

  @Test
  void nothingIsLearntBehindAStoppedGradient() throws Exception {
    NetworkFunction design =
        (network, input) ->
            network.sigmoid(
                network.dense(
                    "output", network.stopGradient(network.dense("hidden", input, 6)), CLASSES));
    try (TrainableModel model = open(design)) {
      Map<String, float[]> start = model.weights();
      model.step(inputs, targets, ROWS, .1);
      Map<String, float[]> after = model.weights();
      assertArrayEquals(start.get("hidden/kernel"), after.get("hidden/kernel"));
      assertFalse(Arrays.equals(start.get("output/kernel"), after.get("output/kernel")));
    }
  }

  @Test
  void whatOnlyAnEngineCanDoIsLeftToIt() throws Exception {
    NetworkFunction design =
        (network, input) -> network.dense("output", network.batchNorm("norm", input), CLASSES);
    assertFalse(
        DirectModel.open(build(design, Optimizer.ADAM, 0), new ReferenceEngine()).isPresent());
  }

  @Test
  void saysAtWhichStepTheLossBecameInfinite() throws Exception {
    float[] broken = inputs.clone();
    broken[4] = Float.NaN;
    try (TrainableModel model = open(Design.LINEAR_SIGMOID)) {
      String message =
          assertThrows(TrainingException.class, () -> model.step(broken, targets, ROWS, .1))
              .getMessage();
      assertTrue(message.contains("step 1") && message.contains("learning rate"), message);
    }
  }
}
