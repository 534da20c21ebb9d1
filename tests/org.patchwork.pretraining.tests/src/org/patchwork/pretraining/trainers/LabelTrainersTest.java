// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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
import org.patchwork.core.TrainingException;
import org.patchwork.learn.Checkpoint;
import org.patchwork.learn.conformance.TrainerConformance;
import org.patchwork.learn.encoder.Trainer;
import org.patchwork.learn.encoder.TrainerContext;

/** Trainers that learn from labels or texts, in a folder with a table of tasks and captions. */
class LabelTrainersTest {
  @TempDir private Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    List<String> tasks =
        IntStream.range(0, 12)
            .mapToObj(i -> i + ".png," + (i % 3 == 0 ? "" : i % 2) + "," + (i < 6 ? "low" : "high"))
            .toList();
    Files.writeString(
        folder.resolve("tasks.csv"), "filepath,parity,size\n" + String.join("\n", tasks) + "\n");
    List<String> captions =
        IntStream.range(0, 12).mapToObj(i -> i + ".png,\"number " + i + ", grey\"").toList();
    Files.writeString(
        folder.resolve("captions.csv"), "filepath,caption\n" + String.join("\n", captions) + "\n");
    Path run = Files.createDirectories(folder.resolve("pretraining/tower"));
    new Checkpoint(1, Map.of("encoder/kernel", new float[1])).write(run.resolve("checkpoint.npz"));
  }

  static Multitask.Parameters multitask(String tasks, String weights, boolean balance) {
    return new Multitask.Parameters(tasks, weights, "6,d", "4,p,4", balance, "", 0);
  }

  static Clip.Parameters clip(String captions) {
    return new Clip.Parameters(
        new PairSettings(captions, "caption", "grey {}", 520, 16, 8, 8, 1, 2, 0.1, 0.1), 6);
  }

  static Lit.Parameters lit(String tower) {
    return new Lit.Parameters(
        tower, new PairSettings("captions.csv", "caption", "{}", 520, 16, 8, 8, 1, 2, 0, 0.1));
  }

  static Stream<Arguments> trainers() {
    return Stream.of(
        Arguments.of(new Multitask(), multitask("", "equal", true)),
        Arguments.of(new Multitask(), multitask("tasks.csv", "adaptive", true)),
        Arguments.of(new Multitask(), multitask("tasks.csv", "1,0.5", false)),
        Arguments.of(new FixMatch(), new FixMatch.Parameters(0.6, 1, 2, 1)),
        Arguments.of(new Clip(), clip("captions.csv")),
        Arguments.of(new Lit(), lit("tower")));
  }

  /** The conformance test in this folder. */
  private final class Conformance<P extends Record> extends TrainerConformance<P> {
    private final Trainer<P> trainer;
    private final P own;

    Conformance(Trainer<P> trainer, P own) {
      this.trainer = trainer;
      this.own = own;
    }

    @Override
    protected Trainer<P> algorithm() {
      return trainer;
    }

    @Override
    protected P parameters() {
      return own;
    }

    @Override
    protected TrainerContext context() {
      TrainerContext plain = super.context();
      return new TrainerContext(
          plain.images(),
          plain.labels(),
          plain.rows(),
          plain.input(),
          plain.batchSize(),
          plain.epochs(),
          plain.learningRate(),
          plain.random(),
          folder);
    }
  }

  @ParameterizedTest
  @MethodSource("trainers")
  <P extends Record> void conforms(Trainer<P> trainer, P parameters) {
    new Conformance<>(trainer, parameters).verify();
  }

  private <P extends Record> String refusal(Trainer<P> trainer, P parameters) {
    TrainerContext context = new Conformance<>(trainer, parameters).context();
    return assertThrows(TrainingException.class, () -> trainer.open(parameters, context))
        .getMessage();
  }

  @Test
  void whatIsMissingIsNamed() {
    assertTrue(refusal(new Clip(), clip("")).contains("Name a CSV file"));
    assertTrue(refusal(new Clip(), clip("no.csv")).contains("no.csv"));
    assertTrue(refusal(new Lit(), lit("")).contains("option tower"));
    assertTrue(refusal(new Lit(), lit("nobody")).contains("Pre-train it first"));
    assertTrue(
        refusal(new Multitask(), multitask("tasks.csv", "1,2,3", true)).contains("3 weights"));
    assertTrue(
        refusal(new Multitask(), multitask("captions.csv", "1,2", true)).contains("weights"));
  }

  @Test
  void aTeacherNeedsTheClassesOfTheProject() {
    Multitask.Parameters taught =
        new Multitask.Parameters("tasks.csv", "equal", "", "4", true, "run", 1);
    assertTrue(refusal(new Multitask(), taught).contains("its classes only"));
    Multitask.Parameters absent = new Multitask.Parameters("", "equal", "", "4", true, "run", 1);
    assertTrue(refusal(new Multitask(), absent).contains("no predictions to teach"));
  }

  @Test
  void settingsThatDoNotFitAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> multitask("", "often", true));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Multitask.Parameters("", "equal", "", "128,q", true, "", 0));
    assertThrows(
        IllegalArgumentException.class,
        () -> new PairSettings("c", "caption", "no place", 520, 16, 8, 8, 1, 2, 0, 0.1));
    assertThrows(
        IllegalArgumentException.class,
        () -> new PairSettings("c", "caption", "{}", 520, 16, 10, 8, 1, 4, 0, 0.1));
  }
}
