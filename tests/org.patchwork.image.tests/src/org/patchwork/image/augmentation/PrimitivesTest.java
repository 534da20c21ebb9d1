// SPDX-License-Identifier: MIT
package org.patchwork.image.augmentation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.patchwork.image.ImagePatch;

/** Each operation with its draw fixed, against values computed apart from this code. */
class PrimitivesTest {
  private static final Map<String, ImagePatch> ORACLE = new TreeMap<>();

  /** A 3×3 image and what each operation makes of it: a name, then 27 values. */
  @BeforeAll
  static void read() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                PrimitivesTest.class.getResourceAsStream("primitives.txt"),
                StandardCharsets.UTF_8))) {
      lines
          .lines()
          .map(line -> line.split(" "))
          .forEach(words -> ORACLE.put(words[0], new ImagePatch(3, 3, 3, values(words))));
    }
  }

  private static float[] values(String[] words) {
    float[] values = new float[words.length - 1];
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.parseFloat(words[i + 1]);
    }
    return values;
  }

  private static ImagePatch image() {
    return ORACLE.get("image");
  }

  private static void check(String name, ImagePatch image) {
    assertArrayEquals(ORACLE.get(name).values(), image.values(), 1e-5f, name);
  }

  @Test
  void colours() {
    check("brightness_factor_1.2_clipped_at_end", Pixels.clip(Colors.brightness(image(), 1.2)));
    check("contrast_factor_0.7", Colors.contrast(image(), 0.7));
    check("saturation_factor_0.5", Colors.saturation(image(), 0.5));
    check("hue_delta_0.1", Colors.hue(image(), 0.1));
    check("drop_color", Pixels.spread(image(), Pixels.grey(image())));
    check("solarize_threshold_0.5", Solarize.solarize(image(), 0.5f));
    check("autocontrast", AutoContrast.stretch(image()));
  }

  @Test
  void edgesAndShapes() {
    check("sobel_prob", SobelEdges.edges(image()));
    check("rot90_1_counterclockwise", Rotate90.rotate(image(), 1));
    check("flip_left_right", FlipLeftRight.flip(image()));
    check("flip_up_down", FlipUpDown.flip(image()));
    check("mask_rows_1_2_cols_0_1_value_0.5", Mask.fill(image(), 1, 0, 2, 2));
  }

  @Test
  void saturationStopsAtPureColours() {
    ImagePatch pixel = new ImagePatch(1, 1, 3, new float[] {0.8f, 0.4f, 0.2f});
    assertArrayEquals(
        new float[] {0.8f, 0.2666667f, 0}, Colors.saturation(pixel, 9).values(), 1e-6f);
    assertArrayEquals(new float[] {0.8f, 0.8f, 0.8f}, Colors.saturation(pixel, 0).values(), 1e-6f);
  }

  @Test
  void hueByAFullTurnChangesNothing() {
    assertArrayEquals(image().values(), Colors.hue(image(), 1).values(), 1e-5f);
    assertArrayEquals(image().values(), Colors.hue(image(), -2).values(), 1e-5f);
  }

  @Test
  void blurKernels() {
    assertArrayEquals(
        new float[] {0.319167768f, 0.361664463f, 0.319167768f}, GaussianBlur.kernel(2, 1), 1e-7f);
    float[] narrow = GaussianBlur.kernel(0.5, 64 / 20);
    assertEquals(7, narrow.length);
    assertEquals(0.786570707f, narrow[3], 1e-7f);
    assertEquals(0.000263865076f, narrow[1], 1e-9f);
    float[] wide = GaussianBlur.kernel(1, 256 / 20);
    assertEquals(25, wide.length);
    assertEquals(0.398942278f, wide[12], 1e-7f);
  }

  @Test
  void blurLeavesTheInsideOfAFlatImageAndDarkensItsEdges() {
    float[] white = new float[40 * 40];
    Arrays.fill(white, 1);
    ImagePatch blurred = GaussianBlur.blur(new ImagePatch(40, 40, 1, white), 1);
    assertEquals(1, blurred.at(20, 20, 0), 1e-6f);
    assertEquals(0.7f, blurred.at(20, 0, 0), 0.05f, "half of the kernel lies outside");
    assertEquals(blurred.at(20, 0, 0), blurred.at(0, 20, 0), 1e-6f);
  }

  @Test
  void shearReadsWhereItShould() {
    float[] ramp = new float[8 * 8];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = i % 8;
    }
    ImagePatch image = new ImagePatch(8, 8, 1, ramp);
    assertArrayEquals(ramp, Shear.shear(image, 0, 0).values(), 1e-6f);
    ImagePatch sheared = Shear.shear(image, 0.25, 0); // reads x + y / 4 − 1
    assertEquals(3, sheared.at(0, 4, 0), 1e-6f);
    assertEquals(4.75f, sheared.at(7, 4, 0), 1e-6f);
    assertEquals(0, sheared.at(0, 0, 0), 1e-6f, "mirrored at the edge, its pixel doubled");
    assertEquals(7, sheared.at(7, 7, 0), 1e-6f);
  }

  @Test
  void zoomAtScaleOneKeepsTheWholeImage() {
    ZoomScale.Parameters all = new ZoomScale.Parameters(1, 1);
    ImagePatch same = new ZoomScale().apply(image(), all, new SplittableRandom(1));
    assertArrayEquals(image().values(), same.values(), 1e-6f);
  }

  /** A ramp of 64 pixels: what is left of its height is what was cut out of it. */
  @Test
  void zoomStaysBetweenSmallestAndLargestPart() {
    float[] ramp = new float[64 * 64];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = i % 64 / 63f;
    }
    ImagePatch image = new ImagePatch(64, 64, 1, ramp);
    ZoomScale.Parameters small = new ZoomScale.Parameters(0.05, 0.15);
    for (int seed = 0; seed < 50; seed++) {
      ImagePatch zoomed = new ZoomScale().apply(image, small, new SplittableRandom(seed));
      float part = zoomed.at(32, 63, 0) - zoomed.at(32, 0, 0);
      assertTrue(part > 0.15 && part < 0.5, "a side of √.05·¾ to √.15·4/3, but was " + part);
    }
  }

  @Test
  void noneSwitchesOffWhatStandsBeforeIt() {
    assertEquals(
        AugmentationPreset.FIXMATCH_WEAK.spec(),
        AugmentationText.parse("simclr,rot90,none,fixmatch-weak"));
  }

  @Test
  void bicubicKeepsStraightRampsInside() {
    float[] ramp = new float[16 * 16];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = i % 16;
    }
    ImagePatch zoomed = Resampling.bicubic(new ImagePatch(16, 16, 1, ramp), 4, 4, 8, 8);
    for (int x = 4; x < 12; x++) {
      assertEquals(4 + (x + 0.5f) / 2 - 0.5f, zoomed.at(7, x, 0), 1e-5f);
    }
  }

  @Test
  void theMiddleIsCutWithTheCornersOnTheMargin() {
    float[] ramp = new float[11 * 11];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = i % 11;
    }
    ImagePatch cropped = CenterZoomScale.crop(new ImagePatch(11, 11, 1, ramp), 0.2);
    assertEquals(2, cropped.at(0, 0, 0), 1e-6f);
    assertEquals(8, cropped.at(10, 10, 0), 1e-6f);
    CenterZoomScale.Parameters all = new CenterZoomScale.Parameters(1);
    assertArrayEquals(
        image().values(),
        new CenterZoomScale().apply(image(), all, new SplittableRandom(1)).values(),
        1e-6f);
  }

  @Test
  void jpegDestroysDetailAndKeepsTheAverage() {
    float[] noise = new float[32 * 32 * 3];
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < noise.length; i++) {
      noise[i] = random.nextFloat();
    }
    ImagePatch image = new ImagePatch(32, 32, 3, noise);
    ImagePatch poor = JpegDegrade.degrade(image, 5);
    assertEquals(mean(noise), mean(poor.values()), 0.05);
    double change = 0;
    for (int i = 0; i < noise.length; i++) {
      change += Math.abs(noise[i] - poor.values()[i]) / noise.length;
    }
    assertTrue(change > 0.1, "mean change " + change);
    ImagePatch fiveBands = new ImagePatch(1, 1, 5, new float[5]);
    assertSame(
        fiveBands,
        new JpegDegrade().apply(fiveBands, new JpegDegrade.Parameters(1), new SplittableRandom(1)));
  }

  private static double mean(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
