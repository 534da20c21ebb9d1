// SPDX-License-Identifier: MIT
package org.patchwork.learn.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.patchwork.core.ImageFormatException;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.RandomStreams;
import org.patchwork.image.ImageSource;
import org.patchwork.image.InputSpec;
import org.patchwork.learn.Engine;
import org.patchwork.learn.FeatureExtractor;
import org.patchwork.learn.FeatureExtractorType;

/** Checks what feature extraction relies on in a kind of feature extractor. */
public abstract class FeatureExtractorConformance<P extends Record>
    extends AlgorithmConformance<FeatureExtractorType<P>, P> {
  private static final int IMAGES = 12;

  /** The engine to run the extractor with; the reference engine unless overridden. */
  protected Engine engine() {
    return new ReferenceEngine();
  }

  /**
   * Checks, on small images of noise of which one cannot be read, that the same images and seed
   * give the same files; that the extractor opens from these files alone; that its features are
   * finite and do not depend on the batch they are computed in.
   *
   * @param folder an empty folder for the test
   */
  public final void verify(Path folder) throws PatchworkException, IOException {
    verifyAlgorithm();
    Path first = Files.createDirectory(folder.resolve("first"));
    Path second = Files.createDirectory(folder.resolve("second"));
    fit(first);
    fit(second);
    require(
        files(first).equals(files(second)), "The same images and seed must give the same files");
    try (FeatureExtractor extractor = algorithm().open(engine(), parameters(), first)) {
      verifyFeatures(extractor);
    }
  }

  private void fit(Path folder) throws PatchworkException {
    algorithm()
        .fit(new Noise(), parameters(), new RandomStreams(4), folder, new NullProgressMonitor());
  }

  private static Map<String, Integer> files(Path folder) throws IOException {
    Map<String, Integer> contents = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(path);
        contents.put(folder.relativize(path).toString(), java.util.Arrays.hashCode(bytes));
      }
    }
    return contents;
  }

  private static void verifyFeatures(FeatureExtractor extractor) throws PatchworkException {
    InputSpec input = extractor.input();
    int width = ReferenceValue.size(extractor.function().outputShape());
    int count = 3;
    float[] images = new float[count * input.values()];
    for (int i = 0; i < count; i++) {
      new Noise().read(i, input, images, i * input.values());
    }
    extractor.toRange(images, images.length);
    float[] together = new float[count * width];
    extractor.function().apply(images, count, together);
    for (int i = 0; i < count; i++) {
      float[] image =
          java.util.Arrays.copyOfRange(images, i * input.values(), (i + 1) * input.values());
      float[] alone = new float[width];
      extractor.function().apply(image, 1, alone);
      for (int j = 0; j < width; j++) {
        float other = together[i * width + j];
        require(Float.isFinite(alone[j]), "Every feature must be finite");
        require(
            Math.abs(alone[j] - other) <= 1e-4 * Math.max(1, Math.abs(alone[j])),
            "Features must not depend on the batch: " + alone[j] + " alone, " + other + " in it");
      }
    }
  }

  /** Twelve images of noise; the last cannot be read. */
  private static final class Noise implements ImageSource {
    @Override
    public int size() {
      return IMAGES;
    }

    @Override
    public String path(int index) {
      return "noise" + index + ".png";
    }

    @Override
    public void read(int index, InputSpec input, float[] target, int offset)
        throws ImageFormatException {
      if (index == IMAGES - 1) {
        throw new ImageFormatException(path(index) + " is broken.");
      }
      SplittableRandom random = new SplittableRandom(index);
      for (int i = 0; i < input.values(); i++) {
        target[offset + i] = (float) random.nextDouble();
      }
    }
  }
}
