// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.ImageFormatException;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;
import org.patchwork.image.ImageSize;
import org.patchwork.image.ImageSource;
import org.patchwork.image.InputSpec;
import org.patchwork.learn.FeatureExtractor;
import org.patchwork.learn.FeatureExtractorType;
import org.patchwork.learn.conformance.FeatureExtractorConformance;
import org.patchwork.learn.conformance.ReferenceEngine;
import org.patchwork.learn.conformance.ReferenceOps;
import org.patchwork.learn.conformance.ReferenceValue;

class PatchFeaturesTest extends FeatureExtractorConformance<PatchFeatures.Parameters> {
  private static final PatchFeatures.Parameters SMALL =
      new PatchFeatures.Parameters(10, 3, 1, 5, 20, 8, 10);

  @TempDir Path folder;

  @Override
  protected FeatureExtractorType<PatchFeatures.Parameters> algorithm() {
    return new PatchFeatures();
  }

  @Override
  protected PatchFeatures.Parameters parameters() {
    return SMALL;
  }

  @Test
  void keepsTheContract() throws Exception {
    verify(folder);
  }

  /** Noise, grey or coloured; every third image is broken. */
  private record Noise(int size, boolean grey) implements ImageSource {
    @Override
    public String path(int index) {
      return index + ".png";
    }

    @Override
    public void read(int index, InputSpec input, float[] target, int offset)
        throws ImageFormatException {
      if (index % 3 == 2) {
        throw new ImageFormatException(path(index) + " is broken");
      }
      SplittableRandom random = new SplittableRandom(index);
      for (int i = 0; i < input.values(); i++) {
        boolean copy = grey && i % input.channels() != 0;
        target[offset + i] = copy ? target[offset + i - 1] : (float) random.nextDouble();
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameFiles() throws Exception {
    Path other = Files.createDirectory(folder.resolve("other"));
    Path third = Files.createDirectory(folder.resolve("third"));
    fit(new Noise(30, false), 1, folder);
    fit(new Noise(30, false), 1, other);
    fit(new Noise(30, false), 2, third);
    byte[] filters = Files.readAllBytes(folder.resolve("patch-filters.npy"));
    assertArrayEquals(filters, Files.readAllBytes(other.resolve("patch-filters.npy")));
    assertTrue(
        !java.util.Arrays.equals(filters, Files.readAllBytes(third.resolve("patch-filters.npy"))));
  }

  @Test
  void greyImagesHaveOneChannel() throws Exception {
    fit(new Noise(30, true), 1, folder);
    assertEquals(1, PatchDictionaryFiles.read(folder).channels());
    fit(new Noise(30, false), 1, folder);
    PatchDictionary colour = PatchDictionaryFiles.read(folder);
    assertEquals(3, colour.channels());
    assertEquals(20, colour.features());
  }

  @Test
  void withoutReadableImagesItSaysSo() {
    String none =
        assertThrows(TrainingException.class, () -> fit(new Noise(0, true), 1, folder))
            .getMessage();
    assertTrue(none.contains("import images first"), none);
    ImageSource broken =
        new ImageSource() {
          @Override
          public int size() {
            return 1;
          }

          @Override
          public String path(int index) {
            return "one.png";
          }

          @Override
          public void read(int index, InputSpec input, float[] target, int offset)
              throws ImageFormatException {
            throw new ImageFormatException("one.png is broken");
          }
        };
    String message =
        assertThrows(TrainingException.class, () -> fit(broken, 1, folder)).getMessage();
    assertTrue(message.contains("one.png is broken"), message);
  }

  @Test
  void aDamagedFolderIsNamed() throws Exception {
    assertThrows(ProjectFormatException.class, () -> PatchDictionaryFiles.read(folder));
    fit(new Noise(30, true), 1, folder);
    Path sizes = folder.resolve("patch-dictionary.json");
    Files.writeString(sizes, Files.readString(sizes).replace("\"filters\" : 5", "\"filters\" : 6"));
    String message =
        assertThrows(ProjectFormatException.class, () -> PatchDictionaryFiles.read(folder))
            .getMessage();
    assertTrue(message.contains("patch-filters.npy") && message.contains("should hold 6"), message);
  }

  @Test
  void smallImagesKeepTheirSizeAndLargeOnesAreShrunk() throws Exception {
    assertEquals(28, automaticSize(28, 20));
    assertEquals(48, automaticSize(100, 640));
    assertEquals(48, automaticSize(0, 0));
  }

  /** The size chosen for images of this height and width; 0 for a source that does not know. */
  private int automaticSize(int height, int width) throws Exception {
    Noise noise = new Noise(30, true);
    ImageSource images =
        new ImageSource() {
          @Override
          public int size() {
            return noise.size();
          }

          @Override
          public String path(int index) {
            return noise.path(index);
          }

          @Override
          public Optional<ImageSize> pixels(int index) throws ImageFormatException {
            if (index % 3 == 2) {
              throw new ImageFormatException(path(index) + " is broken");
            }
            return height == 0 ? Optional.empty() : Optional.of(new ImageSize(height, width));
          }

          @Override
          public void read(int index, InputSpec input, float[] target, int offset)
              throws ImageFormatException {
            noise.read(index, input, target, offset);
          }
        };
    PatchFeatures.Parameters automatic = new PatchFeatures.Parameters(0, 3, 1, 5, 20, 8, 10);
    new PatchFeatures()
        .fit(images, automatic, new RandomStreams(1), folder, new NullProgressMonitor());
    try (FeatureExtractor extractor =
        new PatchFeatures().open(new ReferenceEngine(), automatic, folder)) {
      return extractor.input().height();
    }
  }

  @Test
  void whatDoesNotFitIntoMemoryIsRefused() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> new PatchFeatures.Parameters(512, 6, 1, 160, 20, 8, 10))
            .getMessage();
    assertTrue(message.contains("raise the stride"), message);
    assertEquals(8, new PatchFeatures.Parameters(512, 6, 8, 160, 20, 8, 10).stride());
  }

  @Test
  void aPatchMustFitIntoTheImage() {
    assertThrows(
        IllegalArgumentException.class, () -> new PatchFeatures.Parameters(8, 9, 1, 5, 20, 8, 10));
  }

  /** The whole transform against loops that follow the paper step by step. */
  @Test
  void featuresAreThoseOfThePaper() throws Exception {
    fit(new Noise(30, false), 1, folder);
    PatchDictionary dictionary = PatchDictionaryFiles.read(folder);
    InputSpec input = new InputSpec(10, 9, 3, 255);
    float[] image = new float[input.values()];
    new Noise(30, false).read(7, input, image, 0);
    double[] features =
        ReferenceOps.value(
                dictionary.build(new ReferenceOps(), ReferenceValue.of(image, 1, 10, 9, 3), 1))
            .values();
    assertArrayEquals(byHand(dictionary, image, 10, 9), features, 1e-3);
  }

  private static double[] byHand(PatchDictionary dictionary, float[] image, int height, int width) {
    int rows = height - 2;
    int columns = width - 2;
    int filters = dictionary.filters().count();
    double[] sums = new double[4 * filters];
    int[] counts = new int[4];
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        float[] patch = new float[27];
        for (int i = 0; i < 27; i++) {
          patch[i] = image[((y + i / 9) * width + x + i % 9 / 3) * 3 + i % 3];
        }
        double[] active = triangle(dictionary, patch);
        for (int quadrant = 0; quadrant < 4; quadrant++) {
          if (inside(y, rows, quadrant / 2) && inside(x, columns, quadrant % 2)) {
            counts[quadrant]++;
            for (int f = 0; f < filters; f++) {
              sums[quadrant * filters + f] += active[f];
            }
          }
        }
      }
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= counts[i / filters];
    }
    return sums;
  }

  /** Halves of an odd number share the middle. */
  private static boolean inside(int index, int size, int half) {
    return half == 0 ? index < (size + 1) / 2 : index >= size / 2;
  }

  private static double[] triangle(PatchDictionary dictionary, float[] patch) {
    Points one = new Points(patch, 1, patch.length);
    PatchDictionary.normalizeContrast(one);
    Points white = dictionary.whitening().apply(one);
    double[] distances = new double[dictionary.filters().count()];
    double mean = 0;
    for (int f = 0; f < distances.length; f++) {
      distances[f] = Math.sqrt(white.squaredDistance(0, dictionary.filters(), f));
      mean += distances[f] / distances.length;
    }
    for (int f = 0; f < distances.length; f++) {
      distances[f] = Math.max(0, mean - distances[f]);
    }
    return distances;
  }

  @Test
  void whitenedPointsHaveTheIdentityAsCovariance() {
    SplittableRandom random = new SplittableRandom(5);
    int count = 4000;
    float[] values = new float[count * 3];
    for (int p = 0; p < count; p++) {
      double shared = random.nextGaussian();
      for (int j = 0; j < 3; j++) {
        values[p * 3 + j] = (float) (j + 10 * shared + (j + 1) * random.nextGaussian());
      }
    }
    Points points = new Points(values, count, 3);
    Points white = Whitening.of(points, 1e-9).apply(points);
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        double sum = 0;
        for (int p = 0; p < count; p++) {
          sum += white.values()[p * 3 + i] * white.values()[p * 3 + j] / count;
        }
        assertEquals(i == j ? 1 : 0, sum, 1e-3);
      }
    }
  }

  private static void fit(ImageSource images, long seed, Path folder) throws Exception {
    new PatchFeatures()
        .fit(images, SMALL, new RandomStreams(seed), folder, new NullProgressMonitor());
  }
}
