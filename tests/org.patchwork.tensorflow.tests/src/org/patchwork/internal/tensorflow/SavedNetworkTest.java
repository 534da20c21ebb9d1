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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.CompiledFunction;
import org.patchwork.learn.SavedModelCall;
import org.patchwork.learn.encoder.EncoderBatch;
import org.patchwork.learn.encoder.EncoderBuild;
import org.patchwork.learn.encoder.EncoderLoss;
import org.patchwork.learn.encoder.EncoderModel;
import org.patchwork.learn.encoder.EncoderOptimizer;
import org.patchwork.learn.encoder.EncoderStep;
import org.patchwork.learn.encoder.EncoderTowers;
import org.patchwork.learn.encoder.Trainer;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.SavedNetwork;
import org.patchwork.tensorflow.TensorFlowEngine;

/** Encoders that go on from a SavedModel of Keras. */
class SavedNetworkTest {
  private static final int COUNT = 2;
  private static final String KEPT = "kept/kernel_1";

  @TempDir static Path shared;

  private static Path models;

  @BeforeAll
  static void unpack() throws IOException {
    KerasModels.unpack(shared);
    models = shared.resolve("models");
  }

  private static EncoderModel open(String name, int side, boolean batchStatistics)
      throws TrainingException {
    return open(models.resolve(name), side, batchStatistics);
  }

  private static EncoderModel open(Path folder, int side, boolean batchStatistics)
      throws TrainingException {
    return open(
        folder, side, batchStatistics, new EncoderOptimizer(EncoderOptimizer.Method.ADAM, 0, 0));
  }

  private static EncoderModel open(
      Path folder, int side, boolean batchStatistics, EncoderOptimizer optimizer)
      throws TrainingException {
    return new TensorFlowEngine()
        .openEncoder(
            new EncoderBuild(
                new int[] {side, side, 3},
                1,
                COUNT,
                KerasModels.network(folder, batchStatistics),
                SavedNetworkTest::spread,
                optimizer,
                5));
  }

  /** A loss that is small where features are near 1. */
  private static EncoderLoss spread(EncoderTowers towers) throws TrainingException {
    Network ops = towers.online();
    Node maps = towers.encode(ops, towers.view(0));
    Node loss = ops.mean(ops.square(ops.subtract(maps, ops.constant(1))), false);
    return EncoderLoss.of(loss).withOutput("maps", maps);
  }

  private static float[] encode(EncoderModel model, float[] images) throws TrainingException {
    float[] features = new float[COUNT * Shapes.product(model.featureShape())];
    model.encode(images, COUNT, features);
    return features;
  }

  private static float[] saved(Path folder, int side, float[] images) throws TrainingException {
    SavedModelCall call = SavedModelCall.of(SavedModelCall.SERVING).withInputShape(side, side, 3);
    float[] scaled = new float[images.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = images[i] * 255;
    }
    try (CompiledFunction function = new TensorFlowEngine().openSavedModel(folder, call)) {
      float[] features = new float[COUNT * Shapes.product(function.outputShape())];
      function.apply(scaled, COUNT, features);
      return features;
    }
  }

  @ParameterizedTest
  @CsvSource({"small, 20", "vectors, 24"})
  void begunItComputesWhatKerasComputes(String name, int side) throws TrainingException {
    float[] images = KerasModels.images(side);
    try (EncoderModel model = open(name, side, true)) {
      float[] features = encode(model, images);
      assertArrayEquals(saved(models.resolve(name), side, images), features, 1e-6f);
      assertArrayEquals(KerasModels.outputs(models.resolve(name)), features, 2e-5f);
    }
  }

  @Test
  void weightsLearnAndWhatWasNotTrainableStays() throws TrainingException {
    EncoderBatch batch = EncoderBatch.of(KerasModels.images(24));
    try (EncoderModel model = open("vectors", 24, false)) {
      assertArrayEquals(new int[] {1, 1, 10}, model.featureShape());
      Map<String, float[]> before = model.state();
      double first = model.step(batch, new EncoderStep(1e-2, 1, 0))[0];
      double last = first;
      for (int i = 0; i < 30; i++) {
        last = model.step(batch, new EncoderStep(1e-2, 1, 0))[0];
      }
      assertTrue(last < 0.5 * first, first + " → " + last);
      Map<String, float[]> after = model.state();
      List<String> weights = model.shapes().keySet().stream().toList();
      // of two convolutions and a dense layer kernel and bias, of three norms scale and offset,
      // less
      // the layer that was saved as not trainable
      assertEquals(2 * 3 + 2 * 3 - 2, weights.size(), weights.toString());
      for (String name : before.keySet().stream().filter(n -> n.startsWith("saved/")).toList()) {
        boolean same = Arrays.equals(before.get(name), after.get(name));
        assertEquals(!weights.contains(name), same, name);
      }
      assertTrue(before.keySet().stream().anyMatch(name -> name.endsWith(KEPT)));
      assertTrue(weights.stream().noneMatch(name -> name.endsWith(KEPT)), weights.toString());
    }
  }

  @Test
  void whatAWeightIsForFollowsFromItsUse() throws TrainingException {
    new TensorFlowEngine().version(); // loads the native library
    SavedNetwork network = new SavedNetwork(models.resolve("small"), "serving_default", "", true);
    Map<Network.Kind, Long> kinds =
        new SavedGraphs()
            .of(network).trainable("").stream()
                .collect(Collectors.groupingBy(SavedGraph.Weight::kind, Collectors.counting()));
    // kernels of two convolutions, a depthwise one and the two of a separable one; three norms with
    // scale and offset, one of the two and the other, and a layer norm
    assertEquals(
        Map.of(Network.Kind.KERNEL, 5L, Network.Kind.BIAS, 2L, Network.Kind.NORM, 6L), kinds);
  }

  @Test
  void statisticsFollowTheBatchesUntilInferenceIsTraining() throws TrainingException {
    float[] images = KerasModels.images(20);
    EncoderBatch batch = EncoderBatch.of(images);
    try (EncoderModel model = open("small", 20, true);
        EncoderModel kept = open("small", 20, false)) {
      float[] trained = model.outputs(batch).get("maps");
      float[] begun = encode(model, images);
      assertTrue(difference(trained, begun) > 0.1, "statistics of the batch are others");
      assertArrayEquals(begun, kept.outputs(batch).get("maps"), 1e-5f);
      for (int i = 0; i < 150; i++) { // .9 to the power of 150 is 1e-7
        model.step(batch, new EncoderStep(0, 1, 0));
      }
      // moving variances divide by n − 1, those of the batch by n, which is 200
      assertEquals(0, difference(trained, encode(model, images)), 0.02);
    }
  }

  @ParameterizedTest
  @CsvSource({"small, 20, true", "small, 20, false", "vectors, 24, true"})
  void theLossFallsAsGradientsSay(String name, int side, boolean batchStatistics)
      throws TrainingException {
    EncoderBatch batch = EncoderBatch.of(KerasModels.images(side));
    EncoderOptimizer plain = new EncoderOptimizer(EncoderOptimizer.Method.MOMENTUM, 0, 0);
    try (EncoderModel model = open(models.resolve(name), side, batchStatistics, plain)) {
      Map<String, float[]> before = model.state();
      double rate = 1e-4;
      model.step(batch, new EncoderStep(rate, 1, 0));
      Map<String, float[]> after = model.state();
      Map<String, float[]> up = new HashMap<>();
      Map<String, float[]> down = new HashMap<>();
      double slope = 0; // the square of the gradient, since the first step goes along it
      for (String weight : model.shapes().keySet()) {
        float[] begun = before.get(weight);
        float[] less = after.get(weight);
        float[] more = new float[begun.length];
        for (int i = 0; i < more.length; i++) {
          more[i] = 2 * begun[i] - less[i];
          slope += Math.pow((more[i] - less[i]) / (2 * rate), 2);
        }
        up.put(weight, more);
        down.put(weight, less);
      }
      model.set(up);
      double above = model.step(batch, new EncoderStep(0, 1, 0))[0];
      model.set(down);
      double below = model.step(batch, new EncoderStep(0, 1, 0))[0];
      assertEquals(1, (above - below) / (2 * rate) / slope, 0.05, above + " to " + below);
    }
  }

  private static double difference(float[] a, float[] b) {
    double most = 0;
    for (int i = 0; i < a.length; i++) {
      most = Math.max(most, Math.abs(a[i] - b[i]));
    }
    return most;
  }

  @Test
  void theExportedModelHasTheTrainedWeights(@TempDir Path folder) throws TrainingException {
    float[] images = KerasModels.images(20);
    try (EncoderModel model = open("small", 20, true)) {
      float[] begun = encode(model, images);
      for (int i = 0; i < 3; i++) {
        model.step(EncoderBatch.of(images), new EncoderStep(1e-2, 1, 0));
      }
      model.export(folder.resolve("model"), 255);
      float[] learnt = encode(model, images);
      assertArrayEquals(learnt, saved(folder.resolve("model"), 20, images), 2e-5f);
      assertFalse(Arrays.equals(begun, learnt));
      try (EncoderModel further = open(folder.resolve("model"), 20, false)) {
        assertArrayEquals(learnt, encode(further, images), 2e-5f);
      }
    }
  }

  @Test
  void goesOnBitForBitButNotFromAnotherModel() throws TrainingException, IOException {
    EncoderBatch batch = EncoderBatch.of(KerasModels.images(20));
    Path folder = shared.resolve("changing/models/small");
    KerasModels.unpack(shared.resolve("changing"));
    try (EncoderModel model = open(folder, 20, true);
        EncoderModel second = open(folder, 20, true)) {
      model.step(batch, new EncoderStep(1e-3, 1, 0));
      Map<String, float[]> state = model.state();
      second.restore(state, 1);
      for (int i = 0; i < 3; i++) {
        assertArrayEquals(
            model.step(batch, new EncoderStep(1e-3, 1, 0)),
            second.step(batch, new EncoderStep(1e-3, 1, 0)));
      }
      Map<String, float[]> other = second.state();
      model.state().forEach((name, values) -> assertArrayEquals(values, other.get(name), name));
      model.export(folder, 255);
      try (EncoderModel changed = open(folder, 20, true)) {
        String message =
            assertThrows(TrainingException.class, () -> changed.restore(state, 1)).getMessage();
        assertTrue(message.contains("not the one that this run began with"), message);
        assertTrue(message.contains(folder.toString()), message);
      }
    }
  }

  /** Kinds of methods: views alone, an average of the weights, queues, smaller views, clusters. */
  static Stream<Arguments> methods() {
    Set<String> chosen =
        Set.of(
            "SimCLR",
            "BYOL",
            "MoCo v2 with EqCo, MoCHi and groups",
            "SwAV",
            "DeepCluster",
            "Context encoder",
            "DetCon");
    return Stream.of(
            PretrainingOnEngineTest.trainers(),
            TasksToTrainOn.trainers(),
            QueuesToTrainOn.trainers())
        .flatMap(all -> all)
        .filter(arguments -> chosen.contains(arguments.get()[0]));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("methods")
  <P extends Record> void methodsTrainIt(String name, Trainer<P> trainer, P parameters)
      throws PatchworkException {
    try (TrainerOnEngine<P> on =
        new TrainerOnEngine<>(
            trainer, parameters, KerasModels.network(models.resolve("small"), true))) {
      on.begin();
      Map<String, float[]> before = on.model.state();
      for (int step = 0; step < 4; step++) {
        on.step(3e-3, step, 4);
      }
      Map<String, float[]> after = on.model.state();
      for (String weight : List.of("saved/conv2d/kernel_1", "saved/separable_conv2d/bias_1")) {
        assertFalse(Arrays.equals(before.get(weight), after.get(weight)), weight);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no-gradient | 8 | an operation without a gradient: Dilation2D",
        "loop | 8 | branches or loops",
        "table | 8 | a table that is looked up",
        "dilated | 8 | dilated convolutions",
        "saved | 8 | Write it with model.export(folder) instead",
        "without-variables | 8 | no weights that can be trained",
        "vectors | 20 | takes images of [24, 24, 3] (height, width, channels), not of [20, 20, 3]",
        "nothing | 8 | There is no SavedModel in"
      })
  void whatCannotBeTrainedIsNamed(String name, int side, String problem) {
    String message =
        assertThrows(TrainingException.class, () -> open(name, side, true).close()).getMessage();
    assertTrue(message.contains(problem), message);
    assertTrue(message.contains(models.resolve(name).toString()), message);
  }

  @Test
  void withoutAFolderItSaysWhatIsMissing() {
    String message =
        assertThrows(
                TrainingException.class,
                () ->
                    new TensorFlowEngine()
                        .openEncoder(
                            new EncoderBuild(
                                new int[] {8, 8, 3},
                                1,
                                COUNT,
                                KerasModels.network(Path.of(""), true),
                                SavedNetworkTest::spread,
                                new EncoderOptimizer(EncoderOptimizer.Method.ADAM, 0, 0),
                                5))
                        .close())
            .getMessage();
    assertTrue(message.contains("Name the folder"), message);
  }
}
