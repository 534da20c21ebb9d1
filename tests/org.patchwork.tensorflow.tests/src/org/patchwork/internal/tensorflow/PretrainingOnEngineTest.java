// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.encoder.EncoderModel;
import org.patchwork.learn.encoder.EncoderOptimizer;
import org.patchwork.learn.encoder.Trainer;
import org.patchwork.pretraining.trainers.BarlowTwins;
import org.patchwork.pretraining.trainers.Byol;
import org.patchwork.pretraining.trainers.Crops;
import org.patchwork.pretraining.trainers.Dino;
import org.patchwork.pretraining.trainers.Expander;
import org.patchwork.pretraining.trainers.Hcl;
import org.patchwork.pretraining.trainers.ProjectionHead;
import org.patchwork.pretraining.trainers.SimClr;
import org.patchwork.pretraining.trainers.SimSiam;
import org.patchwork.pretraining.trainers.VicReg;

/**
 * The trainers we ship, with gradients: each learns a few images by heart, repeats itself, goes on.
 */
class PretrainingOnEngineTest {
  private static final int STEPS = 40;

  static Stream<Arguments> trainers() {
    return Stream.of(
        Arguments.of(
            "SimCLR", new SimClr(), new SimClr.Parameters(.2, 32, 16, 2, true, false, 0, 0)),
        Arguments.of("DCL", new SimClr(), new SimClr.Parameters(.2, 32, 16, 2, true, true, 0, 0)),
        Arguments.of(
            "RINCE", new SimClr(), new SimClr.Parameters(.2, 32, 16, 2, true, false, 0, .5)),
        Arguments.of(
            "DirectCLR", new SimClr(), new SimClr.Parameters(.2, 0, 16, 2, true, false, .1, 0)),
        Arguments.of(
            "HCL", new Hcl(), new Hcl.Parameters(.2, .5, .1, false, new ProjectionHead(32, 16))),
        Arguments.of("SimSiam", new SimSiam(), new SimSiam.Parameters(32, 8)),
        Arguments.of("BYOL", new Byol(), new Byol.Parameters(new ProjectionHead(32, 16), .9, true)),
        Arguments.of("VICReg", new VicReg(), new VicReg.Parameters(25, 25, 1, new Expander(32))),
        Arguments.of(
            "Barlow Twins", new BarlowTwins(), new BarlowTwins.Parameters(.005, new Expander(32))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({
    "trainers",
    "org.patchwork.internal.tensorflow.TasksToTrainOn#trainers",
    "org.patchwork.internal.tensorflow.QueuesToTrainOn#trainers"
  })
  <P extends Record> void learnsAFewImagesByHeartAndRepeatsItself(
      String name, Trainer<P> trainer, P parameters) throws PatchworkException {
    try (TrainerOnEngine<P> first = new TrainerOnEngine<>(trainer, parameters);
        TrainerOnEngine<P> twin = new TrainerOnEngine<>(trainer, parameters)) {
      first.begin();
      twin.begin();
      double begun = 0;
      double last = 0;
      for (int step = 0; step < STEPS; step++) {
        double[] measured = first.step(3e-3, step, STEPS);
        assertArrayEquals(measured, twin.step(3e-3, step, STEPS), name + ", step " + step);
        begun = step == 0 ? measured[0] : begun;
        last = measured[0];
      }
      double fall = begun > 0 && begun < 0.5 ? 0.1 * begun : 0.05 * Math.max(1, Math.abs(begun));
      assertTrue(last < begun - fall, name + " fell from " + begun + " to " + last);
      sameState(first.model, twin.model);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({
    "trainers",
    "org.patchwork.internal.tensorflow.TasksToTrainOn#trainers",
    "org.patchwork.internal.tensorflow.QueuesToTrainOn#trainers"
  })
  <P extends Record> void goesOnBitForBitInFlatMemory(String name, Trainer<P> trainer, P parameters)
      throws PatchworkException {
    try (TrainerOnEngine<P> first = new TrainerOnEngine<>(trainer, parameters);
        TrainerOnEngine<P> second = new TrainerOnEngine<>(trainer, parameters)) {
      first.begin();
      for (int step = 0; step < 3; step++) {
        first.step(3e-3, step, STEPS);
      }
      second.model.restore(first.model.state(), first.model.steps());
      second.run.restore(first.run.state());
      for (int step = 3; step < 6; step++) {
        assertArrayEquals(first.step(3e-3, step, STEPS), second.step(3e-3, step, STEPS));
      }
      sameState(first.model, second.model);
      first.stepsInFlatMemory();
    }
  }

  /** Gradients of six views come together in kernels that decay: always in the same order. */
  @Test
  void equalSeedsGiveEqualWeightsWithManyViewsAndDecay() throws PatchworkException {
    Dino.Parameters parameters =
        new Dino.Parameters(64, .1, .04, .9, .99, 32, true, 32, new Crops(4, .5, .4));
    EncoderOptimizer decaying = new EncoderOptimizer(EncoderOptimizer.Method.ADAM, 1e-4, 0);
    try (TrainerOnEngine<Dino.Parameters> first =
        new TrainerOnEngine<>(new Dino(), parameters, decaying, 1)) {
      first.begin();
      for (int step = 0; step < 8; step++) {
        first.step(3e-3, step, STEPS);
      }
      for (int twins = 0; twins < 8; twins++) {
        try (TrainerOnEngine<Dino.Parameters> twin =
            new TrainerOnEngine<>(new Dino(), parameters, decaying, 1)) {
          twin.begin();
          for (int step = 0; step < 8; step++) {
            twin.step(3e-3, step, STEPS);
          }
          sameState(first.model, twin.model);
        }
      }
    }
  }

  private static void sameState(EncoderModel one, EncoderModel other) throws TrainingException {
    Map<String, float[]> expected = one.state();
    Map<String, float[]> actual = other.state();
    assertEquals(expected.keySet(), actual.keySet());
    expected.forEach((key, values) -> assertArrayEquals(values, actual.get(key), key));
  }
}
