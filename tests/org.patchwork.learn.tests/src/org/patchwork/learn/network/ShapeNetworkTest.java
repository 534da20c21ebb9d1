// SPDX-License-Identifier: MIT
package org.patchwork.learn.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.patchwork.core.TrainingException;

class ShapeNetworkTest {

  @Test
  void followsShapesAndCountsParameters() throws Exception {
    ShapeNetwork.Outline outline =
        ShapeNetwork.outline(
            new int[] {7, 7, 16},
            (network, x) -> {
              Node y = network.relu(network.batchNorm("norm", network.conv("conv", x, 8, 3)));
              Node z = network.separableConv("separable", network.maxPool(y), 4, 5);
              return network.dense("out", network.max(z, false, 1, 2), 2);
            });
    assertEquals(List.of(2), outline.outputShape());
    long conv = 3 * 3 * 16 * 8 + 8;
    long norm = 2 * 8;
    long separable = 5 * 5 * 8 + 8 * 4 + 4;
    long dense = 4 * 2 + 2;
    assertEquals(conv + norm + separable + dense, outline.parameterCount());
    assertEquals("conv/kernel", outline.weights().get(0).name());
  }

  @Test
  void saysWhatDoesNotFit() {
    assertFails(
        "matMul does not fit shapes [n, 5] and [4, 2]",
        (network, x) ->
            network.matMul(
                x, network.weight("w", Network.Kind.KERNEL, Network.Init.ZEROS, 4, 2), false));
    assertFails("conv needs feature maps", (network, x) -> network.conv("conv", x, 3, 1));
    assertFails(
        "two weights named a/kernel",
        (network, x) -> network.dense("a", network.dense("a", x, 5), 5));
    assertFails("below 1, not 1.0", (network, x) -> network.dropout(x, 1));
    assertFails("permute does not fit shapes [n, 5] and [0, 2]", (n, x) -> n.permute(x, 0, 2));
    assertFails("batchMatMul does not fit", (n, x) -> n.batchMatMul(x, x, true));
    assertFails(
        "transposedConv, padded, from and back to does not fit shapes [n, 1, 1, 5] and [n, 2, 1, 5]",
        (n, x) ->
            n.transposedConv(
                "t", n.reshape(x, -1, 1, 1, 5), new Convolution(2, 4, 2, true, true), 4, 2));
    assertFails("no dimension 2", (network, x) -> network.sum(x, false, 2));
  }

  private static void assertFails(String text, NetworkFunction function) {
    String message =
        assertThrows(TrainingException.class, () -> ShapeNetwork.outline(new int[] {5}, function))
            .getMessage();
    assertTrue(message.contains("features of shape [5]") && message.contains(text), message);
  }

  @Test
  void shapesBroadcastAsNumPyDoes() {
    assertArrayEquals(
        new int[] {-1, 4, 3}, Shapes.broadcast("add", new int[] {-1, 1, 3}, new int[] {4, 1}));
    assertArrayEquals(new int[] {-1, 2}, Shapes.broadcast("add", new int[] {-1, 2}, new int[0]));
    assertThrows(
        IllegalArgumentException.class,
        () -> Shapes.broadcast("add", new int[] {2, 3}, new int[] {2, 4}));
  }

  @Test
  void reshapeReduceConcatSliceAndPatches() {
    assertArrayEquals(new int[] {-1, 12}, Shapes.reshape(new int[] {-1, 3, 4}, -1, 12));
    assertArrayEquals(new int[] {2, 12}, Shapes.reshape(new int[] {2, 3, 4}, 2, -1));
    assertThrows(IllegalArgumentException.class, () -> Shapes.reshape(new int[] {2, 3}, 4, -1));
    assertArrayEquals(new int[] {2, 1}, Shapes.reduce(new int[] {2, 3}, true, -1));
    assertArrayEquals(new int[0], Shapes.reduce(new int[] {2, 3}, false));
    assertArrayEquals(new int[] {-1, 7}, Shapes.concat(-1, new int[] {-1, 3}, new int[] {-1, 4}));
    assertThrows(IllegalArgumentException.class, () -> Shapes.slice(new int[] {-1, 5}, 1, 3, 3));
    assertArrayEquals(new int[] {-1, 2, 3, 12}, Shapes.patches(new int[] {-1, 5, 6, 3}, 2, 2));
    assertArrayEquals(new int[] {-1, 3, 2, 8}, Shapes.pool(new int[] {-1, 7, 5, 8}));
    assertThrows(IllegalArgumentException.class, () -> Shapes.pool(new int[] {-1, 1, 5, 8}));
  }

  @Test
  void layersBuiltAgainShareTheirWeights() {
    ShapeNetwork network = new ShapeNetwork(false);
    Node input = network.input(4);
    network.dense("layer", input, 3);
    network.again().dense("layer", input, 3);
    assertEquals(15, network.parameterCount());
    assertThrows(IllegalArgumentException.class, () -> network.again().dense("layer", input, 5));
    assertThrows(IllegalArgumentException.class, () -> network.dense("layer", input, 3));
  }
}
