// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

/** A MobileNet whose weights are constants inside nested functions. */
class LiveMobileNetTest {
  private static final int SIDE = 128;
  private static final int FEATURES = 256;
  private static final int COUNT = 8;

  private final TensorFlowEngine engine = new TensorFlowEngine();
  private final float[] images = new float[COUNT * SIDE * SIDE * 3];
  private final float[] targets = {1, 0, 1, 0, 0, 1, 1, 0};
  private Path folder;

  @BeforeEach
  void find() {
    String data = System.getenv("PATCHWORK_DATA");
    assumeTrue(data != null, "PATCHWORK_DATA is not set: no MobileNet to test with");
    folder = Path.of(data, "models", "mobilenet-v1-0.25-128");
    float[] values = Networks.values("pixels", images.length);
    for (int i = 0; i < images.length; i++) {
      images[i] = (1 + values[i]) / 2;
    }
  }

  private FeatureExtractor extractor() throws TrainingException {
    return new FeatureExtractor(
        new InputSpec(SIDE, SIDE, 3, 255),
        255,
        engine.openSavedModel(folder, SavedModelCall.of(SavedModelCall.SERVING)));
  }

  private LiveModel open(FeatureExtractor extractor, int outputs, NetworkFunction output)
      throws TrainingException {
    return engine.openLive(
        new LiveBuild(
            new int[] {SIDE, SIDE, 3},
            Optional.of(new ExtractorBuild(extractor, true, 0.1)),
            outputs,
            (network, x) -> network.multiply(x, network.constant(1)),
            output,
            Networks.MASKED_CROSS_ENTROPY,
            Optional.empty(),
            Optimizer.ADAM,
            1e-4,
            name -> true,
            3));
  }

  @Test
  void theSameFeaturesBothWays() throws TrainingException {
    float[] live = new float[COUNT * FEATURES];
    float[] stored = new float[COUNT * FEATURES];
    try (FeatureExtractor extractor = extractor();
        LiveModel model =
            open(extractor, FEATURES, (network, x) -> network.multiply(x, network.constant(1)))) {
      model.predict(images, COUNT, live);
      float[] pixels = images.clone();
      extractor.toRange(pixels, pixels.length);
      extractor.function().apply(pixels, COUNT, stored);
    }
    assertArrayEquals(stored, live, 1e-5f);
  }

  @Test
  void fineTuningLowersTheLossAndIsExported(@TempDir Path target) throws TrainingException {
    try (FeatureExtractor extractor = extractor();
        LiveModel model = open(extractor, 1, Networks.sigmoidHead(1))) {
      assertEquals(213_000, model.extractorParameterCount(), 4_000);
      double first = 0;
      double last = 0;
      for (int i = 0; i < 12; i++) {
        last = model.step(LiveBatch.labelled(images, targets, COUNT), 1e-3, true).supervised();
        first = i == 0 ? last : first;
      }
      assertTrue(last < first, first + " → " + last);
      float[] expected = new float[COUNT];
      model.predict(images, COUNT, expected);
      model.exportWhole(target, List.of("a"));
      try (CompiledFunction whole =
          engine.openSavedModel(target, SavedModelCall.of(SavedModelCall.SERVING))) {
        float[] outputs = new float[COUNT];
        whole.apply(images, COUNT, outputs);
        assertArrayEquals(expected, outputs, 1e-5f);
      }
    }
  }
}
