// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.patchwork.learn.Checkpoint;
import org.patchwork.learn.CompiledFunction;
import org.patchwork.learn.SavedModelCall;
import org.patchwork.learn.encoder.Trainer;
import org.patchwork.pretraining.trainers.Clip;
import org.patchwork.pretraining.trainers.FixMatch;
import org.patchwork.pretraining.trainers.Lit;
import org.patchwork.pretraining.trainers.Multitask;
import org.patchwork.pretraining.trainers.PairSettings;
import org.patchwork.pretraining.trainers.SimSiam;
import org.patchwork.tensorflow.TensorFlowEngine;

/** Trainers with labels and texts, with gradients: each learns a few images by heart. */
class LabelTrainersOnEngineTest {
  private static final int STEPS = 40;
  private static final List<String> WORDS =
      List.of("red", "green", "blue", "pale", "dark", "round", "flat", "wide");

  @TempDir private Path folder;

  @BeforeEach
  void writeFiles() throws Exception {
    List<String> captions =
        IntStream.range(0, WORDS.size()).mapToObj(i -> i + ".png," + WORDS.get(i)).toList();
    Files.writeString(
        folder.resolve("captions.csv"), "filepath,caption\n" + String.join("\n", captions) + "\n");
    Path run = Files.createDirectories(folder.resolve("pretraining/tower"));
    try (TrainerOnEngine<?> tower =
        new TrainerOnEngine<>(new SimSiam(), new SimSiam.Parameters(16, 8))) {
      new Checkpoint(0, tower.model.state()).write(run.resolve("checkpoint.npz"));
    }
  }

  private static Lit.Parameters lit() {
    return new Lit.Parameters(
        "tower",
        new PairSettings("captions.csv", "caption", "a {}", 530, 8, 16, 32, 1, 2, 0, 0.07));
  }

  static Stream<Arguments> trainers() {
    return Stream.of(
        Arguments.of(
            new Multitask(), new Multitask.Parameters("", "adaptive", "8", "8,p", true, "", 0)),
        Arguments.of(new FixMatch(), new FixMatch.Parameters(0.6, 1, 2, 1)),
        Arguments.of(
            new Clip(),
            new Clip.Parameters(
                new PairSettings("captions.csv", "caption", "{}", 530, 8, 16, 32, 2, 2, 0.1, 0.07),
                16)),
        Arguments.of(new Lit(), lit()));
  }

  @ParameterizedTest
  @MethodSource("trainers")
  <P extends Record> void learnsByHeartAndRepeatsItself(Trainer<P> trainer, P parameters)
      throws Exception {
    try (TrainerOnEngine<P> first = new TrainerOnEngine<>(trainer, parameters, folder);
        TrainerOnEngine<P> twin = new TrainerOnEngine<>(trainer, parameters, folder)) {
      first.begin();
      twin.begin();
      double begun = 0;
      double last = 0;
      for (int step = 0; step < STEPS; step++) {
        double[] measured = first.step(5e-3, step, STEPS);
        assertArrayEquals(measured, twin.step(5e-3, step, STEPS), "step " + step);
        begun = step == 0 ? measured[0] : begun;
        last = measured[0];
      }
      assertTrue(last < 0.9 * begun, "fell from " + begun + " to " + last);
      Map<String, float[]> state = first.model.state();
      Map<String, float[]> other = twin.model.state();
      state.forEach((name, values) -> assertArrayEquals(values, other.get(name), name));
      twin.model.restore(state, first.model.steps());
      assertArrayEquals(first.step(5e-3, STEPS, STEPS), twin.step(5e-3, STEPS, STEPS));
      first.stepsInFlatMemory();
    }
  }

  /** The tower of LiT is that of the other run, bit for bit, before and after. */
  @Test
  void aLockedTowerStaysAsItIs() throws Exception {
    float[] image = Networks.values("image", 8 * 8 * 3);
    try (TrainerOnEngine<?> tower =
            new TrainerOnEngine<>(new SimSiam(), new SimSiam.Parameters(16, 8));
        TrainerOnEngine<?> locked = new TrainerOnEngine<>(new Lit(), lit(), folder)) {
      locked.begin();
      for (int step = 0; step < 5; step++) {
        locked.step(1e-2, step, 5);
      }
      int width = Shapes.product(tower.model.featureShape());
      float[] expected = new float[width];
      float[] actual = new float[width];
      tower.model.encode(image, 1, expected);
      locked.model.encode(image, 1, actual);
      assertArrayEquals(expected, actual);
    }
  }

  /** What is asked between epochs is what the exported models say. */
  @Test
  void functionsAreExportedAsTheyAreAsked() throws Exception {
    Clip.Parameters parameters =
        new Clip.Parameters(
            new PairSettings("captions.csv", "caption", "{}", 530, 8, 16, 32, 1, 2, 0, 0.1), 6);
    try (TrainerOnEngine<Clip.Parameters> clip =
        new TrainerOnEngine<>(new Clip(), parameters, folder)) {
      clip.begin();
      clip.step(1e-3, 0, 1);
      float[] pixels = Networks.values("pixels", 2 * 8 * 8 * 3);
      float[] asked = clip.model.apply("image", pixels, 2);
      assertEquals(12, asked.length);
      assertEquals(
          1, Math.sqrt(IntStream.range(0, 6).mapToDouble(i -> asked[i] * asked[i]).sum()), 1e-5);
      clip.model.export("image", folder.resolve("image_model"), 255);
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] *= 255;
      }
      assertArrayEquals(asked, said("image_model", pixels, 2, 12), 1e-5f);
      float[] numbers = {1, 300, 2, 0, 0, 0, 0, 0};
      clip.model.export("text", folder.resolve("text_model"), 255);
      assertArrayEquals(
          clip.model.apply("text", numbers, 1), said("text_model", numbers, 1, 6), 1e-5f);
    }
  }

  private float[] said(String model, float[] inputs, int count, int outputs) throws Exception {
    float[] said = new float[outputs];
    try (CompiledFunction function =
        new TensorFlowEngine()
            .openSavedModel(folder.resolve(model), SavedModelCall.of(SavedModelCall.SERVING))) {
      function.apply(inputs, count, said);
    }
    return said;
  }
}
