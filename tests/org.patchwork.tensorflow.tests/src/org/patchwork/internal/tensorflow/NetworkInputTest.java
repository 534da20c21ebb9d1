// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ParameterSchema;
import org.patchwork.image.ImageSource;
import org.patchwork.learn.CompiledFunction;
import org.patchwork.learn.SavedModelCall;
import org.patchwork.pretraining.NetworkInput;
import org.patchwork.pretraining.PretrainingData;
import org.patchwork.pretraining.PretrainingListener;
import org.patchwork.pretraining.PretrainingParameters;
import org.patchwork.pretraining.PretrainingService;
import org.patchwork.pretraining.PretrainingSpec;

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
    float[] out = new float[height * width * input.channels(channels)];
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

  /** One epoch of a tiny run. */
  private static void run(String colors, Path folder) throws Exception {
    ImageSource noise = new Waves(8);
    List<String> paths = IntStream.range(0, 8).mapToObj(noise::path).toList();
    LabelTable labels = LabelTable.empty().withRows(paths, Collections.nCopies(8, ""));
    PretrainingSpec spec =
        new PretrainingSpec(
            "simclr",
            Map.of("hidden", 8, "output", 4),
            "small",
            Map.of("width", 4, "stages", 1),
            ParameterSchema.of(PretrainingParameters.class)
                .create(Map.of("epochs", 1, "batchSize", 4, "size", 8, "colors", colors)));
    new PretrainingService(Waves.simClr(), InstantSource.fixed(Instant.EPOCH))
        .train(
            spec,
            new PretrainingData(noise, labels, 255),
            folder,
            PretrainingListener.NONE,
            new NullProgressMonitor());
  }

  /**
   * Red and blue exchanged: the mean of the channels, and so what the network sees, is the same.
   */
  @ParameterizedTest
  @CsvSource({"AS_STORED, false", "GREY, true", "SOBEL, true"})
  void theExportedExtractorSeesTheSame(String colors, boolean blind, @TempDir Path folder)
      throws Exception {
    run(colors, folder);
    assertTrue(Files.exists(folder.resolve("pictures/epoch-001-kernels.png")), "a first layer");
    float[] image = new float[8 * 8 * 3];
    float[] exchanged = new float[image.length];
    for (int i = 0; i < image.length; i++) {
      image[i] = (float) (255 * Math.abs(Math.sin(i * i * .11)));
      exchanged[i / 3 * 3 + 2 - i % 3] = image[i];
    }
    try (CompiledFunction extractor =
        SavedModelFunction.open(
            PretrainingService.model(folder), new SavedModelCall("serving_default", ""))) {
      float[] features = new float[4 * 4 * 8];
      float[] others = new float[features.length];
      extractor.apply(image, 1, features);
      extractor.apply(exchanged, 1, others);
      if (blind) {
        assertArrayEquals(features, others, 1e-4f);
      } else {
        assertFalse(Arrays.equals(features, others));
      }
    }
  }
}
