// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.patchwork.learn.CompiledFunction;
import org.patchwork.pretraining.NetworkInput;

/** What networks see of images, in a real graph, by hand. */
class NetworkInputTest {
  @BeforeAll
  static void load() throws Exception {
    TensorFlowNative.load();
  }

  private static float[] seen(NetworkInput input, int height, int width, float... images)
      throws Exception {
    int channels = images.length / height / width;
    int[] shape = {height, width, channels};
    float[] out = new float[height * width * (input == NetworkInput.GREY ? 1 : 3)];
    try (CompiledFunction function =
        GraphFunction.compile(shape, input.before((network, x) -> x))) {
      function.apply(images, 1, out);
    }
    return out;
  }

  @Test
  void greyIsTheMeanOfTheChannels() throws Exception {
    assertArrayEquals(
        new float[] {.5f, .25f}, seen(NetworkInput.GREY, 1, 2, 0, .5f, 1, 0, 0, .75f), 1e-6f);
  }

  /** A step from 0 to 1 between the second and the third column: slope 4 beside it, 0 elsewhere. */
  @Test
  void edgesStandInTheSecondChannelAndMirrorAtTheBorder() throws Exception {
    float[] step = {0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1};
    float[] wanted = new float[36];
    for (int i = 0; i < 12; i++) {
      boolean beside = i % 4 == 1 || i % 4 == 2;
      wanted[3 * i] = .5f;
      wanted[3 * i + 1] = beside ? 2.5f : .5f;
    }
    assertArrayEquals(wanted, seen(NetworkInput.SOBEL, 3, 4, step), 1e-6f);
    float[] down = seen(NetworkInput.SOBEL, 4, 3, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1);
    for (int i = 0; i < 12; i++) {
      boolean beside = i / 3 == 1 || i / 3 == 2;
      wanted[3 * i] = beside ? 2.5f : .5f;
      wanted[3 * i + 1] = .5f;
    }
    assertArrayEquals(wanted, down, 1e-6f);
  }
}
