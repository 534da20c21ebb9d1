// SPDX-License-Identifier: MIT
package org.patchwork.learn.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.network.Network.Init;
import org.patchwork.learn.network.NetworkSketch.Box;

class NetworkSketchTest {

  private static List<String> texts(NetworkSketch sketch) {
    return sketch.boxes().stream().map(Box::text).toList();
  }

  private static NetworkSketch sketch(NetworkFunction function, int... shape)
      throws TrainingException {
    ShapeNetwork.Outline outline = ShapeNetwork.outline(shape, function);
    assertEquals(outline.parameterCount(), outline.sketch().parameterCount());
    return outline.sketch();
  }

  @Test
  void normsAndActivationsStandInTheirLayer() throws Exception {
    NetworkSketch sketch =
        sketch(
            (n, x) -> {
              Node y = n.relu(n.batchNorm("norm", n.conv("conv", x, 8, 3)));
              Node z = n.spatialDropout(n.maxPool(y), 0.25);
              return n.sigmoid(n.dense("out", n.max(z, false, 1, 2), 2));
            },
            6,
            6,
            4);
    assertEquals(
        List.of(
            "Features",
            "Convolution 3×3, batch norm, ReLU",
            "Max pooling 2×2",
            "Channel dropout 25 %",
            "Global max pooling",
            "Dense sigmoid"),
        texts(sketch));
    assertEquals(List.of(3, 3, 8), sketch.boxes().get(2).shape());
    assertEquals(3 * 3 * 4 * 8 + 8 + 16, sketch.boxes().get(1).parameters());
    assertEquals(List.of(4), sketch.boxes().get(5).inputs());
  }

  /** A layer that a shortcut reads keeps its value: what follows it stands in a box of its own. */
  @Test
  void aShortcutKeepsWhatItReads() throws Exception {
    NetworkSketch sketch =
        sketch(
            (n, x) -> {
              Node a = n.dense("a", x, 4);
              return n.add(a, n.dense("b", n.relu(a), 4));
            },
            3);
    assertEquals(List.of("Features", "Dense", "ReLU", "Dense", "Sum"), texts(sketch));
    assertEquals(List.of(1, 3), sketch.boxes().get(4).inputs());
  }

  @Test
  void arithmeticWithConstantsIsNoBox() throws Exception {
    NetworkSketch sketch =
        sketch(
            (n, x) ->
                n.multiply(n.subtract(x, n.constant(new float[] {1, 2}, 2)), n.constant(0.5f)),
            2);
    assertEquals(List.of("Features"), texts(sketch));
  }

  @Test
  void weightsOutsideOfLayersAreCountedWhereTheyComeIn() throws Exception {
    NetworkSketch sketch =
        sketch(
            (n, x) -> {
              Node kernel = n.weight("k", Network.Kind.KERNEL, Init.GLOROT_UNIFORM, 3, 5);
              Node scale = n.weight("s", Network.Kind.NORM, Init.ONES, 5);
              Node unit = n.l2Normalize(n.multiply(scale, n.constant(2)));
              return n.multiply(n.matMul(x, kernel, false), unit);
            },
            3);
    assertEquals(List.of("Features", "Projection", "Product with weights"), texts(sketch));
    assertEquals(15, sketch.boxes().get(1).parameters());
    assertEquals(5, sketch.boxes().get(2).parameters());
  }
}
