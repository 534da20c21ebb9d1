// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.RandomStreams;
import org.patchwork.image.BuiltInReaders;
import org.patchwork.image.ImageLoader;
import org.patchwork.image.ImageReference;
import org.patchwork.image.ImageSource;
import org.patchwork.image.ReferenceImages;
import org.patchwork.image.Thumbnail;
import org.patchwork.image.ThumbnailStore;
import org.patchwork.image.display.BandChoice;
import org.patchwork.image.display.DisplaySettings;
import org.patchwork.learn.FeatureExtractor;
import org.patchwork.learn.conformance.ReferenceEngine;

/** How images are shown never reaches what is learnt from them. */
class DisplayIndependenceTest {
  private static final PatchFeatures.Parameters SMALL =
      new PatchFeatures.Parameters(10, 3, 1, 5, 20, 8, 10);
  private static final int IMAGES = 6;

  @TempDir Path folder;

  @Test
  void featuresAreEqualBitByBitWhateverTheDisplaySettings() throws Exception {
    ImageLoader loader = new ImageLoader(BuiltInReaders.catalog());
    List<ImageReference> images = images();
    float[] before = features(ReferenceImages.of(loader, images), "before");
    DisplaySettings wild =
        new DisplaySettings(
            new BandChoice.FalseColor(2, 0, 1, true), true, 0.5, 4, -0.3, 0.8, false);
    try (ThumbnailStore store =
        new ThumbnailStore(folder.resolve("t.db"), 1 << 20, loader, 255, message -> {})) {
      for (ImageReference image : images) {
        Thumbnail shown = store.request(image, 32, wild).get(120, TimeUnit.SECONDS);
        assertFalse(shown.failed(), shown.error());
      }
    }
    float[] after = features(ReferenceImages.of(loader, images), "after");
    assertArrayEquals(before, after, 0f);
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("before").resolve("patch-filters.npy")),
        Files.readAllBytes(folder.resolve("after").resolve("patch-filters.npy")));
  }

  /** Whole images and windows of them. */
  private List<ImageReference> images() throws IOException {
    List<ImageReference> images = new ArrayList<>();
    for (int i = 0; i < IMAGES; i++) {
      BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
      for (int pixel = 0; pixel < 40 * 30; pixel++) {
        image.setRGB(pixel % 40, pixel / 40, pixel * (i + 3) * 7919);
      }
      Path file = folder.resolve(i + ".png");
      ImageIO.write(image, "png", file.toFile());
      images.add(ImageReference.of(file));
      images.add(ImageReference.parse(file + "#xywh=5,3,20,20"));
    }
    return images;
  }

  private float[] features(ImageSource images, String name) throws Exception {
    Path directory = Files.createDirectory(folder.resolve(name));
    new PatchFeatures()
        .fit(images, SMALL, new RandomStreams(1), directory, new NullProgressMonitor());
    try (FeatureExtractor extractor =
        new PatchFeatures().open(new ReferenceEngine(), SMALL, directory)) {
      int values = extractor.input().values();
      int length = 1;
      for (int side : extractor.function().outputShape()) {
        length *= side;
      }
      float[] features = new float[images.size() * length];
      for (int i = 0; i < images.size(); i++) {
        float[] pixels = new float[values];
        images.read(i, extractor.input(), pixels, 0);
        extractor.toRange(pixels, values);
        float[] one = new float[length];
        extractor.function().apply(pixels, 1, one);
        System.arraycopy(one, 0, features, i * length, length);
      }
      return features;
    }
  }
}
