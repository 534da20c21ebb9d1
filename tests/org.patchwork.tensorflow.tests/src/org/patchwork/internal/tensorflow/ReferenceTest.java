// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.CompiledFunction;
import org.patchwork.learn.Engine;
import org.patchwork.learn.conformance.ReferenceEngine;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;
import org.patchwork.tensorflow.TensorFlowEngine;

/** The engine computes what the reference implementation in plain Java computes. */
class ReferenceTest {
  private static final int COUNT = 3;
  private static final int[] IMAGE = {6, 7, 2};

  record Case(String name, GradientTest.Differentiable function) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> functions() {
    return Stream.of(
        new Case("arithmetic", ReferenceTest::arithmetic),
        new Case("exponentials", ReferenceTest::exponentials),
        new Case("comparisons", ReferenceTest::comparisons),
        new Case("reductions", ReferenceTest::reductions),
        new Case("products", ReferenceTest::products),
        new Case("parts", ReferenceTest::parts),
        new Case("images", ReferenceTest::images));
  }

  private static Node arithmetic(Network n, Node x) {
    Node shifted = n.add(n.abs(x), n.constant(0.5f));
    Node quotient = n.divide(n.subtract(x, n.constant(new float[] {1, 2}, 2)), shifted);
    return n.multiply(n.square(quotient), n.add(n.sqrt(shifted), n.pow(shifted, 1.3f)));
  }

  private static Node exponentials(Network n, Node x) {
    Node sum = n.add(n.exp(n.negate(x)), n.log(n.add(n.square(x), n.constant(1))));
    return n.add(sum, n.add(n.sigmoid(x), n.add(n.softplus(x), n.softmax(n.logSoftmax(x)))));
  }

  private static Node comparisons(Network n, Node x) {
    Node larger = n.greaterEqual(x, n.constant(0.2f));
    Node top = n.equal(x, n.max(x, true, 1, 2));
    return n.add(n.maximum(x, larger), n.add(top, n.add(n.relu(x), n.clip(x, -0.3f, 0.4f))));
  }

  private static Node reductions(Network n, Node x) {
    Node channels = n.concat(1, n.sum(x, false, 1, 2), n.mean(x, false, 1, -2));
    return n.concat(-1, channels, n.max(x, false, 1, 2));
  }

  private static Node products(Network n, Node x) {
    Node rows = n.reshape(x, -1, 84);
    Node product = n.matMul(rows, n.constant(Networks.values("a", 84 * 5), 84, 5), false);
    Node back = n.matMul(product, n.constant(Networks.values("b", 4 * 5), 4, 5), true);
    return n.l2Normalize(back);
  }

  private static Node parts(Network n, Node x) {
    return n.concat(2, n.slice(x, 2, 1, 3), n.stopGradient(n.slice(x, -2, 0, 2)));
  }

  private static Node images(Network n, Node x) {
    Node patches = n.mean(n.extractPatches(x, 3, 2), false, 1, 2);
    Node resized = n.reshape(n.resizeBilinear(n.maxPool(x), 5, 4), -1, 40);
    return n.concat(1, patches, resized);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void equalsTheReference(Case function) throws TrainingException {
    float[] expected = apply(new ReferenceEngine(), function);
    assertArrayEquals(expected, apply(new TensorFlowEngine(), function), 1e-4f);
  }

  private static float[] apply(Engine engine, Case tested) throws TrainingException {
    try (CompiledFunction function = engine.compile(IMAGE, tested.function()::apply)) {
      float[] output = new float[COUNT * Shapes.product(function.outputShape())];
      function.apply(Networks.values("images", COUNT * Shapes.product(IMAGE)), COUNT, output);
      return output;
    }
  }
}
