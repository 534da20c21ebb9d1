// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.TrainingException;
import org.patchwork.image.InputSpec;
import org.patchwork.learn.CompiledFunction;
import org.patchwork.learn.ExtractorBuild;
import org.patchwork.learn.FeatureExtractor;
import org.patchwork.learn.LiveBatch;
import org.patchwork.learn.LiveBuild;
import org.patchwork.learn.LiveModel;
import org.patchwork.learn.Optimizer;
import org.patchwork.learn.SavedModelCall;
import org.patchwork.learn.network.NetworkFunction;
import org.patchwork.tensorflow.TensorFlowEngine;

/** A SavedModel with functions and resource variables as part of a network that is trained. */
class LiveModelTest {
  private static final int SIDE = FunctionalModel.SIDE;
  private static final int PIXELS = SIDE * SIDE * FunctionalModel.CHANNELS;
  private static final int COUNT = 6;
  private static final String KERNEL = "extractor/conv.kernel";
  private static final NetworkFunction AS_IS =
      (network, x) -> network.multiply(x, network.constant(1));

  private final TensorFlowEngine engine = new TensorFlowEngine();
  private final float[] images = Networks.values("images", COUNT * PIXELS);
  private final float[] targets = Networks.targets("targets", COUNT * 2);
  @TempDir Path folder;

  @BeforeAll
  static void load() throws TrainingException {
    TensorFlowNative.load();
  }

  @BeforeEach
  void write() throws IOException {
    FunctionalModel.write(folder, List.of());
  }

  private FeatureExtractor extractor() throws TrainingException {
    return new FeatureExtractor(
        new InputSpec(SIDE, SIDE, FunctionalModel.CHANNELS, 255),
        3,
        -1,
        engine.openSavedModel(folder, SavedModelCall.of(SavedModelCall.SERVING)));
  }

  private LiveModel open(
      FeatureExtractor extractor, boolean trainable, NetworkFunction output, int outputs)
      throws TrainingException {
    return engine.openLive(
        new LiveBuild(
            new int[] {SIDE, SIDE, FunctionalModel.CHANNELS},
            Optional.of(new ExtractorBuild(extractor, trainable, 0.5)),
            outputs,
            AS_IS,
            output,
            Networks.MASKED_CROSS_ENTROPY,
            Optional.empty(),
            Optimizer.MOMENTUM,
            0,
            name -> true,
            5));
  }

  private float[] stored(FeatureExtractor extractor) throws TrainingException {
    float[] pixels = images.clone();
    extractor.toRange(pixels, pixels.length);
    float[] features = new float[COUNT * FunctionalModel.FEATURES];
    extractor.function().apply(pixels, COUNT, features);
    return features;
  }

  @Test
  void liveFeaturesAreTheStoredOnes() throws TrainingException {
    for (boolean trainable : new boolean[] {false, true}) {
      try (FeatureExtractor extractor = extractor();
          LiveModel model = open(extractor, trainable, AS_IS, FunctionalModel.FEATURES)) {
        float[] live = new float[COUNT * FunctionalModel.FEATURES];
        model.predict(images, COUNT, live);
        assertArrayEquals(stored(extractor), live, 1e-5f);
      }
    }
  }

  @Test
  void trainingTheHeadLeavesTheExtractor() throws TrainingException {
    try (FeatureExtractor extractor = extractor();
        LiveModel model = open(extractor, true, Networks.sigmoidHead(2), 2)) {
      float[] before = model.weights().get("output/kernel");
      for (int i = 0; i < 5; i++) {
        model.step(LiveBatch.labelled(images, targets, COUNT), 0.1, false);
      }
      Map<String, float[]> after = model.weights();
      assertFalse(Arrays.equals(before, after.get("output/kernel")));
      assertArrayEquals(FunctionalModel.values("conv.kernel"), after.get(KERNEL));
    }
  }

  @Test
  void fineTuningTrainsKernelsAndNormsButNoStatistics() throws TrainingException {
    try (FeatureExtractor extractor = extractor();
        LiveModel model = open(extractor, true, Networks.sigmoidHead(2), 2)) {
      assertEquals(3 * 3 * 2 * 3 + 3 + 3, model.extractorParameterCount());
      for (int i = 0; i < 5; i++) {
        model.step(LiveBatch.labelled(images, targets, COUNT), 0.1, true);
      }
      Map<String, float[]> after = model.weights();
      assertFalse(Arrays.equals(FunctionalModel.values("conv.kernel"), after.get(KERNEL)));
      assertFalse(
          Arrays.equals(FunctionalModel.values("norm.gamma"), after.get("extractor/norm.gamma")));
      assertTrue(
          after.keySet().stream().noneMatch(name -> name.contains("moving")),
          "statistics are constants of the network");
    }
  }

  @Test
  void variablesSavedAsNotTrainableStay() throws TrainingException, IOException {
    FunctionalModel.write(folder, List.of("conv.kernel"));
    try (FeatureExtractor extractor = extractor();
        LiveModel model = open(extractor, true, Networks.sigmoidHead(2), 2)) {
      assertFalse(model.weights().containsKey(KERNEL));
      assertTrue(model.weights().containsKey("extractor/norm.beta"));
    }
    FunctionalModel.write(folder, List.of("conv.kernel", "norm.gamma", "norm.beta"));
    try (FeatureExtractor extractor = extractor()) {
      String message =
          assertThrows(
                  TrainingException.class,
                  () -> open(extractor, true, Networks.sigmoidHead(2), 2).close())
              .getMessage();
      assertTrue(message.contains("no weights that can be trained"), message);
    }
  }

  @Test
  void gradientsOfTheExtractorAreThoseOfFiniteDifferences() throws TrainingException {
    try (FeatureExtractor extractor = extractor();
        LiveModel model = open(extractor, true, Networks.sigmoidHead(2), 2)) {
      Map<String, float[]> start = model.weights();
      double rate = 1e-2;
      model.step(LiveBatch.labelled(images, targets, COUNT), rate, true);
      Map<String, float[]> after = model.weights();
      for (String name : List.of(KERNEL, "extractor/norm.gamma", "extractor/norm.beta")) {
        for (int i = 0; i < start.get(name).length; i += 5) {
          double moved = (start.get(name)[i] - after.get(name)[i]) / (rate * 0.5);
          assertEquals(difference(model, start, name, i), moved, 4e-3, name + " " + i);
        }
      }
    }
  }

  private double difference(LiveModel model, Map<String, float[]> start, String name, int index)
      throws TrainingException {
    double[] losses = new double[2];
    float step = 1e-2f;
    for (int side = 0; side < 2; side++) {
      Map<String, float[]> moved = new java.util.HashMap<>(start);
      float[] values = start.get(name).clone();
      values[index] += side == 0 ? step : -step;
      moved.put(name, values);
      model.restore(moved);
      losses[side] = model.loss(images, targets, COUNT);
    }
    return (losses[0] - losses[1]) / (2 * step);
  }

  @Test
  void whatWasFineTunedIsWhatIsExported(@TempDir Path target) throws TrainingException {
    try (FeatureExtractor extractor = extractor();
        LiveModel model = open(extractor, true, Networks.sigmoidHead(2), 2)) {
      for (int i = 0; i < 3; i++) {
        model.step(LiveBatch.labelled(images, targets, COUNT), 0.1, true);
      }
      float[] expected = new float[COUNT * 2];
      model.predict(images, COUNT, expected);
      model.exportWhole(target, List.of("a", "b"));
      try (CompiledFunction whole =
          engine.openSavedModel(target, SavedModelCall.of(SavedModelCall.SERVING))) {
        float[] outputs = new float[COUNT * 2];
        whole.apply(images, COUNT, outputs);
        assertArrayEquals(expected, outputs, 1e-6f);
      }
    }
  }

  @Test
  void twoRunsGiveTheSameBits() throws TrainingException {
    float[][] results = new float[2][COUNT * 2];
    for (float[] result : results) {
      try (FeatureExtractor extractor = extractor();
          LiveModel model = open(extractor, true, Networks.sigmoidHead(2), 2)) {
        for (int i = 0; i < 8; i++) {
          model.step(LiveBatch.labelled(images, targets, COUNT), 0.1, i > 3);
        }
        model.predict(images, COUNT, result);
      }
    }
    assertArrayEquals(results[0], results[1]);
  }

  @Test
  void anExtractorOfConstantsIsLiveButNotTrained() throws TrainingException {
    NetworkFunction patches =
        (network, x) -> network.mean(network.extractPatches(x, 3, 2), false, 1, 2);
    try (FeatureExtractor extractor =
        new FeatureExtractor(
            new InputSpec(SIDE, SIDE, 2, 255),
            1,
            engine.compile(new int[] {SIDE, SIDE, 2}, patches))) {
      try (LiveModel model = open(extractor, false, Networks.sigmoidHead(2), 2)) {
        double first = 0;
        double last = 0;
        for (int i = 0; i < 50; i++) {
          last = model.step(LiveBatch.labelled(images, targets, COUNT), 0.5, false).supervised();
          first = i == 0 ? last : first;
        }
        assertTrue(last < first, first + " → " + last);
      }
      assertTrue(
          assertThrows(
                  TrainingException.class,
                  () -> open(extractor, true, Networks.sigmoidHead(2), 2).close())
              .getMessage()
              .contains("Set fine-tune after to -1"));
    }
  }
}
