// SPDX-License-Identifier: MIT
package org.patchwork.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.ParameterSchema;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.FeatureExtractor;
import org.patchwork.learn.ModelBuild;
import org.patchwork.learn.Optimizer;
import org.patchwork.learn.TrainableModel;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.NetworkFunction;
import org.patchwork.learn.network.Node;

/** On 8×8 images: a layer of 3 channels, one of 4, halved, one of 5, averaged. */
class MultiscaleExtractorTest {
  private static final int SIDE = 8;
  private static final int VALUES = SIDE * SIDE * 2;

  private final TensorFlowEngine engine = new TensorFlowEngine();
  private final MultiscaleExtractor extractor = new MultiscaleExtractor();
  @TempDir Path folder;
  private Map<String, float[]> weights;

  private interface Head {
    Node of(Network network, Node first, Node second, Node third);
  }

  private static NetworkFunction model(Head head) {
    return (n, x) -> {
      Node first = n.relu(n.conv("a", x, 3, 3));
      Node second = n.relu(n.batchNorm("norm", n.conv("b", first, 4, 3)));
      Node third = n.relu(n.conv("c", n.maxPool(second), 5, 1));
      return head.of(n, first, second, third);
    };
  }

  private TrainableModel open(Head head, int outputs) throws TrainingException {
    return engine.open(
        new ModelBuild(
            new int[] {SIDE, SIDE, 2},
            outputs,
            model(head),
            (ops, target, prediction) -> ops.mean(prediction, false),
            Optimizer.ADAM,
            0,
            name -> true,
            3));
  }

  @BeforeEach
  void writeModel() throws TrainingException {
    try (TrainableModel saved = open((n, a, b, c) -> n.mean(c, false, 1, 2), 5)) {
      weights = saved.weights();
      saved.export(folder.resolve("model"), List.of());
    }
  }

  private MultiscaleParameters parameters(String layers, LayerPooling pooling) {
    return ParameterSchema.of(MultiscaleParameters.class)
        .create(
            Map.of(
                "directory",
                folder.resolve("model").toString(),
                "layers",
                layers,
                "pooling",
                pooling,
                "inputScale",
                1));
  }

  private float[] features(String layers, LayerPooling pooling, int width)
      throws PatchworkException {
    MultiscaleParameters parameters = parameters(layers, pooling);
    Path directory = folder.resolve("features");
    extractor.fit(null, parameters, new RandomStreams(0), directory, new NullProgressMonitor());
    try (FeatureExtractor opened = extractor.open(engine, parameters, directory)) {
      assertArrayEquals(new int[] {width}, opened.function().outputShape());
      float[] features = new float[2 * width];
      opened.function().apply(images(), 2, features);
      return features;
    }
  }

  private static float[] images() {
    float[] images = new float[2 * VALUES];
    for (int i = 0; i < images.length; i++) {
      images[i] = (float) Math.sin(i);
    }
    return images;
  }

  /** The same layers of the model itself. */
  private float[] expected(Head head, int width) throws TrainingException {
    try (TrainableModel model = open(head, width)) {
      model.restore(weights);
      float[] values = new float[2 * width];
      model.predict(images(), 2, values);
      return values;
    }
  }

  @Test
  void scalesTakeTheLastLayerOfEachResolution() throws PatchworkException {
    float[] expected =
        expected((n, a, b, c) -> n.concat(1, n.mean(b, false, 1, 2), n.mean(c, false, 1, 2)), 9);
    assertArrayEquals(expected, features("scales", LayerPooling.AVERAGE, 9), 1e-5f);
  }

  @Test
  void allTakesEveryLayerInOrder() throws PatchworkException {
    float[] expected =
        expected(
            (n, a, b, c) ->
                n.concat(1, n.max(a, false, 1, 2), n.max(b, false, 1, 2), n.max(c, false, 1, 2)),
            12);
    assertArrayEquals(expected, features("all", LayerPooling.MAX, 12), 1e-5f);
  }

  @Test
  void layersAreTakenByNumberOrByName() throws PatchworkException {
    float[] ends =
        expected((n, a, b, c) -> n.concat(1, n.mean(a, false, 1, 2), n.mean(c, false, 1, 2)), 8);
    assertArrayEquals(ends, features("0, -1", LayerPooling.AVERAGE, 8), 1e-5f);
    features("Relu", LayerPooling.AVERAGE, 12);
  }

  @Test
  void whatIsNotThereIsSaid() {
    assertTrue(failure("7").contains("has 3, numbered 0 to 2"), failure("7"));
    assertTrue(failure("add$").contains("No layer has a name with \"add$\""), failure("add$"));
    assertTrue(failure("(").contains("no regular expression"), failure("("));
    assertTrue(failure(" ").contains("No layer"), failure(" "));
  }

  private String failure(String layers) {
    return assertThrows(TrainingException.class, () -> features(layers, LayerPooling.AVERAGE, 1))
        .getMessage();
  }

  /** The last layer, averaged, is what the MobileNet gives as its features. */
  @Test
  void aMobileNetHasFiveScales() throws PatchworkException {
    String data = System.getenv("PATCHWORK_DATA");
    assumeTrue(data != null, "PATCHWORK_DATA is not set: no MobileNet to look into");
    Path model = Path.of(data, "models", "mobilenet-v1-0.25-128");
    MultiscaleParameters parameters =
        ParameterSchema.of(MultiscaleParameters.class)
            .create(Map.of("directory", model.toString()));
    Path directory = folder.resolve("scales");
    extractor.fit(null, parameters, new RandomStreams(0), directory, new NullProgressMonitor());
    float[] images = new float[128 * 128 * 3];
    for (int i = 0; i < images.length; i++) {
      images[i] = (float) (127 + 127 * Math.sin(i * 0.37));
    }
    float[] several = new float[16 + 32 + 64 + 128 + 256];
    float[] last = new float[256];
    try (FeatureExtractor scales = extractor.open(engine, parameters, directory);
        FeatureExtractor whole =
            new SavedModelExtractor().open(engine, parameters.source(), directory)) {
      assertEquals(several.length, scales.function().outputShape()[0]);
      scales.function().apply(images, 1, several);
      whole.function().apply(images, 1, last);
    }
    float[] end = java.util.Arrays.copyOfRange(several, several.length - 256, several.length);
    assertArrayEquals(last, end, 1e-4f);
  }
}
