// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.CompiledFunction;
import org.patchwork.learn.SavedModelCall;
import org.patchwork.learn.encoder.EncoderBatch;
import org.patchwork.learn.encoder.EncoderBuild;
import org.patchwork.learn.encoder.EncoderLoss;
import org.patchwork.learn.encoder.EncoderModel;
import org.patchwork.learn.encoder.EncoderObjective;
import org.patchwork.learn.encoder.EncoderOptimizer;
import org.patchwork.learn.encoder.EncoderOptimizer.Method;
import org.patchwork.learn.encoder.EncoderStep;
import org.patchwork.learn.network.Convolution;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Network.Init;
import org.patchwork.learn.network.Network.Kind;
import org.patchwork.learn.network.NetworkFunction;
import org.patchwork.learn.network.Node;
import org.patchwork.tensorflow.TensorFlowEngine;

/** Encoders in TensorFlow: optimisers by oracles, targets, going on where one stopped, export. */
class EncoderModelTest {
  private static final int[] IMAGE = {6, 6, 2};
  private static final int BATCH = 4;
  private static final int VIEWS = 2;

  /** A weight p of two values; what is fed as image is its gradient. */
  private static EncoderModel bareWeight(Kind kind, EncoderOptimizer optimizer)
      throws TrainingException {
    NetworkFunction weighted = (n, x) -> n.multiply(x, n.weight("p", kind, Init.ZEROS, 2));
    EncoderObjective sum =
        towers -> {
          Network network = towers.online();
          return EncoderLoss.of(network.sum(towers.encode(network, towers.view(0)), false));
        };
    return new TensorFlowEngine()
        .openEncoder(new EncoderBuild(new int[] {1, 1, 2}, 1, 1, weighted, sum, optimizer, 0));
  }

  private static void set(EncoderModel model, String ending, float... values)
      throws TrainingException {
    Map<String, float[]> state = new HashMap<>(model.state());
    String name =
        state.keySet().stream().filter(key -> key.endsWith(ending)).findFirst().orElseThrow();
    state.put(name, values);
    model.restore(state, model.steps());
  }

  private static void assertValues(double[] expected, float[] actual) {
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], actual[i], 2e-6, "value " + i);
    }
  }

  @Test
  void adamAndMomentumAreThoseOfKeras() throws TrainingException {
    float[][] gradients = {{0.1f, -2}, {0.3f, 0.5f}, {-0.2f, 0}};
    check(
        Method.ADAM,
        1e-3,
        gradients,
        new double[][] {
          {0.999000031622, 2.00099999842},
          {0.998082259681, 2.00146946587},
          {0.997824358056, 2.00183236557}
        });
    check(
        Method.MOMENTUM,
        0.01,
        gradients,
        new double[][] {{0.999, 2.02}, {0.9951, 2.033}, {0.99359, 2.0447}});
  }

  private static void check(Method method, double rate, float[][] gradients, double[][] expected)
      throws TrainingException {
    try (EncoderModel model = bareWeight(Kind.KERNEL, new EncoderOptimizer(method, 0, 0))) {
      set(model, "p", 1, 2);
      for (int i = 0; i < gradients.length; i++) {
        model.step(EncoderBatch.of(gradients[i]), new EncoderStep(rate, 0));
        assertValues(expected[i], model.state().get("p"));
      }
    }
  }

  @Test
  void larsMovesAKernelByAPartOfItsLength() throws TrainingException {
    checkLars(Kind.KERNEL, 0, new float[] {3, 4}, new float[2], 2.9997, 3.9996);
    checkLars(Kind.KERNEL, 0.1, new float[] {3, 4}, new float[] {.01f, -.02f}, 2.9907, 4.0176);
    checkLars(Kind.KERNEL, 0.1, new float[2], new float[2], -0.06, -0.08);
    checkLars(Kind.NORM, 0.1, new float[] {3, 4}, new float[2], 2.94, 3.92);
    checkLars(Kind.BIAS, 0.1, new float[] {3, 4}, new float[2], 2.94, 3.92);
  }

  private static void checkLars(
      Kind kind, double decay, float[] weight, float[] velocity, double... expected)
      throws TrainingException {
    try (EncoderModel model = bareWeight(kind, new EncoderOptimizer(Method.LARS, decay, 0))) {
      set(model, "p", weight);
      set(model, "/v", velocity);
      model.step(EncoderBatch.of(new float[] {0.6f, 0.8f}), new EncoderStep(0.1, 0));
      assertValues(expected, model.state().get("p"));
    }
  }

  @Test
  void adamWShrinksKernelsBeforeTheStepAndNothingElse() throws TrainingException {
    EncoderOptimizer optimizer = new EncoderOptimizer(Method.ADAMW, 0.1, 0);
    for (Kind kind : new Kind[] {Kind.KERNEL, Kind.NORM}) {
      try (EncoderModel model = bareWeight(kind, optimizer)) {
        set(model, "p", 1, 2);
        model.step(EncoderBatch.of(new float[] {0.1f, -2}), new EncoderStep(1e-3, 0));
        double shrunk = kind == Kind.KERNEL ? 1e-4 : 0; // rate · decay
        assertValues(
            new double[] {0.999000031622 - shrunk, 2.00099999842 - 2 * shrunk},
            model.state().get("p"));
      }
    }
  }

  @Test
  void decayOfTheLossAddsKernelsToTheirGradients() throws TrainingException {
    EncoderOptimizer optimizer = new EncoderOptimizer(Method.MOMENTUM, 0.5, 0);
    try (EncoderModel model = bareWeight(Kind.KERNEL, optimizer)) {
      set(model, "p", 1, 2);
      double[] measured = model.step(EncoderBatch.of(new float[] {2, 3}), new EncoderStep(0.1, 0));
      assertArrayEquals(new double[] {8}, measured, 1e-6, "the loss is without decay");
      assertValues(new double[] {1 - 0.25, 2 - 0.4}, model.state().get("p"));
    }
  }

  @Test
  void longGradientsAreShortened() throws TrainingException {
    EncoderOptimizer optimizer = new EncoderOptimizer(Method.MOMENTUM, 0, 1);
    try (EncoderModel model = bareWeight(Kind.KERNEL, optimizer)) {
      model.step(EncoderBatch.of(new float[] {3, 4}), new EncoderStep(1, 0));
      assertValues(new double[] {-0.6, -0.8}, model.state().get("p"));
    }
    try (EncoderModel model = bareWeight(Kind.KERNEL, optimizer)) {
      model.step(EncoderBatch.of(new float[] {0.3f, 0.4f}), new EncoderStep(1, 0));
      assertValues(new double[] {-0.3, -0.4}, model.state().get("p"));
    }
  }

  private static final NetworkFunction ENCODER =
      (n, x) ->
          n.dropout(
              n.relu(n.batchNorm("norm", n.conv("conv", x, Convolution.plain(5, 3, 2)))), 0.2);

  /** One view predicts the target of the other. */
  private static EncoderLoss predicted(org.patchwork.learn.encoder.EncoderTowers towers)
      throws TrainingException {
    Network online = towers.online();
    Node guess = online.dense("guess", towers.encodePooled(online, towers.view(0)), 5);
    Network target = towers.target();
    Node aim = towers.encodePooled(target, towers.view(1));
    Node loss = online.mean(online.square(online.subtract(guess, aim)), false);
    return EncoderLoss.of(loss).with("aim", online.mean(aim, false));
  }

  private static EncoderModel open() throws TrainingException {
    return new TensorFlowEngine()
        .openEncoder(
            new EncoderBuild(
                IMAGE,
                VIEWS,
                BATCH,
                ENCODER,
                EncoderModelTest::predicted,
                new EncoderOptimizer(Method.ADAM, 1e-3, 0),
                7));
  }

  private static EncoderBatch batch(int step) {
    int width = BATCH * 6 * 6 * 2;
    return EncoderBatch.of(
        Networks.values("batch " + step, width), Networks.values("second " + step, width));
  }

  @Test
  void theTargetFollowsTheWeights() throws TrainingException {
    try (EncoderModel model = open()) {
      assertEquals("[loss, aim]", model.measures().toString());
      assertArrayEquals(new int[] {3, 3, 5}, model.featureShape());
      Map<String, float[]> before = model.state();
      assertArrayEquals(before.get("conv/kernel"), before.get("teacher/conv/kernel"));
      model.step(batch(0), new EncoderStep(0.1, 0.75));
      Map<String, float[]> after = model.state();
      for (int i = 0; i < 10; i++) {
        assertEquals(
            0.75 * before.get("conv/kernel")[i] + 0.25 * after.get("conv/kernel")[i],
            after.get("teacher/conv/kernel")[i],
            1e-6);
      }
    }
  }

  @Test
  void goesOnBitForBitWhereItStopped() throws TrainingException {
    try (EncoderModel first = open();
        EncoderModel second = open()) {
      for (int step = 0; step < 3; step++) {
        first.step(batch(step), new EncoderStep(0.01, 0.9));
      }
      second.restore(first.state(), first.steps());
      for (int step = 3; step < 6; step++) {
        assertArrayEquals(
            first.step(batch(step), new EncoderStep(0.01, 0.9)),
            second.step(batch(step), new EncoderStep(0.01, 0.9)));
      }
      Map<String, float[]> expected = first.state();
      Map<String, float[]> actual = second.state();
      assertEquals(expected.keySet(), actual.keySet());
      expected.forEach((name, values) -> assertArrayEquals(values, actual.get(name), name));
    }
  }

  @Test
  void stepsLeaveNothingOpen() throws TrainingException {
    EncoderBatch batch = batch(0);
    float[] images = batch.views()[0];
    float[] features = new float[BATCH * 45];
    try (EncoderModel model = open()) {
      model.step(batch, new EncoderStep(1e-3, 0.9));
      model.encode(images, BATCH, features);
      long open = Pointer.totalCount();
      long bytes = Pointer.totalBytes();
      for (int i = 0; i < 500; i++) {
        model.step(batch, new EncoderStep(1e-3, 0.9));
      }
      for (int i = 0; i < 20; i++) {
        model.encode(images, BATCH, features);
        model.restore(model.state(), model.steps());
      }
      assertTrue(Pointer.totalCount() <= open, "native objects");
      assertTrue(Pointer.totalBytes() <= bytes, "bytes in native objects");
    }
  }

  @Test
  void theSavedModelGivesTheSameFeatures(@TempDir Path folder) throws TrainingException {
    try (EncoderModel model = open()) {
      model.step(batch(0), new EncoderStep(0.01, 0.9));
      float[] images = batch(1).views()[0];
      float[] features = new float[BATCH * 45];
      model.encode(images, BATCH, features);
      model.export(folder.resolve("model"), 255);
      try (CompiledFunction function =
          new TensorFlowEngine()
              .openSavedModel(folder.resolve("model"), new SavedModelCall("serving_default", ""))) {
        assertArrayEquals(IMAGE, function.inputShape());
        for (int i = 0; i < images.length; i++) {
          images[i] *= 255;
        }
        float[] again = new float[features.length];
        function.apply(images, BATCH, again);
        assertArrayEquals(features, again, 1e-5f);
      }
    }
  }

  @Test
  void aTargetOfWhatWasNotBuiltIsRefused() {
    EncoderObjective upsideDown =
        towers -> {
          Network target = towers.target();
          return EncoderLoss.of(target.sum(towers.encode(target, towers.view(0)), false));
        };
    TrainingException problem =
        assertThrows(
            TrainingException.class,
            () ->
                new TensorFlowEngine()
                    .openEncoder(
                        new EncoderBuild(
                            IMAGE,
                            1,
                            BATCH,
                            ENCODER,
                            upsideDown,
                            new EncoderOptimizer(Method.ADAM, 0, 0),
                            7)));
    assertTrue(problem.getMessage().contains("conv/kernel"), problem.getMessage());
  }
}
