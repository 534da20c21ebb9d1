// SPDX-License-Identifier: MIT
package org.patchwork.image.segmentation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.patchwork.image.ImagePatch;

/** Superpixels by those of scikit-image 0.26, and grids by the specification. */
class SuperpixelsTest {
  private static final int HEIGHT = 16;
  private static final int WIDTH = 20;
  private static final double[][] COLOURS = {
    {.2, .3, .4}, {.8, .3, .2}, {.3, .7, .5}, {.6, .6, .9}
  };

  /** Four colours with noise; the border between upper and lower ones falls in steps. */
  private static ImagePatch noisy() {
    float[] values = new float[HEIGHT * WIDTH * 3];
    long state = 1;
    int i = 0;
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        double[] colour = COLOURS[(x >= 11 ? 1 : 0) + (y >= 6 + x / 5 ? 2 : 0)];
        for (int c = 0; c < 3; c++) {
          state = (state * 1103515245 + 12345) % (1L << 31);
          values[i++] = (float) (colour[c] + .15 * (state / (double) (1L << 31) - .5));
        }
      }
    }
    return new ImagePatch(HEIGHT, WIDTH, 3, values);
  }

  private static String text(SegmentMap map) {
    StringBuilder text = new StringBuilder();
    for (int y = 0; y < map.height(); y++) {
      for (int x = 0; x < map.width(); x++) {
        text.append((char) ('A' + map.at(y, x)));
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static final String UPPER =
      """
      AAAAAAAAAAABBBBBBBBB
      AAAAAAAAAAABBBBBBBBB
      AAAAAAAAAAABBBBBBBBB
      AAAAAAAAAAABBBBBBBBB
      AAAAAAAAAAABBBBBBBBB
      AAAAAAAAAAABBBBBBBBB
      CCCCCAAAAAABBBBBBBBB
      CCCCCCCCCCABBBBBBBBB
      """;

  @Test
  void segmentsAreThoseOfScikitImage() {
    assertEquals(
        UPPER + "CCCCCCCCCCDEEEEBBBBB\n" + "CCCCCCCCCCDEEEEEEEEE\n".repeat(7),
        text(new Superpixels(40, Superpixels.DEFAULT_SIGMA, 8).segment(noisy())));
    assertEquals(
        UPPER + "CCCCCCCCCCCDDDDBBBBB\n" + "CCCCCCCCCCCDDDDDDDDD\n".repeat(7),
        text(new Superpixels(100, Superpixels.DEFAULT_SIGMA, 20).segment(noisy())));
  }

  @Test
  void manySmallSegmentsAreThoseOfScikitImage() {
    SegmentMap map = new Superpixels(5, Superpixels.DEFAULT_SIGMA, 1).segment(noisy());
    assertEquals(135, map.count());
    assertTrue(text(map).startsWith("AABCDEEFFGHIJKKLMNOP\nBBBBBQQRRFSITTTTUTVW\n"), text(map));
    assertEquals(HEIGHT * WIDTH, Arrays.stream(map.sizes()).sum());
  }

  @Test
  void oneColourIsOneSegment() {
    SegmentMap map = new Superpixels(0, 0, 1).segment(new ImagePatch(3, 4, 1, new float[12]));
    assertEquals(12, map.count(), "differences of 0 are not below a limit of 0");
    assertEquals(
        1, new Superpixels(1, 0.5, 1).segment(new ImagePatch(3, 4, 1, new float[12])).count());
  }

  @Test
  void gridsAreThoseOfTheSpecification() {
    assertArrayEquals(
        new int[] {0, 0, 0, 1, 1, 1, 0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 2, 2, 2, 3, 3, 3},
        SegmentMap.grid(4, 6, 2).segments());
    SegmentMap uneven = SegmentMap.grid(10, 10, 3);
    assertEquals(19, Arrays.stream(uneven.segments()).filter(s -> s == SegmentMap.NONE).count());
    assertEquals(81, Arrays.stream(uneven.sizes()).sum());
    SegmentMap whole = SegmentMap.grid(12, 16, 4);
    assertTrue(Arrays.stream(whole.sizes()).allMatch(size -> size == 12), "every pixel once");
    assertThrows(IllegalArgumentException.class, () -> SegmentMap.grid(3, 9, 4));
  }
}
