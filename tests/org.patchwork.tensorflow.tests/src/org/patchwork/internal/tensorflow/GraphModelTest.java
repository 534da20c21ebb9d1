// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.ModelBuild;
import org.patchwork.learn.Optimizer;
import org.patchwork.learn.TrainableModel;
import org.patchwork.learn.network.LossFunction;
import org.patchwork.learn.network.Network.Init;
import org.patchwork.learn.network.Network.Kind;
import org.patchwork.learn.network.NetworkFunction;
import org.patchwork.tensorflow.TensorFlowEngine;

class GraphModelTest {
  private static final int BATCH = 16;

  /**
   * Output = one row of the weight p for each input row; with the loss Σ p·g the gradient of p is
   * g.
   */
  private static final NetworkFunction BARE_WEIGHT =
      (network, x) ->
          network.add(
              network.multiply(x, network.constant(0)),
              network.weight("p", Kind.KERNEL, Init.ZEROS, 2));

  private static final LossFunction GIVEN_GRADIENT =
      (ops, target, prediction) -> ops.sum(ops.multiply(target, prediction), false);

  @Test
  void adamFollowsKeras() throws TrainingException {
    checkOptimizer(
        Optimizer.ADAM,
        new float[][] {{0.1f, -2f}, {0.3f, 0.5f}, {-0.2f, 0f}},
        0.001,
        new double[][] {
          {0.999000031622, 2.00099999842},
          {0.998082259681, 2.00146946587},
          {0.997824358056, 2.00183236557}
        });
  }

  @Test
  void momentumFollowsKeras() throws TrainingException {
    checkOptimizer(
        Optimizer.MOMENTUM,
        new float[][] {{0.1f, -2f}, {0.3f, 0.5f}, {-0.2f, 0f}},
        0.01,
        new double[][] {{0.999, 2.02}, {0.9951, 2.033}, {0.99359, 2.0447}});
  }

  private static void checkOptimizer(
      Optimizer optimizer, float[][] gradients, double rate, double[][] expected)
      throws TrainingException {
    ModelBuild build =
        new ModelBuild(
            new int[] {2}, 2, BARE_WEIGHT, GIVEN_GRADIENT, optimizer, 0, name -> true, 0);
    try (TrainableModel model = new TensorFlowEngine().open(build)) {
      model.restore(Map.of("p", new float[] {1, 2}));
      for (int i = 0; i < gradients.length; i++) {
        model.step(new float[2], gradients[i], 1, rate);
        float[] p = model.weights().get("p");
        assertEquals(expected[i][0], p[0], 2e-6);
        assertEquals(expected[i][1], p[1], 2e-6);
      }
    }
  }

  /** With batch norm, dropout and what the optimiser remembers. */
  @Test
  void goesOnBitForBitWhereAnotherStopped() throws TrainingException {
    float[] inputs = Networks.values("x", 4 * 8 * 8 * 2);
    float[] targets = Networks.targets("y", 4 * 3);
    try (TrainableModel whole = Networks.open(Networks.convnet(3), 3, 8, 8, 2);
        TrainableModel second = Networks.open(Networks.convnet(3), 3, 8, 8, 2)) {
      for (int i = 0; i < 5; i++) {
        whole.step(inputs, targets, 4, 1e-2);
      }
      second.resume(whole.state().orElseThrow(), 5);
      for (int i = 0; i < 5; i++) {
        assertEquals(
            whole.step(inputs, targets, 4, 1e-2),
            second.step(inputs, targets, 4, 1e-2),
            "step " + i);
      }
      Map<String, float[]> expected = whole.state().orElseThrow();
      Map<String, float[]> actual = second.state().orElseThrow();
      assertEquals(expected.keySet(), actual.keySet());
      assertTrue(expected.size() > whole.weights().size(), "the optimiser's own values too");
      expected.forEach((name, values) -> assertArrayEquals(values, actual.get(name), name));
    }
  }

  @Test
  void momentumKeepsItsSpeedWhenTheRateFalls() throws TrainingException {
    ModelBuild build =
        new ModelBuild(
            new int[] {2}, 2, BARE_WEIGHT, GIVEN_GRADIENT, Optimizer.MOMENTUM, 0, name -> true, 0);
    try (TrainableModel model = new TensorFlowEngine().open(build)) {
      model.step(new float[2], new float[] {1, 1}, 1, 0.1); // v = −.1
      model.step(new float[2], new float[] {1, 1}, 1, 0); // v = −.09
      assertEquals(-0.19, model.weights().get("p")[0], 1e-6);
    }
  }

  @Test
  void weightDecayAddsTheKernelToItsGradient() throws TrainingException {
    ModelBuild build =
        new ModelBuild(
            new int[] {2}, 2, BARE_WEIGHT, GIVEN_GRADIENT, Optimizer.MOMENTUM, 0.5, "p"::equals, 0);
    try (TrainableModel model = new TensorFlowEngine().open(build)) {
      model.restore(Map.of("p", new float[] {1, 2}));
      assertEquals(
          8,
          model.step(new float[2], new float[] {2, 3}, 1, 0.1),
          1e-6,
          "the loss is without decay");
      assertArrayEquals(
          new float[] {1 - 0.1f * 2.5f, 2 - 0.1f * 4}, model.weights().get("p"), 1e-6f);
    }
  }

  @Test
  void weightDecaySparesWhatIsNotNamed() throws TrainingException {
    ModelBuild build =
        new ModelBuild(
            new int[] {2},
            2,
            BARE_WEIGHT,
            GIVEN_GRADIENT,
            Optimizer.MOMENTUM,
            0.5,
            "other"::equals,
            0);
    try (TrainableModel model = new TensorFlowEngine().open(build)) {
      model.restore(Map.of("p", new float[] {1, 2}));
      model.step(new float[2], new float[] {2, 3}, 1, 0.1);
      assertArrayEquals(new float[] {1 - 0.2f, 2 - 0.3f}, model.weights().get("p"), 1e-6f);
    }
  }

  /** Case worked by hand: four images, three features, two classes, two labels unknown. */
  @Test
  void oneStepOnMaskedLabels() throws TrainingException {
    float[] features = {
      0.58f, -0.36f, 0.27f, -0.69f, 1f, 0.54f, 1.76f, -0.29f, -0.92f, -0.78f, -0.31f, 0.09f
    };
    float[] labels = {1, -1, 0, 1, -1, 0, 1, 1};
    ModelBuild build =
        new ModelBuild(
            new int[] {3},
            2,
            Networks.sigmoidHead(2),
            Networks.MASKED_CROSS_ENTROPY,
            Optimizer.MOMENTUM,
            0,
            name -> true,
            0);
    try (TrainableModel model = new TensorFlowEngine().open(build)) {
      model.restore(
          Map.of(
              "output/kernel", new float[] {0.12f, -0.05f, -0.04f, -0.12f, 0.06f, 0.05f},
              "output/bias", new float[2]));
      float[] prediction = new float[8];
      model.predict(features, 4, prediction);
      assertArrayEquals(
          new float[] {
            0.525029062438f,
            0.506924557244f,
            0.477415378334f,
            0.48537916944f,
            0.541802194645f,
            0.475220317329f,
            0.481059068113f,
            0.520164058002f
          },
          prediction,
          1e-6f);
      assertEquals(0.674374443316, model.step(features, labels, 4, 0.5), 1e-5);
      assertArrayEquals(
          new float[] {
            0.13667715233f,
            -0.180479013862f,
            -0.107439717062f,
            -0.0780262016195f,
            0.0530952110593f,
            0.113190264602f
          },
          model.weights().get("output/kernel"),
          1e-5f);
      assertArrayEquals(
          new float[] {0.0430413742596f, 0.0432697046024f},
          model.weights().get("output/bias"),
          1e-5f);
      assertEquals(0.614486353256, model.loss(features, labels, 4), 1e-5);
    }
  }

  @Test
  void unknownRowsChangeNothing() throws TrainingException {
    try (TrainableModel model = Networks.open(Networks.sigmoidHead(3), 3, 5)) {
      Map<String, float[]> before = model.weights();
      float[] unknown = new float[4 * 3];
      Arrays.fill(unknown, -1);
      assertEquals(0, model.step(Networks.values("x", 4 * 5), unknown, 4, 0.1));
      assertEqualWeights(before, model.weights());
    }
  }

  @Test
  void unknownRowsGiveExactlyTheStepOfTheOthers() throws TrainingException {
    float[] features = Networks.values("x", 4 * 5);
    float[] labels = {1, 0, 1, 0, 1, 1, -1, -1, -1, -1, -1, -1};
    try (TrainableModel all = Networks.open(Networks.sigmoidHead(3), 3, 5);
        TrainableModel known = Networks.open(Networks.sigmoidHead(3), 3, 5)) {
      all.step(features, labels, 4, 0.1);
      known.step(features, labels, 2, 0.1);
      float[] a = all.weights().get("output/kernel");
      float[] b = known.weights().get("output/kernel");
      assertArrayEquals(b, a, 1e-6f);
    }
  }

  @Test
  void batchNormAveragesInTrainingOnly() throws TrainingException {
    NetworkFunction model =
        (network, x) -> network.sigmoid(network.dense("output", network.batchNorm("norm", x), 1));
    float[] features = {1, 2, 3, 6};
    try (TrainableModel network = Networks.open(model, 1, 1)) {
      network.loss(features, new float[] {0, 1, 0, 1}, 4);
      network.predict(features, 4, new float[4]);
      assertArrayEquals(new float[] {0}, network.weights().get("norm/moving_mean"));
      network.step(features, new float[] {0, 1, 0, 1}, 4, 0.01);
      assertEquals(0.01 * 3, network.weights().get("norm/moving_mean")[0], 1e-6);
      // The variance of a batch in the average is the unbiased one, 14/3, as in Keras.
      assertEquals(0.99 + 0.01 * 14 / 3, network.weights().get("norm/moving_variance")[0], 1e-6);
      assertEquals(1 + 1 + 1 + 1, network.parameterCount(), "moving averages are not parameters");
    }
  }

  @Test
  void restoreReturnsToTheSnapshot() throws TrainingException {
    float[] features = Networks.values("x", BATCH * 8 * 8 * 2);
    float[] labels = Networks.targets("y", BATCH * 3);
    try (TrainableModel model = Networks.open(Networks.convnet(3), 3, 8, 8, 2)) {
      model.step(features, labels, BATCH, 0.01);
      Map<String, float[]> best = model.weights();
      float[] before = predict(model, features);
      for (int i = 0; i < 5; i++) {
        model.step(features, labels, BATCH, 0.01);
      }
      assertFalse(
          Arrays.equals(before, predict(model, features)), "five steps change the predictions");
      model.restore(best);
      assertArrayEquals(before, predict(model, features));
      assertEqualWeights(best, model.weights());
    }
  }

  @Test
  void restoreRefusesWeightsOfAnotherNetwork() throws TrainingException {
    try (TrainableModel model = Networks.open(Networks.sigmoidHead(3), 3, 5)) {
      Map<String, float[]> other = new HashMap<>(model.weights());
      other.put("output/kernel", new float[7]);
      TrainingException failure = assertThrows(TrainingException.class, () -> model.restore(other));
      assertTrue(
          failure.getMessage().contains("output/kernel needs 15 values and has 7"),
          failure.getMessage());
    }
  }

  @Test
  void predictionDoesNotDependOnTheSizeOfTheBatch() throws TrainingException {
    int count = 2500; // more than one chunk at 1024 features
    float[] features = Networks.values("x", count * 1024);
    float[] together = new float[count * 2];
    float[] single = new float[2];
    try (TrainableModel model = Networks.open(Networks.sigmoidHead(2), 2, 1024)) {
      model.predict(features, count, together);
      for (int row : new int[] {0, 1, 2047, 2048, 2499}) {
        model.predict(Arrays.copyOfRange(features, row * 1024, (row + 1) * 1024), 1, single);
        assertArrayEquals(single, Arrays.copyOfRange(together, 2 * row, 2 * row + 2), 1e-6f);
      }
    }
  }

  @Test
  void aLossThatIsNotFiniteSaysWhatToDo() throws TrainingException {
    try (TrainableModel model = Networks.open(Networks.sigmoidHead(1), 1, 2)) {
      TrainingException failure =
          assertThrows(
              TrainingException.class,
              () -> model.step(new float[] {Float.NaN, 1}, new float[] {1}, 1, 0.25));
      assertTrue(
          failure.getMessage().contains("Lower the learning rate (it was 0.25)"),
          failure.getMessage());
    }
  }

  @Test
  void aNetworkOfTheWrongWidthIsRefused() {
    TrainingException failure =
        assertThrows(TrainingException.class, () -> Networks.open(Networks.sigmoidHead(4), 3, 5));
    assertTrue(failure.getMessage().contains("gives [n, 4]"), failure.getMessage());
  }

  @Test
  void aLayerNameUsedTwiceIsRefused() {
    NetworkFunction twice = (network, x) -> network.dense("same", network.dense("same", x, 5), 5);
    TrainingException failure =
        assertThrows(TrainingException.class, () -> Networks.open(twice, 5, 5));
    assertTrue(failure.getMessage().contains("same/kernel"), failure.getMessage());
  }

  @Test
  void partsThatDoNotFitAreRefusedWithTheReason() {
    NetworkFunction mismatch =
        (network, x) -> network.matMul(x, network.constant(new float[6], 2, 3), false);
    TrainingException failure =
        assertThrows(TrainingException.class, () -> Networks.open(mismatch, 3, 5));
    assertTrue(
        failure.getMessage().startsWith("The network cannot be built: "), failure.getMessage());
  }

  private static float[] predict(TrainableModel model, float[] features) throws TrainingException {
    float[] probabilities = new float[BATCH * 3];
    model.predict(features, BATCH, probabilities);
    return probabilities;
  }

  private static void assertEqualWeights(
      Map<String, float[]> expected, Map<String, float[]> actual) {
    assertEquals(expected.keySet(), actual.keySet());
    expected.forEach((name, values) -> assertArrayEquals(values, actual.get(name), name));
  }
}
