// SPDX-License-Identifier: MIT
package org.patchwork.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.ImageFormatException;

/** TIFF files that the test writes by the letter of TIFF 6.0. */
class TiffTest {
  @TempDir Path folder;

  private float[] values(Path file) throws ImageFormatException {
    return TestImages.read(file).values();
  }

  @Test
  void sixteenBitsWithPredictor() throws Exception {
    double[] samples = {65535, 0, 300, 70, 40000, 1, 2, 3, 4, 500, 600, 700, 9, 8, 7, 6, 5, 4};
    Path file =
        new TestTiff(3, 2, 3)
            .bits(16)
            .predictor()
            .photometric(2)
            .write(folder.resolve("p.tif"), samples);
    float[] expected = new float[samples.length];
    for (int i = 0; i < samples.length; i++) {
      expected[i] = (float) samples[i];
    }
    assertArrayEquals(expected, values(file));
  }

  @Test
  void floatingPoint() throws Exception {
    Path file = new TestTiff(2, 1, 1).floating().write(folder.resolve("f.tif"), -1.5, 12345.678);
    assertArrayEquals(new float[] {-1.5f, 12345.678f}, values(file));
  }

  @Test
  void manyBands() throws Exception {
    double[] samples = new double[2 * 8];
    Arrays.setAll(samples, i -> i * 4000);
    Path file =
        new TestTiff(2, 1, 8).bits(16).extraSample(0).write(folder.resolve("m.tif"), samples);
    ImagePatch patch = TestImages.read(file);
    assertEquals(8, patch.channels());
    assertEquals(15 * 4000, patch.at(0, 1, 7));
  }

  @Test
  void floatBands() throws Exception {
    Path file =
        new TestTiff(1, 1, 5)
            .floating()
            .extraSample(0)
            .write(folder.resolve("five.tif"), .1, .2, .3, .4, .5);
    assertArrayEquals(new float[] {.1f, .2f, .3f, .4f, .5f}, values(file));
    assertArrayEquals(
        new byte[] {26, 51, 77},
        TestImages.loader().thumbnail(ImageReference.of(file), 10, 1).rgb());
  }

  @Test
  void bandsWithoutMeaningAreRefusedAndNotGuessed() throws Exception {
    Path file =
        new TestTiff(1, 1, 5).floating().write(folder.resolve("five.tif"), .1, .2, .3, .4, .5);
    String message = assertThrows(ImageFormatException.class, () -> values(file)).getMessage();
    assertTrue(
        message.contains("5 samples per pixel") && message.contains("ExtraSamples"), message);
  }

  @Test
  void bandsInPlanesOfTheirOwnAreRefusedWithTheWayOut() throws Exception {
    Path file =
        new TestTiff(3, 2, 5)
            .extraSample(0)
            .planar()
            .write(folder.resolve("planes.tif"), new double[3 * 2 * 5]);
    String message = assertThrows(ImageFormatException.class, () -> values(file)).getMessage();
    assertTrue(message.contains("planes.tif") && message.contains("INTERLEAVE=PIXEL"), message);
  }

  @Test
  void fewerThanEightBitsAreSpreadOverTheWholeRange() throws Exception {
    Path file = new TestTiff(8, 1, 1).bits(1).write(folder.resolve("b.tif"), 0b10100001);
    ImagePatch patch = TestImages.read(file);
    assertEquals(255, patch.at(0, 0, 0));
    assertEquals(0, patch.at(0, 1, 0));
    assertEquals(255, patch.at(0, 7, 2));
  }

  @Test
  void alphaIsKnownAsSuch() throws Exception {
    Path rgba =
        new TestTiff(1, 1, 4)
            .photometric(2)
            .extraSample(2)
            .write(folder.resolve("rgba.tif"), 1, 2, 3, 4);
    assertArrayEquals(
        new float[] {1, 2, 3},
        TestImages.loader().load(ImageReference.of(rgba), new InputSpec(1, 1, 3, 1)));
    Path greyAlpha = new TestTiff(1, 1, 2).extraSample(2).write(folder.resolve("ga.tif"), 9, 200);
    assertArrayEquals(
        new float[] {9, 9, 9},
        TestImages.loader().load(ImageReference.of(greyAlpha), new InputSpec(1, 1, 3, 1)));
  }

  @Test
  void whiteIsZeroIsTurnedRound() throws Exception {
    Path file = new TestTiff(2, 1, 1).photometric(0).write(folder.resolve("w.tif"), 0, 200);
    assertArrayEquals(new float[] {255, 55}, values(file));
    Path wide =
        new TestTiff(2, 1, 1).bits(16).photometric(0).write(folder.resolve("w.tif"), 0, 1000);
    assertArrayEquals(new float[] {65535, 64535}, values(wide));
  }

  @Test
  void theOrientationTagIsHonoured() throws Exception {
    Path file = new TestTiff(2, 1, 1).orientation(6).write(folder.resolve("o.tif"), 10, 20);
    ImagePatch patch = TestImages.read(file);
    assertEquals(2, patch.height());
    assertArrayEquals(new float[] {10, 20}, patch.values());
    assertEquals(new ImageSize(2, 1), TestImages.loader().size(file));
    Path mirrored = new TestTiff(2, 1, 1).orientation(2).write(folder.resolve("m.tif"), 10, 20);
    assertArrayEquals(new float[] {20, 10}, values(mirrored));
  }

  @Test
  void cutOffFilesAreErrors() throws Exception {
    Path whole = new TestTiff(16, 16, 1).write(folder.resolve("whole.tif"), new double[256]);
    byte[] bytes = Files.readAllBytes(whole);
    for (int length : new int[] {4, 8, 100, bytes.length - 60}) {
      Path cut = TestImages.write(folder.resolve("cut.tif"), Arrays.copyOf(bytes, length));
      String message = assertThrows(ImageFormatException.class, () -> values(cut)).getMessage();
      assertTrue(message.contains("cut.tif"), message);
    }
  }
}
