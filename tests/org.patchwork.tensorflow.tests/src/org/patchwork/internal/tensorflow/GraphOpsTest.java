// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.CompiledFunction;
import org.patchwork.learn.ModelBuild;
import org.patchwork.learn.Optimizer;
import org.patchwork.learn.TrainableModel;
import org.patchwork.learn.network.Convolution;
import org.patchwork.learn.network.LossFunction;
import org.patchwork.learn.network.NetworkFunction;
import org.patchwork.learn.network.Node;
import org.patchwork.tensorflow.TensorFlowEngine;

/** Values worked by hand; gradients are in {@link GradientTest}. */
class GraphOpsTest {
  private final TensorFlowEngine engine = new TensorFlowEngine();

  private float[] apply(NetworkFunction function, float[] input, int... shape)
      throws TrainingException {
    try (CompiledFunction compiled = engine.compile(shape, function)) {
      int count = input.length / Shapes.product(shape);
      float[] output = new float[count * Shapes.product(compiled.outputShape())];
      compiled.apply(input, count, output);
      return output;
    }
  }

  private static float[] range(int length) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = i;
    }
    return values;
  }

  @Test
  void poolingIsThatOfTheOracle() throws TrainingException {
    float[] image = new float[3 * 4 * 2];
    for (int pixel = 0; pixel < 12; pixel++) {
      image[2 * pixel + 1] = pixel % 4 < 2 ? 1 : 0;
    }
    assertArrayEquals(
        new float[] {0, 1}, apply((n, x) -> n.max(x, false, 1, 2), image, 3, 4, 2), 1e-9f);
    assertArrayEquals(
        new float[] {0, 0.5f}, apply((n, x) -> n.mean(x, false, 1, 2), image, 3, 4, 2), 1e-9f);
  }

  @Test
  void patchesAreRowMajorWithChannelsLast() throws TrainingException {
    float[] patches = apply((n, x) -> n.extractPatches(x, 2, 1), range(3 * 3 * 2), 3, 3, 2);
    assertEquals(4 * 8, patches.length);
    assertArrayEquals(
        new float[] {8, 9, 10, 11, 14, 15, 16, 17},
        Arrays.copyOfRange(patches, 24, 32),
        "the lower right patch");
  }

  @Test
  void maxPoolDropsAnOddRow() throws TrainingException {
    assertArrayEquals(
        new float[] {6, 8, 16, 18}, apply((n, x) -> n.maxPool(x), range(25), 5, 5, 1));
  }

  @Test
  void bilinearUsesHalfPixelCentres() throws TrainingException {
    assertArrayEquals(
        new float[] {0, 0.25f, 0.75f, 1},
        apply((n, x) -> n.resizeBilinear(x, 1, 4), new float[] {0, 1}, 1, 2, 1),
        1e-6f);
  }

  @Test
  void nothingOverflows() throws TrainingException {
    float[] large = {1000, -1000};
    assertArrayEquals(new float[] {1000, 0}, apply((n, x) -> n.softplus(x), large, 2), 1e-3f);
    assertArrayEquals(new float[] {0, -2000}, apply((n, x) -> n.logSoftmax(x), large, 2), 1e-3f);
    assertArrayEquals(new float[] {1, 0}, apply((n, x) -> n.softmax(x), large, 2), 1e-6f);
    assertArrayEquals(new float[] {1, 0}, apply((n, x) -> n.sigmoid(x), large, 2), 1e-6f);
  }

  @Test
  void normalizingNothingGivesNothing() throws TrainingException {
    assertArrayEquals(
        new float[] {0, 0, 0.6f, 0.8f},
        apply((n, x) -> n.l2Normalize(x), new float[] {0, 0, 3, 4}, 2),
        1e-6f);
  }

  @Test
  void comparisonsGiveNumbers() throws TrainingException {
    float[] values = {-1, 0, 1};
    assertArrayEquals(new float[] {0, 1, 0}, apply((n, x) -> n.equal(x, n.constant(0)), values, 3));
    assertArrayEquals(
        new float[] {0, 1, 1}, apply((n, x) -> n.greaterEqual(x, n.constant(0)), values, 3));
  }

  @Test
  void dimensionsAreReorderedAndReversed() throws TrainingException {
    float[] image = range(6);
    assertArrayEquals(
        new float[] {0, 3, 1, 4, 2, 5}, apply((n, x) -> n.permute(x, 0, 2, 1), image, 2, 3));
    assertArrayEquals(
        new float[] {2, 1, 0, 5, 4, 3}, apply((n, x) -> n.reverse(x, -1), image, 2, 3));
    assertArrayEquals(
        new float[] {5, 14, 14, 50},
        apply((n, x) -> n.batchMatMul(x, x, true), image, 2, 3),
        "rows (0 1 2) and (3 4 5) with each other");
  }

  /** ⟨conv(x), z⟩ = ⟨x, transposed(z)⟩ for the same kernel, which fixes it wholly. */
  @Test
  void aTransposedConvolutionIsTheAdjointOfTheConvolution() throws TrainingException {
    Convolution convolution = new Convolution(3, 4, 2, true, false);
    Convolution back = new Convolution(16, 4, 2, true, false);
    float[] values = Networks.values("z", 2 * 2 * 3);
    NetworkFunction difference =
        (n, x) -> {
          Node z = n.constant(values, 1, 2, 2, 3);
          Node there = n.sum(n.multiply(n.conv("layer", x, convolution), z), false, 1, 2, 3);
          Node spread = n.again().transposedConv("layer", z, back, 4, 4);
          Node here = n.sum(n.multiply(x, spread), false, 1, 2, 3);
          return n.reshape(n.concat(0, n.subtract(there, here), there), -1, 1);
        };
    LossFunction mean = (ops, target, p) -> ops.mean(ops.square(p), false);
    LossFunction first = (ops, target, p) -> mean.build(ops, target, ops.slice(p, 0, 0, 200));
    LossFunction second = (ops, target, p) -> mean.build(ops, target, ops.slice(p, 0, 200, 200));
    assertEquals(0, trainingLoss(difference, first, 1), 1e-9);
    assertTrue(trainingLoss(difference, second, 1) > 0.01);
  }

  @Test
  void slicesCountFromTheEnd() throws TrainingException {
    assertArrayEquals(new float[] {1, 2, 5, 6}, apply((n, x) -> n.slice(x, -1, 1, 2), range(8), 4));
  }

  @Test
  void constantsMustFillTheirShape() {
    TrainingException failure =
        assertThrows(
            TrainingException.class,
            () -> engine.compile(new int[] {2}, (n, x) -> n.constant(new float[3], 2, 2)));
    assertTrue(failure.getMessage().contains("3 values do not fill [2, 2]"), failure.getMessage());
  }

  @Test
  void aFunctionHasNoWeights() {
    TrainingException failure =
        assertThrows(
            TrainingException.class,
            () -> engine.compile(new int[] {2}, (n, x) -> n.dense("layer", x, 2)));
    assertTrue(failure.getMessage().contains("no weight layer/kernel"), failure.getMessage());
  }

  /** Ones keep or lose a whole channel, so that its mean is 0 or 2 and p · (2 − p) is 0. */
  @Test
  void spatialDropoutDropsWholeChannels() throws TrainingException {
    NetworkFunction channels = (n, x) -> n.mean(n.spatialDropout(x, 0.5), false, 1, 2);
    LossFunction mixed =
        (ops, target, p) -> ops.mean(ops.multiply(p, ops.subtract(ops.constant(2), p)), false);
    assertEquals(0, trainingLoss(channels, mixed));
    assertEquals(1, trainingLoss(channels, (ops, target, p) -> ops.mean(p, false)), 0.1);
  }

  @Test
  void dropoutDropsSingleValuesAndKeepsTheMean() throws TrainingException {
    NetworkFunction values = (n, x) -> n.mean(n.dropout(x, 0.25), false, 1, 2);
    LossFunction mean = (ops, target, p) -> ops.mean(p, false);
    LossFunction spread =
        (ops, target, p) -> {
          Node difference = ops.subtract(p, ops.constant(1));
          return ops.mean(ops.square(difference), false);
        };
    assertEquals(1, trainingLoss(values, mean), 0.01);
    // The variance of a kept or lost value is rate / (1 − rate) = 1/3, over 16 of them 1/48.
    assertEquals(1.0 / 48, trainingLoss(values, spread), 0.003);
  }

  /** The loss of a network, before it learns, on 200 images of 4×4 ones with 16 channels. */
  private double trainingLoss(NetworkFunction model, LossFunction loss) throws TrainingException {
    return trainingLoss(model, loss, 16);
  }

  private double trainingLoss(NetworkFunction model, LossFunction loss, int outputs)
      throws TrainingException {
    int[] shape = {4, 4, 16};
    ModelBuild build =
        new ModelBuild(shape, outputs, model, loss, Optimizer.ADAM, 0, name -> true, 11);
    float[] ones = new float[200 * Shapes.product(shape)];
    Arrays.fill(ones, 1);
    try (TrainableModel network = engine.open(build)) {
      return network.step(ones, new float[200 * outputs], 200, 0.1);
    }
  }
}
