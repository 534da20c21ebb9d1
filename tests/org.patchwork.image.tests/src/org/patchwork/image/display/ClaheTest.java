// SPDX-License-Identifier: MIT
package org.patchwork.image.display;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Against what skimage.exposure.equalize_adapthist 0.26 returns, rounded to bytes. */
class ClaheTest {
  private static final int GREY_WIDTH = 64;
  private static final int GREY_HEIGHT = 48;
  private static final int COLOR_WIDTH = 50;
  private static final int COLOR_HEIGHT = 37;

  /** A ragged pattern with a step in the middle. */
  private static byte[] pattern(int width, int height, boolean grey) {
    byte[] rgb = new byte[width * height * 3];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = 3 * (y * width + x);
        int value = 20 + (x * x * 3 + y * 7 + x * y) % 100 + (x > width / 2 ? 60 : 0);
        rgb[at] = (byte) value;
        rgb[at + 1] = (byte) (grey ? value : (x * 5 + y * 3) % 200);
        rgb[at + 2] = (byte) (grey ? value : x * y % 150);
      }
    }
    return rgb;
  }

  private static byte[] equalized(int width, int height, boolean grey, double limit, int tiles) {
    byte[] rgb = pattern(width, height, grey);
    new Clahe(rgb, width, height, limit, tiles).apply(rgb);
    return rgb;
  }

  private static int[] pixel(byte[] rgb, int width, int x, int y) {
    int at = 3 * (y * width + x);
    return new int[] {rgb[at] & 0xff, rgb[at + 1] & 0xff, rgb[at + 2] & 0xff};
  }

  private static long sum(byte[] rgb) {
    long sum = 0;
    for (byte value : rgb) {
      sum += value & 0xff;
    }
    return sum;
  }

  private static void assertRow(byte[] rgb, int width, int[][] expected) {
    for (int i = 0; i < expected.length; i++) {
      assertArrayEquals(expected[i], pixel(rgb, width, 9 * i, 11), "pixel " + 9 * i + " of row 11");
    }
  }

  @Test
  void greyAsScikitImage() {
    byte[] rgb = equalized(GREY_WIDTH, GREY_HEIGHT, true, 0.01, 8);
    int[] row = {183, 44, 115, 135, 170, 132, 73, 213};
    assertRow(
        rgb,
        GREY_WIDTH,
        Arrays.stream(row).mapToObj(v -> new int[] {v, v, v}).toArray(int[][]::new));
    assertEquals(1_214_826, sum(rgb));
  }

  @Test
  void colourAsScikitImageAlsoWhereTilesReachBeyondTheEdge() {
    byte[] rgb = equalized(COLOR_WIDTH, COLOR_HEIGHT, false, 0.01, 8);
    assertRow(
        rgb,
        COLOR_WIDTH,
        new int[][] {
          {198, 67, 0}, {62, 123, 157}, {50, 92, 36}, {131, 157, 137}, {97, 9, 66}, {113, 52, 40}
        });
    assertEquals(521_052, sum(rgb));
  }

  @Test
  void otherLimitAndTilesAsScikitImage() {
    byte[] rgb = equalized(COLOR_WIDTH, COLOR_HEIGHT, false, 0.03, 4);
    assertRow(
        rgb,
        COLOR_WIDTH,
        new int[][] {
          {163, 55, 0}, {54, 107, 136}, {72, 133, 52}, {131, 155, 136}, {93, 9, 63}, {106, 49, 38}
        });
    assertEquals(494_254, sum(rgb));
  }

  @Test
  void hueAndSaturationStay() {
    byte[] before = pattern(COLOR_WIDTH, COLOR_HEIGHT, false);
    byte[] after = equalized(COLOR_WIDTH, COLOR_HEIGHT, false, 0.01, 8);
    for (int i = 0; i < before.length; i += 3) {
      double value =
          Math.max(before[i] & 0xff, Math.max(before[i + 1] & 0xff, before[i + 2] & 0xff));
      double changed =
          Math.max(after[i] & 0xff, Math.max(after[i + 1] & 0xff, after[i + 2] & 0xff));
      for (int c = 0; c < 3; c++) {
        assertEquals((before[i + c] & 0xff) * changed / value, after[i + c] & 0xff, 1.01);
      }
    }
  }

  @Test
  void anImageThatIsTheSameEverywhereStaysAsItIs() {
    byte[] rgb = new byte[30 * 20 * 3];
    Arrays.fill(rgb, (byte) 77);
    byte[] changed = rgb.clone();
    new Clahe(changed, 30, 20, 0.01, 8).apply(changed);
    assertArrayEquals(rgb, changed);
  }

  @Test
  void aSinglePixelAndALineWork() {
    byte[] one = {1, 2, 3};
    new Clahe(one, 1, 1, 0.01, 8).apply(one);
    assertArrayEquals(new byte[] {1, 2, 3}, one);
    byte[] line = pattern(5, 1, true);
    new Clahe(line, 5, 1, 0, 2).apply(line);
    assertTrue(sum(line) > 0, "something is lit");
  }

  @Test
  void aDetailLooksAsInTheWhole() {
    byte[] whole = pattern(GREY_WIDTH, GREY_HEIGHT, true);
    Clahe clahe = new Clahe(whole, GREY_WIDTH, GREY_HEIGHT, 0.01, 8);
    byte[] detail = new byte[10 * 5 * 3];
    for (int y = 0; y < 5; y++) {
      System.arraycopy(whole, 3 * ((y + 21) * GREY_WIDTH + 13), detail, y * 30, 30);
    }
    clahe.apply(whole);
    clahe.apply(detail, 10, 5, 13, 21, 1);
    for (int y = 0; y < 5; y++) {
      int from = 3 * ((y + 21) * GREY_WIDTH + 13);
      assertArrayEquals(
          Arrays.copyOfRange(whole, from, from + 30),
          Arrays.copyOfRange(detail, y * 30, y * 30 + 30));
    }
  }

  @Test
  void aHistogramIsClippedAndSpreadAsWorkedByHand() {
    TileHistogram histogram = new TileHistogram(4);
    int[] counts = {10, 0, 2, 4};
    for (int bin = 0; bin < counts.length; bin++) {
      for (int i = 0; i < counts[bin]; i++) {
        histogram.add(bin);
      }
    }
    // limit 5: 5 too many; one each for all below gives 5 1 3 5 and leaves 2, which go one each to
    // the two bins still below: 5 2 4 5
    histogram.clip(5);
    assertArrayEquals(new int[] {5, 7, 11, 16}, histogram.mapping(16, 16));
  }

  @Test
  void aPageOfThumbnailsTakesNoVisibleTimeOfTheProcessor() {
    byte[] rgb = pattern(192, 192, false);
    DisplaySettings settings = DisplaySettings.PLAIN.withEqualized(true).withTone(0.1, 0.2);
    ThreadMXBean clock = ManagementFactory.getThreadMXBean(); // whatever else the machine does
    long best = Long.MAX_VALUE;
    for (int round = 0; round < 5; round++) {
      long start = clock.getCurrentThreadCpuTime();
      for (int i = 0; i < 24; i++) {
        DisplayFilter.apply(rgb, 192, 192, settings);
      }
      best = Math.min(best, clock.getCurrentThreadCpuTime() - start);
    }
    System.out.println("24 thumbnails equalised in " + best / 1_000_000 + " ms");
    assertTrue(best < 1_000_000_000L, "24 thumbnails took " + best / 1_000_000 + " ms");
  }
}
