// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.encoder.EncoderBatch;
import org.patchwork.learn.encoder.EncoderBuild;
import org.patchwork.learn.encoder.EncoderGoal;
import org.patchwork.learn.encoder.EncoderLoss;
import org.patchwork.learn.encoder.EncoderModel;
import org.patchwork.learn.encoder.EncoderObjective;
import org.patchwork.learn.encoder.EncoderOptimizer;
import org.patchwork.learn.encoder.EncoderOptimizer.Method;
import org.patchwork.learn.encoder.EncoderStep;
import org.patchwork.learn.encoder.EncoderTowers;
import org.patchwork.learn.encoder.Memory;
import org.patchwork.learn.encoder.OwnRule;
import org.patchwork.learn.encoder.View;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Network.Init;
import org.patchwork.learn.network.Network.Kind;
import org.patchwork.learn.network.NetworkFunction;
import org.patchwork.learn.network.Node;
import org.patchwork.pretraining.trainers.MoCo;
import org.patchwork.pretraining.trainers.ProjectionHead;
import org.patchwork.tensorflow.TensorFlowEngine;

/** Memories, further inputs, goals in turn, view sizes and accumulation, with numbers by hand. */
class EncoderContractsTest {
  private static final int[] PIXEL = {1, 1, 2};
  private static final EncoderOptimizer MOMENTUM = new EncoderOptimizer(Method.MOMENTUM, 0, 0);

  /** A weight p of two values, multiplied with the image. */
  private static final NetworkFunction WEIGHTED =
      (n, x) -> n.multiply(x, n.weight("p", Kind.KERNEL, Init.ZEROS, 2));

  private static EncoderModel open(EncoderObjective objective, int accumulate)
      throws TrainingException {
    return new TensorFlowEngine()
        .openEncoder(
            new EncoderBuild(
                PIXEL, List.of(View.FULL), 2, WEIGHTED, objective, MOMENTUM, accumulate, 0));
  }

  private static Node rows(EncoderTowers towers) {
    return towers.online().reshape(towers.view(0), 2, 2);
  }

  private static Node encoded(EncoderTowers towers) throws TrainingException {
    Network network = towers.online();
    return network.sum(towers.encode(network, towers.view(0)), false);
  }

  /** As in the specification: newest first, the oldest fall out. */
  @Test
  void queuesTakeTheNewestFirst() throws TrainingException {
    EncoderObjective queue =
        towers -> {
          Memory memory = towers.memory("queue", Memory.Start.ZEROS, 5, 2);
          memory.push(rows(towers));
          Network network = towers.online();
          return EncoderLoss.of(encoded(towers)).with("queued", network.sum(memory.value(), false));
        };
    try (EncoderModel model = open(queue, 1)) {
      model.set(Map.of("queue", new float[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
      EncoderBatch batch = EncoderBatch.of(new float[] {91, 92, 93, 94});
      double[] measured = model.step(batch, new EncoderStep(0.1, 1));
      assertEquals(45, measured[1], "the queue as it was before the step");
      float[] expected = {91, 92, 93, 94, 0, 1, 2, 3, 4, 5};
      assertArrayEquals(expected, model.state().get("queue"));
    }
  }

  @Test
  void rehearsalsFillMemoriesAndChangeNothingElse() throws TrainingException {
    EncoderObjective queues =
        towers -> {
          towers.memory("queue", Memory.Start.UNIT_NOISE, 3, 2).push(rows(towers));
          Memory mean = towers.memory("mean", Memory.Start.ONES, 2);
          Network n = towers.online();
          mean.becomes(n.multiply(n.constant(0.5f), mean.value()));
          OwnRule rule = new OwnRule(Method.MOMENTUM, 1);
          Memory buffer = towers.trainedMemory("buffer", Memory.Start.UNIT_NOISE, rule, 2, 2);
          buffer.pushInRehearsal(rows(towers));
          return EncoderLoss.of(encoded(towers));
        };
    try (EncoderModel model = open(queues, 1)) {
      float[] noise = model.state().get("queue");
      assertEquals(1, noise[0] * noise[0] + noise[1] * noise[1], 1e-6, "unit length");
      float[] weights = model.state().get("p");
      model.rehearse(EncoderBatch.of(new float[] {1, 2, 3, 4}));
      Map<String, float[]> state = model.state();
      assertArrayEquals(new float[] {1, 2, 3, 4, noise[0], noise[1]}, state.get("queue"));
      assertArrayEquals(new float[] {0.5f, 0.5f}, state.get("mean"));
      assertArrayEquals(new float[] {1, 2, 3, 4}, state.get("buffer"));
      assertArrayEquals(weights, state.get("p"));
      assertEquals(0, model.steps());
      model.step(EncoderBatch.of(new float[4]), new EncoderStep(0.1, 1));
      assertArrayEquals(new float[] {1, 2, 3, 4}, model.state().get("buffer"), "no push in steps");
    }
  }

  @Test
  void aMemoryWithARuleOfItsOwnClimbs() throws TrainingException {
    EncoderObjective adversary =
        towers -> {
          OwnRule rule = new OwnRule(Method.MOMENTUM, -3);
          Memory buffer = towers.trainedMemory("buffer", Memory.Start.ONES, rule, 2, 2);
          Network n = towers.online();
          Node product = n.sum(n.multiply(buffer.value(), rows(towers)), false);
          return EncoderLoss.of(n.add(encoded(towers), product));
        };
    try (EncoderModel model = open(adversary, 1)) {
      model.step(EncoderBatch.of(new float[] {1, 2, 3, 4}), new EncoderStep(0.1, 1));
      Map<String, float[]> state = model.state();
      assertArrayEquals(new float[] {1.3f, 1.6f, 1.9f, 2.2f}, state.get("buffer"), 1e-6f);
      assertArrayEquals(new float[] {-0.4f, -0.6f}, state.get("p"), 1e-6f, "0.1 of the gradient");
    }
  }

  /** Two goals of one weight each, by Adam, whose first step is as long as the rate. */
  @Test
  void goalsTakeTurnsWithMomentsOfTheirOwn() throws TrainingException {
    EncoderObjective turns =
        towers -> {
          Network n = towers.online();
          Node other = n.weight("other/q", Kind.BIAS, Init.ZEROS, 1);
          Node second = n.sum(n.multiply(other, n.constant(7)), false);
          return EncoderLoss.of(
              new EncoderGoal("loss", encoded(towers), name -> true, 1),
              new EncoderGoal("adversary", second, name -> name.startsWith("other"), 0.1));
        };
    EncoderOptimizer adam = new EncoderOptimizer(Method.ADAM, 0, 0);
    EncoderBuild build = new EncoderBuild(PIXEL, 1, 2, WEIGHTED, turns, adam, 0);
    EncoderBatch batch = EncoderBatch.of(new float[] {1, 2, 3, 4});
    try (EncoderModel model = new TensorFlowEngine().openEncoder(build);
        EncoderModel other = new TensorFlowEngine().openEncoder(build)) {
      assertEquals(List.of("loss", "adversary"), model.measures());
      for (int step = 0; step < 3; step++) {
        model.step(batch, new EncoderStep(0.1, 1, 0));
      }
      float[] before = model.state().get("p");
      assertArrayEquals(new float[] {-0.3f, -0.3f}, before, 1e-5f);
      assertArrayEquals(new float[] {0}, model.state().get("other/q"));
      other.restore(model.state(), model.steps());
      for (EncoderModel goingOn : List.of(model, other)) {
        goingOn.step(batch, new EncoderStep(0.1, 1, 1));
        assertArrayEquals(new float[] {-0.01f}, goingOn.state().get("other/q"), 1e-6f);
        assertArrayEquals(before, goingOn.state().get("p"), "not its turn");
      }
    }
  }

  @Test
  void accumulatedGradientsAreTheirMean() throws TrainingException {
    try (EncoderModel model = open(towers -> EncoderLoss.of(encoded(towers)), 2)) {
      model.step(EncoderBatch.of(new float[] {1, 2, 3, 4}), new EncoderStep(0.1, 1));
      assertArrayEquals(new float[] {0, 0}, model.state().get("p"), "nothing yet");
      EncoderBatch second = EncoderBatch.of(new float[] {0, 0, 2, 2});
      model.step(second, new EncoderStep(0.1, 1));
      assertArrayEquals(new float[] {-0.3f, -0.4f}, model.state().get("p"), 1e-6f);
      model.step(EncoderBatch.of(new float[4]), new EncoderStep(0.1, 1));
      model.step(EncoderBatch.of(new float[4]), new EncoderStep(0.1, 1));
      float[] coasting = {-0.57f, -0.76f}; // the momentum goes on, the sum began anew
      assertArrayEquals(coasting, model.state().get("p"), 1e-6f);
    }
  }

  @Test
  void inputsAndSmallViewsAreFed() throws TrainingException {
    EncoderObjective sums =
        towers -> {
          Network n = towers.online();
          Node labels = towers.input("labels", 3);
          Node step = towers.input("step");
          assertArrayEquals(new int[] {2, 3}, labels.shape());
          assertArrayEquals(new int[] {2}, step.shape());
          assertArrayEquals(new int[] {2, 2, 2, 2}, towers.view(1).shape());
          Node half = towers.encode(towers.online(), towers.view(1));
          return EncoderLoss.of(n.sum(half, false))
              .with("labels", n.sum(labels, false))
              .with("steps", n.sum(step, false))
              .with("small", n.sum(towers.view(1), false))
              .withOutput("doubled", n.multiply(n.constant(2), labels));
        };
    EncoderBuild build =
        new EncoderBuild(
            new int[] {4, 4, 2},
            List.of(View.FULL, new View(0.5, "", 0)),
            2,
            WEIGHTED,
            sums,
            MOMENTUM,
            1,
            0);
    float[] small = new float[2 * 8];
    small[0] = 5;
    EncoderBatch batch =
        new EncoderBatch(
            new float[][] {new float[2 * 32], small},
            Map.of("labels", new float[] {1, 2, 3, 4, 5, 6}, "step", new float[] {8, 9}));
    try (EncoderModel model = new TensorFlowEngine().openEncoder(build)) {
      assertArrayEquals(new int[] {3}, model.inputs().get("labels"));
      double[] measured = model.step(batch, new EncoderStep(0.1, 1));
      assertArrayEquals(new double[] {0, 21, 17, 5}, measured);
      float[] doubled = {2, 4, 6, 8, 10, 12};
      assertArrayEquals(doubled, model.outputs(batch).get("doubled"));
      long open = Pointer.totalCount();
      for (int i = 0; i < 500; i++) {
        model.step(batch, new EncoderStep(1e-3, 1));
      }
      model.outputs(batch);
      model.rehearse(batch);
      assertTrue(Pointer.totalCount() <= open, "native objects");
    }
  }

  /** The numbers of the specification. */
  @ParameterizedTest
  @CsvSource({"1, 1, 2", "0, 3, 0", "0.999, 1.002, 1.998", "0.9, 1.2, 1.8"})
  void theTargetKeepsItsDistanceUntilItMoves(double decay, float first, float second)
      throws TrainingException {
    EncoderObjective pair =
        towers -> {
          Node loss = encoded(towers);
          Network target = towers.target();
          Node aim = target.sum(towers.encode(target, towers.view(0)), false);
          return EncoderLoss.of(loss).with("aim", aim).with("weight_diff", towers.targetDistance());
        };
    try (EncoderModel model = open(pair, 1)) {
      model.set(Map.of("p", new float[] {3, 0}, "teacher/p", new float[] {1, 2}));
      double[] measured = model.step(EncoderBatch.of(new float[4]), new EncoderStep(0, decay));
      assertEquals(8, measured[2], 1e-6);
      assertArrayEquals(new float[] {first, second}, model.state().get("teacher/p"), 1e-6f);
    }
  }

  /** A queue, a target, further inputs and several batch norms at once. */
  @Test
  void fiveHundredStepsOfAQueueLeaveNothingOpen() throws PatchworkException {
    MoCo.Parameters everything =
        new MoCo.Parameters(20, .9, .2, 2, new ProjectionHead(16, 8), true, 2, .1, 8, 4, 2);
    try (TrainerOnEngine<MoCo.Parameters> moco = new TrainerOnEngine<>(new MoCo(), everything)) {
      moco.begin();
      EncoderBatch batch = moco.batch();
      EncoderStep step = new EncoderStep(1e-3, 0.9);
      moco.model.step(batch, step);
      long open = Pointer.totalCount();
      long bytes = Pointer.totalBytes();
      for (int i = 0; i < 500; i++) {
        moco.model.step(batch, step);
      }
      assertTrue(Pointer.totalCount() <= open, "native objects");
      assertTrue(Pointer.totalBytes() <= bytes, "bytes in native objects");
    }
  }

  @Test
  void rowsAreLookedUpWithAGradientAndTheLargestFound() throws TrainingException {
    EncoderObjective lookup =
        towers -> {
          Network n = towers.online();
          Node table = n.weight("table", Kind.KERNEL, Init.ONES, 3, 2);
          Node rows = n.gather(table, n.constant(new float[] {2, 0, 2}, 3));
          Node top = n.topIndices(rows(towers), 1);
          return EncoderLoss.of(n.add(n.sum(rows, false), encoded(towers))).withOutput("top", top);
        };
    try (EncoderModel model = open(lookup, 1)) {
      EncoderBatch batch = EncoderBatch.of(new float[] {1, 2, 4, 3});
      assertArrayEquals(new float[] {1, 0}, model.outputs(batch).get("top"));
      model.step(batch, new EncoderStep(0.1, 1));
      float[] expected = {0.9f, 0.9f, 1, 1, 0.8f, 0.8f};
      assertArrayEquals(expected, model.state().get("table"), 1e-6f);
    }
  }

  @Test
  void mistakesSayWhatToChange() {
    EncoderObjective tooMuch =
        towers -> {
          towers.memory("queue", Memory.Start.ZEROS, 1, 2).push(rows(towers));
          return EncoderLoss.of(encoded(towers));
        };
    TrainingException small = assertThrows(TrainingException.class, () -> open(tooMuch, 1));
    assertTrue(small.getMessage().contains("smaller batch"), small.getMessage());
    EncoderObjective taken =
        towers -> {
          encoded(towers);
          towers.memory("p", Memory.Start.ZEROS, 1);
          return EncoderLoss.of(towers.online().constant(0));
        };
    TrainingException twice = assertThrows(TrainingException.class, () -> open(taken, 1));
    assertTrue(twice.getMessage().contains("name p"), twice.getMessage());
  }

  @Test
  void onlyWhatExistsIsSet() throws TrainingException {
    try (EncoderModel model = open(towers -> EncoderLoss.of(encoded(towers)), 1)) {
      TrainingException problem =
          assertThrows(
              TrainingException.class, () -> model.set(Map.of("nothing", new float[] {1})));
      assertTrue(problem.getMessage().contains("nothing"), problem.getMessage());
      model.set(Map.of("p", new float[] {3, 4}));
      assertArrayEquals(new float[] {3, 4}, model.state().get("p"));
    }
  }
}
