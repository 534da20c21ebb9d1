// SPDX-License-Identifier: MIT
package org.patchwork.learn.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.patchwork.learn.network.Convolution;
import org.patchwork.learn.network.Node;

class ReferenceNetworkTest {
  private static final double[] NINE = {1, 2, 3, 4, 5, 6, 7, 8, 9};

  @Test
  void convolutionPadsWithZeros() {
    ReferenceNetwork network = new ReferenceNetwork(1);
    network
        .weights()
        .put("c/kernel", ReferenceValue.of(new double[] {0, 1, 0, 0, 0, 0, 0, 0, 0}, 3, 3, 1, 1));
    network.weights().put("c/bias", ReferenceValue.of(new double[] {10}, 1));
    Node shifted = network.conv("c", ReferenceValue.of(NINE, 1, 3, 3, 1), 1, 3);
    assertArrayEquals(
        new double[] {10, 10, 10, 11, 12, 13, 14, 15, 16}, ReferenceOps.value(shifted).values());
  }

  @Test
  void separableConvolutionIsDepthwiseThenPointwise() {
    ReferenceNetwork network = new ReferenceNetwork(1);
    network.weights().put("s/depthwise", ReferenceValue.of(new double[] {2, 3}, 1, 1, 2, 1));
    network.weights().put("s/pointwise", ReferenceValue.of(new double[] {1, 10}, 1, 1, 2, 1));
    Node x = ReferenceValue.of(new double[] {1, 1, 4, 5}, 1, 1, 2, 2);
    Node y = network.separableConv("s", x, 1, 1);
    assertArrayEquals(new double[] {32, 158}, ReferenceOps.value(y).values());
  }

  /** ⟨conv(x), z⟩ = ⟨x, transposed(z)⟩ for the same kernel, which fixes it wholly. */
  @Test
  void aTransposedConvolutionIsTheAdjointOfTheConvolution() {
    ReferenceNetwork network = new ReferenceNetwork(1);
    SplittableRandom random = new SplittableRandom(2);
    Node x = ReferenceValue.of(random.doubles(2 * 5 * 6 * 3).toArray(), 2, 5, 6, 3);
    Node z = ReferenceValue.of(random.doubles(2 * 3 * 3 * 4).toArray(), 2, 3, 3, 4);
    Node there = network.conv("c", x, new Convolution(4, 4, 2, true, false));
    Node back = network.transposedConv("c", z, new Convolution(3, 4, 2, true, false), 5, 6);
    double expected = ReferenceOps.value(network.sum(network.multiply(there, z), false)).scalar();
    double actual = ReferenceOps.value(network.sum(network.multiply(x, back), false)).scalar();
    assertEquals(expected, actual, 1e-9);
  }

  @Test
  void reordersReversesAndMultipliesStacksOfMatrices() {
    ReferenceOps ops = new ReferenceOps();
    Node x = ReferenceValue.of(new double[] {0, 1, 2, 3, 4, 5}, 1, 2, 3);
    assertArrayEquals(
        new double[] {0, 3, 1, 4, 2, 5}, ReferenceOps.value(ops.permute(x, 0, 2, 1)).values());
    assertArrayEquals(
        new double[] {2, 1, 0, 5, 4, 3}, ReferenceOps.value(ops.reverse(x, -1)).values());
    Node pair = ops.concat(0, x, ops.reverse(x, 1));
    assertArrayEquals(
        new double[] {5, 14, 14, 50, 50, 14, 14, 5},
        ReferenceOps.value(ops.batchMatMul(pair, pair, true)).values());
  }

  @Test
  void poolsAndPatches() {
    ReferenceNetwork network = new ReferenceNetwork(1);
    Node x = ReferenceValue.of(NINE, 1, 3, 3, 1);
    assertArrayEquals(new double[] {5}, ReferenceOps.value(network.maxPool(x)).values());
    assertArrayEquals(
        new double[] {1, 2, 4, 5, 2, 3, 5, 6, 4, 5, 7, 8, 5, 6, 8, 9},
        ReferenceOps.value(network.extractPatches(x, 2, 1)).values());
  }

  @Test
  void resizesWithHalfPixelCentres() {
    Node x = ReferenceValue.of(new double[] {0, 10}, 1, 1, 2, 1);
    assertArrayEquals(
        new double[] {0, 2.5, 7.5, 10},
        ReferenceOps.value(new ReferenceOps().resizeBilinear(x, 1, 4)).values());
  }

  @Test
  void reducesConcatenatesAndNormalises() {
    ReferenceOps ops = new ReferenceOps();
    Node x = ReferenceValue.of(new double[] {3, 4, 0, 5}, 2, 2);
    assertArrayEquals(new double[] {7, 5}, ReferenceOps.value(ops.sum(x, false, 1)).values());
    assertArrayEquals(new double[] {1.5, 4.5}, ReferenceOps.value(ops.mean(x, false, 0)).values());
    assertEquals(5, ReferenceOps.value(ops.max(x, false)).scalar());
    assertArrayEquals(
        new double[] {.6, .8, 0, 1}, ReferenceOps.value(ops.l2Normalize(x)).values(), 1e-12);
    assertArrayEquals(
        new double[] {3, 4, 4, 0, 5, 5},
        ReferenceOps.value(ops.concat(1, x, ops.slice(x, 1, 1, 1))).values());
    double[] softmax = ReferenceOps.value(ops.softmax(x)).values();
    assertEquals(1 / (1 + Math.E), softmax[0], 1e-12);
    assertEquals(
        Math.log1p(Math.exp(-5)) + 5, ReferenceOps.value(ops.softplus(x)).values()[3], 1e-12);
  }
}
