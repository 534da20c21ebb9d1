// SPDX-License-Identifier: MIT
package org.patchwork.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BilinearTest {
  private static DecodedImage image(int height, int width, int channels, float... samples) {
    return new SampleImage(new ImageSize(height, width), channels, false, samples);
  }

  private static float[] resize(DecodedImage image, int height, int width) {
    return Bilinear.read(image, Window.all(image.size()), height, width).values();
  }

  /**
   * Half-pixel centres: the target's centres 0.25, 0.75, 1.25, 1.75 lie at −0.25, 0.25, 0.75, 1.25
   * of the source.
   */
  @Test
  void enlargesByHand() {
    assertArrayEquals(new float[] {0, 2.5f, 7.5f, 10}, resize(image(1, 2, 1, 0, 10), 1, 4));
    assertArrayEquals(new float[] {0, 2.5f, 7.5f, 10}, resize(image(2, 1, 1, 0, 10), 4, 1));
  }

  /** No smoothing: shrinking by 4 takes the mean of the two middle ones of each four. */
  @Test
  void shrinksWithoutSmoothing() {
    assertArrayEquals(
        new float[] {15, 55}, resize(image(1, 8, 1, 0, 10, 20, 30, 40, 50, 60, 70), 1, 2));
    assertArrayEquals(new float[] {10}, resize(image(3, 1, 1, 99, 10, 77), 1, 1));
  }

  @Test
  void keepsTheNumbersAtEqualSize() {
    float[] samples = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    assertArrayEquals(samples, resize(image(2, 2, 3, samples), 2, 2));
  }

  @Test
  void agreesWithTheFormulaOnRandomSizes() {
    Random random = new Random(1);
    for (int round = 0; round < 50; round++) {
      int h = 1 + random.nextInt(9);
      int w = 1 + random.nextInt(9);
      float[] samples = new float[h * w * 2];
      for (int i = 0; i < samples.length; i++) {
        samples[i] = random.nextFloat();
      }
      int outH = 1 + random.nextInt(12);
      int outW = 1 + random.nextInt(12);
      float[] found = resize(image(h, w, 2, samples), outH, outW);
      for (int i = 0; i < found.length; i++) {
        int x = i / 2 % outW;
        int y = i / 2 / outW;
        assertEquals(
            formula(samples, h, w, i % 2, (y + .5) * h / outH - .5, (x + .5) * w / outW - .5),
            found[i],
            1e-5);
      }
    }
  }

  private static double formula(float[] samples, int h, int w, int channel, double y, double x) {
    double sum = 0;
    for (int row = 0; row < h; row++) {
      for (int column = 0; column < w; column++) {
        double clampedY = Math.max(0, Math.min(h - 1, y));
        double clampedX = Math.max(0, Math.min(w - 1, x));
        double weight =
            Math.max(0, 1 - Math.abs(clampedY - row))
                * Math.max(0, 1 - Math.abs(clampedX - column));
        sum += weight * samples[(row * w + column) * 2 + channel];
      }
    }
    return sum;
  }

  @Test
  void readsOnlyTheWindow() {
    DecodedImage image = image(3, 4, 1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    assertArrayEquals(
        new float[] {5, 6, 9, 10}, Bilinear.read(image, new Window(1, 1, 2, 2), 2, 2).values());
  }
}
