// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.network.Convolution;
import org.patchwork.learn.network.LossFunction;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;

/** Every operation and layer that has a gradient, against central differences. */
class GradientTest {

  /** An operation under test, with the shape of its input and a shift of its values in [−1, 1]. */
  record Case(String name, float shift, int[] shape, Differentiable function) {
    @Override
    public String toString() {
      return name;
    }
  }

  interface Differentiable {
    Node apply(Network network, Node x);
  }

  @BeforeAll
  static void load() throws TrainingException {
    TensorFlowNative.load();
  }

  static Stream<Case> operations() {
    return Stream.of(
        vector("add", (n, x) -> n.add(x, weight(n, 4))),
        vector("add broadcast to", (n, x) -> n.add(n.sum(x, true, 0), weight(n, 3, 4))),
        vector("subtract", (n, x) -> n.subtract(weight(n, 4), x)),
        vector("multiply", (n, x) -> n.multiply(x, weight(n, 4))),
        vector("divide", (n, x) -> n.divide(weight(n, 4), n.add(x, n.constant(2)))),
        vector("maximum", (n, x) -> n.maximum(x, weight(n, 4))),
        vector("negate", Network::negate),
        vector("abs", Network::abs),
        vector("square", Network::square),
        positive("sqrt", Network::sqrt),
        vector("exp", Network::exp),
        positive("log", Network::log),
        vector("pow 0", (n, x) -> n.add(n.pow(x, 0), x)),
        vector("pow 1", (n, x) -> n.add(n.pow(x, 1), x)),
        vector("equal", (n, x) -> n.multiply(x, n.equal(x, n.max(x, true, 1)))),
        vector("greaterEqual", (n, x) -> n.multiply(x, n.greaterEqual(x, n.constant(0)))),
        vector("pow 2", (n, x) -> n.pow(x, 2)),
        vector("pow 3", (n, x) -> n.pow(x, 3)),
        positive("pow 1.7", (n, x) -> n.pow(x, 1.7f)),
        vector("clip", (n, x) -> n.clip(x, -0.4f, 0.51f)),
        vector("relu", Network::relu),
        vector("sigmoid", Network::sigmoid),
        vector("softplus", Network::softplus),
        vector("softmax", Network::softmax),
        vector("log softmax", Network::logSoftmax),
        vector("sum", (n, x) -> n.sum(x, false)),
        vector("sum of rows", (n, x) -> n.sum(x, false, 1)),
        vector("mean", (n, x) -> n.mean(x, false)),
        vector("mean of columns", (n, x) -> n.mean(x, true, 0)),
        vector("max", (n, x) -> n.max(x, false)),
        vector("max of rows", (n, x) -> n.max(x, true, -1)),
        vector("matMul", (n, x) -> n.matMul(x, weight(n, 4, 5), false)),
        vector("matMul transposed", (n, x) -> n.matMul(x, weight(n, 5, 4), true)),
        vector("reshape", (n, x) -> n.square(n.reshape(x, 2, -1))),
        vector("concat", (n, x) -> n.square(n.concat(1, x, n.exp(x)))),
        vector("concat rows", (n, x) -> n.square(n.concat(0, x, weight(n, 2, 4)))),
        vector("slice", (n, x) -> n.square(n.slice(x, 1, 1, 2))),
        vector("slice from the end", (n, x) -> n.square(n.slice(x, -2, 2, 1))),
        vector("l2Normalize", Network::l2Normalize));
  }

  static Stream<Case> layers() {
    return Stream.of(
        image("resizeBilinear larger", (n, x) -> n.resizeBilinear(x, 7, 9)),
        image("resizeBilinear smaller", (n, x) -> n.resizeBilinear(x, 3, 2)),
        vector("dense", (n, x) -> n.dense("layer", x, 3)),
        image("conv 1", (n, x) -> n.conv("layer", x, 4, 1)),
        image("conv 3", (n, x) -> n.conv("layer", x, 4, 3)),
        image("separable conv", (n, x) -> n.separableConv("layer", x, 4, 3)),
        vector("batch norm of vectors", (n, x) -> n.batchNorm("layer", x)),
        image("batch norm of maps", (n, x) -> n.batchNorm("layer", x)),
        vector("dropout", (n, x) -> n.dropout(n.square(x), 0.3)),
        image("spatial dropout", (n, x) -> n.spatialDropout(n.square(x), 0.3)),
        image("max pool", Network::maxPool),
        image("max pool padded", (n, x) -> n.maxPool(x, 3, 2, true)),
        image("conv stride", (n, x) -> n.conv("layer", x, Convolution.plain(4, 3, 2))),
        image("conv patches", (n, x) -> n.conv("layer", x, Convolution.patches(4, 2))),
        image("depthwise conv", (n, x) -> n.depthwiseConv("layer", x, 3)),
        image("layer norm", (n, x) -> n.layerNorm("layer", x, 1e-3f)),
        vector("gelu", Network::gelu),
        image("transposed conv", (n, x) -> transposed(n, x, 10, 11)),
        image("transposed conv back", (n, x) -> transposed(n, x, 9, 12)),
        image("permute", (n, x) -> n.square(n.permute(x, 3, 0, 2, 1))),
        image("reverse", (n, x) -> n.multiply(n.reverse(x, 1), n.reverse(x, -1))),
        image("batchMatMul", (n, x) -> n.batchMatMul(x, weight(n, 2, 5, 3, 4), false)),
        image("batchMatMul of itself", (n, x) -> n.batchMatMul(x, x, true)),
        vector("transpose", (n, x) -> n.square(n.matMul(n.transpose(x), x, false))));
  }

  private static Node transposed(Network network, Node x, int height, int width) {
    Convolution convolution = new Convolution(4, 4, 2, true, true);
    return network.transposedConv("layer", x, convolution, height, width);
  }

  private static Case vector(String name, Differentiable function) {
    return new Case(name, 0, new int[] {3, 4}, function);
  }

  private static Case positive(String name, Differentiable function) {
    return new Case(name, 1.1f, new int[] {3, 4}, function);
  }

  private static Case image(String name, Differentiable function) {
    return new Case(name, 0, new int[] {2, 5, 6, 3}, function);
  }

  private static Node weight(Network network, int... shape) {
    return network.weight("weight", Network.Kind.KERNEL, Network.Init.GLOROT_UNIFORM, shape);
  }

  @ParameterizedTest
  @MethodSource({"operations", "layers"})
  void gradientIsThatOfFiniteDifferences(Case operation) throws TrainingException {
    try (GradientCheck check = new GradientCheck(operation)) {
      check.run();
    }
  }

  /**
   * Masked targets: the gradient is right where the target is known and exactly zero where it is
   * not.
   */
  @Test
  void maskedLossIgnoresUnknownTargets() throws TrainingException {
    float[] targets = {1, -1, 0, 1, -1, -1, -1, -1, 0, 1, 1, -1};
    LossFunction loss = Networks.MASKED_CROSS_ENTROPY;
    Case masked =
        new Case(
            "masked loss",
            0,
            new int[] {3, 4},
            (n, x) -> loss.build(n, n.constant(targets, 3, 4), n.sigmoid(x)));
    try (GradientCheck check = new GradientCheck(masked)) {
      check.run();
      float[] gradient = check.gradientOfInput();
      for (int i = 0; i < targets.length; i++) {
        assertEquals(targets[i] >= 0, gradient[i] != 0, "entry " + i);
      }
    }
  }

  @Test
  void stopGradientStops() throws TrainingException {
    Case stopped =
        vector("stop", (n, x) -> n.add(n.multiply(n.constant(0), x), n.stopGradient(n.exp(x))));
    try (GradientCheck check = new GradientCheck(stopped)) {
      for (float value : check.gradientOfInput()) {
        assertTrue(value == 0, () -> "gradient " + value);
      }
    }
  }

  /** 0 · 0⁻¹ would be NaN: the focal loss with γ = 0 meets it for every certain prediction. */
  @Test
  void powerZeroHasAGradientAtZero() throws TrainingException {
    Case focal =
        new Case(
            "focal",
            0,
            new int[] {3, 4},
            (n, x) -> n.add(n.pow(n.multiply(x, n.constant(0)), 0), x));
    try (GradientCheck check = new GradientCheck(focal)) {
      check.run();
    }
  }

  /**
   * Patches have no gradient in TensorFlow's C++ part; the error must say so instead of training
   * something wrong.
   */
  @Test
  void patchesRefuseToBeTrainedThrough() {
    TrainingException failure =
        assertThrows(
            TrainingException.class,
            () ->
                Networks.open(
                    (n, x) ->
                        n.sigmoid(
                            n.dense(
                                "b",
                                n.reshape(n.extractPatches(n.conv("a", x, 2, 3), 2, 2), -1, 32),
                                1)),
                    1,
                    4,
                    4,
                    1));
    assertTrue(failure.getMessage().contains("ExtractImagePatches"), failure.getMessage());
  }
}
