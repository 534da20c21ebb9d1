// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchwork.core.TrainingException;
import org.patchwork.image.InputSpec;
import org.patchwork.learn.CompiledFunction;
import org.patchwork.learn.FeatureExtractor;
import org.patchwork.learn.SavedModelCall;
import org.patchwork.learn.TrainableModel;
import org.patchwork.learn.network.Node;
import org.patchwork.tensorflow.TensorFlowEngine;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.Signature;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.types.TFloat32;

class ExportTest {
  private static final List<String> CLASSES = List.of("cat", "dog\nand puppy", "Ähre");
  private static final SavedModelCall CALL = SavedModelCall.of(SavedModelCall.SERVING);

  private final TensorFlowEngine engine = new TensorFlowEngine();
  @TempDir Path folder;

  @Test
  void theHeadComesBackByDjlAndByTensorFlow() throws TrainingException, IOException {
    int count = 5;
    float[] features = Networks.values("x", count * 8 * 8 * 2);
    float[] expected = new float[count * 3];
    try (TrainableModel model = Networks.open(Networks.convnet(3), 3, 8, 8, 2)) {
      model.step(features, Networks.targets("y", count * 3), count, 0.01);
      model.predict(features, count, expected);
      model.export(folder, CLASSES);
    }
    float[] actual = new float[expected.length];
    try (CompiledFunction exported = engine.openSavedModel(folder, CALL)) {
      assertArrayEquals(new int[] {8, 8, 2}, exported.inputShape());
      assertArrayEquals(new int[] {3}, exported.outputShape());
      exported.apply(features, count, actual);
    }
    assertArrayEquals(expected, actual, 1e-6f);
    assertArrayEquals(
        expected, callPlainly("features", features, "probabilities", count, 8, 8, 2), 1e-6f);
    assertEquals(
        List.of("cat", "dog and puppy", "Ähre"),
        Files.readAllLines(folder.resolve("assets.extra/classes.txt")));
  }

  private float[] callPlainly(String input, float[] values, String output, int... shape) {
    float[] result = new float[shape[0] * 3];
    try (SavedModelBundle bundle = SavedModelBundle.load(folder.toString(), "serve");
        Tensor tensor = Tensor.of(TFloat32.class, Shapes.of(shape))) {
      NativeBuffer.floats(tensor).put(values);
      try (Result called = bundle.call(Map.of(input, tensor))) {
        Tensor probabilities = called.get(output).orElseThrow();
        assertEquals(Shape.of(shape[0], 3), probabilities.shape());
        NativeBuffer.floats(probabilities).get(result);
      }
    }
    return result;
  }

  /**
   * What Python's loader looks at: one meta graph with tag serve, names and shapes in the
   * signature, no object graph.
   */
  @Test
  void theFileIsWhatPythonLoads() throws TrainingException {
    try (TrainableModel model = Networks.open(Networks.sigmoidHead(3), 3, 5)) {
      model.export(folder, CLASSES);
    }
    SavedModelFile file = SavedModelFile.read(folder);
    SignatureDef signature = file.metaGraph().getSignatureDefOrThrow("serving_default");
    assertEquals("tensorflow/serving/predict", signature.getMethodName());
    assertEquals(
        "float32 [n, 5]", SavedModelSignature.describe(signature.getInputsOrThrow("features")));
    assertEquals(
        "float32 [n, 3]",
        SavedModelSignature.describe(signature.getOutputsOrThrow("probabilities")));
    assertEquals(List.of("serve"), file.metaGraph().getMetaInfoDef().getTagsList());
    assertTrue(
        file.metaGraph().getGraphDef().getNodeList().stream()
            .noneMatch(node -> node.getOp().startsWith("Variable")),
        "the weights are constants");
  }

  @Test
  void anExtractorOfConstantsIsMerged() throws TrainingException {
    float[] projection = Networks.values("projection", 4 * 3);
    try (CompiledFunction function =
            engine.compile(
                new int[] {6, 6, 1},
                (network, x) -> {
                  Node rows = network.reshape(network.extractPatches(x, 2, 2), -1, 4);
                  Node projected = network.matMul(rows, network.constant(projection, 4, 3), false);
                  return network.mean(network.reshape(projected, -1, 9, 3), false, 1);
                });
        FeatureExtractor extractor =
            new FeatureExtractor(new InputSpec(6, 6, 1, 255), 2, -1, function)) {
      checkMerged(extractor, 7, 1e-6f);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mobilenet-v1-0.25-128", "mobilenet-v1-1.0-224"})
  void aSavedModelIsMerged(String name) throws TrainingException {
    String data = System.getenv("PATCHWORK_DATA");
    assumeTrue(
        data != null, "PATCHWORK_DATA is unset, so there is no real extractor to merge with");
    Path directory = Path.of(data, "models", name);
    CompiledFunction function = engine.openSavedModel(directory, CALL);
    int[] shape = function.inputShape();
    try (FeatureExtractor extractor =
        new FeatureExtractor(new InputSpec(shape[0], shape[1], shape[2], 255), 255, function)) {
      checkMerged(extractor, 3, 1e-5f);
    }
  }

  /** The variables of the extractor stay in its checkpoint, which must come along. */
  @Test
  void anExtractorWithVariablesIsMerged() throws TrainingException, IOException {
    Path directory = folder.resolve("extractor");
    writeExtractorWithVariable(directory);
    CompiledFunction function = engine.openSavedModel(directory, CALL);
    try (FeatureExtractor extractor =
        new FeatureExtractor(new InputSpec(2, 3, 1, 255), 255, -3, function)) {
      checkMerged(extractor, 4, 1e-5f);
    }
    assertTrue(Files.exists(folder.resolve("variables/variables.index")));
  }

  private static void writeExtractorWithVariable(Path directory) throws IOException {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Placeholder<TFloat32> x =
          tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, 2, 3, 1)));
      Variable<TFloat32> kernel = tf.variable(Shape.of(6, 4), TFloat32.class);
      Operand<TFloat32> start =
          tf.constant(Shape.of(6, 4), DataBuffers.of(Networks.values("kernel", 24)));
      Operand<TFloat32> y = tf.linalg.matMul(tf.reshape(x, tf.constant(new int[] {-1, 6})), kernel);
      Signature signature =
          Signature.builder()
              .key(SavedModelCall.SERVING)
              .input("image", x)
              .output("feature", y)
              .build();
      try (Session session = new Session(graph)) {
        session.run(tf.assign(kernel, start));
        SavedModelBundle.exporter(directory.toString())
            .withSession(session)
            .withSignature(signature)
            .export();
      }
    }
  }

  /** A merged model can itself be an extractor of another merged model, names and all. */
  @Test
  void aMergedModelIsMergedAgain() throws TrainingException {
    Path inner = folder.resolve("inner");
    int[] shape = {4, 4, 1};
    try (CompiledFunction function =
            engine.compile(shape, (network, x) -> network.mean(x, false, 1));
        FeatureExtractor extractor =
            new FeatureExtractor(new InputSpec(4, 4, 1, 255), 1, function);
        TrainableModel model =
            Networks.open(
                (network, x) -> network.sigmoid(network.dense("a", network.reshape(x, -1, 4), 3)),
                3,
                4,
                1)) {
      model.exportWithExtractor(extractor, inner, CLASSES);
    }
    for (String next : List.of("middle", "outer")) {
      Path target = folder.resolve(next);
      try (CompiledFunction function =
              engine.openSavedModel(
                  next.equals("middle") ? inner : folder.resolve("middle"), CALL);
          FeatureExtractor extractor =
              new FeatureExtractor(new InputSpec(4, 4, 1, 255), 1, function);
          TrainableModel model = Networks.open(Networks.sigmoidHead(3), 3, 3)) {
        model.exportWithExtractor(extractor, target, CLASSES);
      }
      try (CompiledFunction merged = engine.openSavedModel(target, CALL)) {
        assertArrayEquals(new int[] {3}, merged.outputShape());
      }
    }
  }

  private void checkMerged(FeatureExtractor extractor, int count, float tolerance)
      throws TrainingException {
    float[] images = Networks.values("images", count * extractor.input().values());
    for (int i = 0; i < images.length; i++) {
      images[i] = (images[i] + 1) / 2;
    }
    float[] expected = new float[count * 3];
    int width = extractor.function().outputShape()[0];
    try (TrainableModel model = Networks.open(Networks.sigmoidHead(3), 3, width)) {
      float[] ranged = images.clone();
      extractor.toRange(ranged, ranged.length);
      float[] features = new float[count * width];
      extractor.function().apply(ranged, count, features);
      model.predict(features, count, expected);
      model.exportWithExtractor(extractor, folder, CLASSES);
    }
    float[] actual = new float[expected.length];
    try (CompiledFunction merged = engine.openSavedModel(folder, CALL)) {
      merged.apply(images, count, actual);
    }
    assertArrayEquals(expected, actual, tolerance);
    InputSpec input = extractor.input();
    assertArrayEquals(
        expected,
        callPlainly(
            "images",
            images,
            "probabilities",
            count,
            input.height(),
            input.width(),
            input.channels()),
        tolerance);
  }

  @Test
  void anExtractorOfOtherFeaturesIsRefused() throws TrainingException {
    try (CompiledFunction function =
            engine.compile(new int[] {4, 4, 1}, (network, x) -> network.mean(x, false, 1));
        FeatureExtractor extractor =
            new FeatureExtractor(new InputSpec(4, 4, 1, 255), 1, function);
        TrainableModel model = Networks.open(Networks.sigmoidHead(3), 3, 5)) {
      TrainingException failure =
          assertThrows(
              TrainingException.class, () -> model.exportWithExtractor(extractor, folder, CLASSES));
      assertTrue(failure.getMessage().contains("features of shape [4, 1]"), failure.getMessage());
    }
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws TrainingException, IOException {
    Path file = Files.createFile(folder.resolve("file"));
    try (TrainableModel model = Networks.open(Networks.sigmoidHead(3), 3, 5)) {
      TrainingException failure =
          assertThrows(TrainingException.class, () -> model.export(file.resolve("model"), CLASSES));
      assertTrue(failure.getMessage().contains(file.toString()), failure.getMessage());
    }
  }
}
