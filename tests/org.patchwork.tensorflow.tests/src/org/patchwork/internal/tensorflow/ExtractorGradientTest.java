// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.TrainingException;
import org.patchwork.image.ImagePatch;
import org.patchwork.image.InputSpec;
import org.patchwork.image.augmentation.AugmentationSpec;
import org.patchwork.image.augmentation.Augmenter;
import org.patchwork.image.augmentation.BuiltInAugmentations;
import org.patchwork.learn.FeatureExtractor;
import org.patchwork.learn.InputGradient;
import org.patchwork.learn.SavedModelCall;
import org.patchwork.learn.network.NetworkFunction;
import org.patchwork.tensorflow.TensorFlowEngine;
import org.patchwork.training.attribution.Attribution;
import org.patchwork.training.attribution.AttributionParameters;
import org.patchwork.training.attribution.FeatureAttribution;

/** Gradients with respect to images, through the functions and variables of a SavedModel. */
class ExtractorGradientTest {
  private static final int SIDE = FunctionalModel.SIDE;
  private static final int CHANNELS = FunctionalModel.CHANNELS;
  private static final int PIXELS = SIDE * SIDE * CHANNELS;
  private static final NetworkFunction SQUARES =
      (network, features) -> network.sum(network.square(features), false, -1);

  @TempDir private Path folder;
  private final TensorFlowEngine engine = new TensorFlowEngine();

  @BeforeEach
  void write() throws IOException {
    FunctionalModel.write(folder, List.of());
  }

  private FeatureExtractor extractor() throws TrainingException {
    return new FeatureExtractor(
        new InputSpec(SIDE, SIDE, CHANNELS, 255),
        2,
        -1,
        engine.openSavedModel(folder, SavedModelCall.of(SavedModelCall.SERVING)));
  }

  private static float[] image(String name) {
    float[] values = Networks.values(name, PIXELS);
    for (int i = 0; i < PIXELS; i++) {
      values[i] = (1 + values[i]) / 2;
    }
    return values;
  }

  /** Each image of a batch has its own, and the range of the extractor is a part of the way. */
  @Test
  void theGradientIsThatOfDifferences() throws TrainingException {
    float[] both = Arrays.copyOf(image("first"), 2 * PIXELS);
    System.arraycopy(image("second"), 0, both, PIXELS, PIXELS);
    float[] values = new float[2];
    float[] gradients = new float[2 * PIXELS];
    try (FeatureExtractor extractor = extractor();
        InputGradient gradient = engine.openGradient(extractor, SQUARES)) {
      gradient.apply(both, 2, values, gradients);
      float step = 1e-2f;
      for (int pixel : new int[] {0, 37, PIXELS - 1, PIXELS + 5, 2 * PIXELS - 1}) {
        float[] up = both.clone();
        float[] down = both.clone();
        up[pixel] += step;
        down[pixel] -= step;
        float[] above = new float[2];
        float[] below = new float[2];
        gradient.apply(up, 2, above, new float[2 * PIXELS]);
        gradient.apply(down, 2, below, new float[2 * PIXELS]);
        int image = pixel / PIXELS;
        assertEquals((above[image] - below[image]) / (2 * step), gradients[pixel], 2e-3);
        assertEquals(above[1 - image], below[1 - image], 0, "the other image is not touched");
      }
    }
  }

  /** The map explains the difference between the scores of the image and of black. */
  @Test
  void attributionsAreComplete() throws TrainingException {
    ImagePatch image = new ImagePatch(SIDE, SIDE, CHANNELS, image("image"));
    ImagePatch other = new ImagePatch(SIDE, SIDE, CHANNELS, image("other"));
    Augmenter augmenter =
        Augmenter.of(
            BuiltInAugmentations.catalog(), new AugmentationSpec(Map.of("gaussian_noise", 1.0)));
    AttributionParameters parameters = new AttributionParameters(5, 400, "", 3);
    try (FeatureExtractor extractor = extractor()) {
      FeatureAttribution attribution = new FeatureAttribution(engine, extractor);
      Attribution alone =
          attribution.attribute(image, List.of(), augmenter, parameters, new NullProgressMonitor());
      assertTrue(alone.score() > 4.5, "close to its own views: " + alone.score());
      assertEquals(alone.score() - alone.blackScore(), alone.explained(), 0.02);
      Attribution apart =
          attribution.attribute(
              image, List.of(other), augmenter, parameters, new NullProgressMonitor());
      assertTrue(apart.score() < alone.score(), "what it shares with the other counts against it");
      assertEquals(apart.score() - apart.blackScore(), apart.explained(), 0.02);
      assertEquals(SIDE * SIDE, apart.map().values().length);
    }
  }

  @Test
  void whatIsNoSavedModelIsRefused() throws TrainingException {
    try (FeatureExtractor constants =
        new FeatureExtractor(
            new InputSpec(SIDE, SIDE, CHANNELS, 255),
            1,
            engine.compile(new int[] {SIDE, SIDE, CHANNELS}, (network, x) -> network.relu(x)))) {
      TrainingException refused =
          assertThrows(
              TrainingException.class, () -> engine.openGradient(constants, SQUARES).close());
      assertTrue(refused.getMessage().contains("SavedModel"), refused.getMessage());
    }
  }
}
