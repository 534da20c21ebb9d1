// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.LiveBatch;
import org.patchwork.learn.LiveBuild;
import org.patchwork.learn.LiveModel;
import org.patchwork.learn.Optimizer;
import org.patchwork.learn.TrainableModel;
import org.patchwork.learn.UnlabelledBuild;
import org.patchwork.learn.UnlabelledLoss;
import org.patchwork.learn.network.NetworkFunction;
import org.patchwork.tensorflow.TensorFlowEngine;

/** Networks with unlabelled rows beside the labelled ones. */
class UnlabelledTest {
  private static final int WIDTH = 5;
  private static final int LABELLED = 4;
  private static final int UNLABELLED = 3;
  private static final NetworkFunction VECTOR =
      (network, x) -> {
        return network.dropout(
            network.relu(network.batchNorm("norm", network.dense("hidden", x, 8))), 0.3);
      };

  private final float[] inputs = Networks.values("inputs", (LABELLED + 2 * UNLABELLED) * WIDTH);
  private final float[] targets = Networks.targets("targets", LABELLED * 2);

  @BeforeAll
  static void load() throws TrainingException {
    TensorFlowNative.load();
  }

  private static LiveBuild build(UnlabelledBuild unlabelled) {
    return new LiveBuild(
        new int[] {WIDTH},
        Optional.empty(),
        2,
        VECTOR,
        Networks.sigmoidHead(2),
        Networks.MASKED_CROSS_ENTROPY,
        Optional.ofNullable(unlabelled),
        Optimizer.ADAM,
        0,
        name -> true,
        5);
  }

  private static LiveModel open(UnlabelledBuild unlabelled) throws TrainingException {
    return new TensorFlowEngine().openLive(build(unlabelled));
  }

  private static UnlabelledBuild weak(UnlabelledLoss loss) {
    return new UnlabelledBuild(1, loss, false, OptionalDouble.empty());
  }

  private LiveBatch batch() {
    float[] subsets = {1, 0, 1, 0, 1, 0, 7, 7}; // longer than what is in use
    return new LiveBatch(inputs, LABELLED, targets, UNLABELLED, subsets, 2);
  }

  private float[] trained(LiveModel model, int steps) throws TrainingException {
    for (int i = 0; i < steps; i++) {
      model.step(batch(), 0.01, false);
    }
    float[] outputs = new float[LABELLED * 2];
    model.predict(inputs, LABELLED, outputs);
    return outputs;
  }

  @Test
  void aLossWithoutGradientLeavesTheSupervisedRunBitForBit() throws TrainingException {
    UnlabelledLoss nothing =
        (ops, unlabelled) ->
            ops.mean(
                ops.multiply(
                    ops.constant(0),
                    ops.add(unlabelled.predictions(), unlabelled.strongPredictions())),
                false);
    try (LiveModel mixed = open(new UnlabelledBuild(1, nothing, true, OptionalDouble.empty()));
        LiveModel supervised = open(null);
        TrainableModel plain =
            new TensorFlowEngine()
                .open(
                    Networks.build(
                        (network, x) ->
                            Networks.sigmoidHead(2).build(network, VECTOR.build(network, x)),
                        2,
                        WIDTH))) {
      float[] expected = new float[LABELLED * 2];
      for (int i = 0; i < 20; i++) {
        plain.step(inputs, targets, LABELLED, 0.01);
      }
      plain.predict(inputs, LABELLED, expected);
      assertArrayEquals(expected, trained(supervised, 20));
      assertArrayEquals(expected, trained(mixed, 20));
    }
  }

  @Test
  void theTeacherFollows() throws TrainingException {
    UnlabelledLoss loss =
        (ops, unlabelled) ->
            ops.mean(
                ops.square(ops.subtract(unlabelled.predictions(), unlabelled.teacherAnswers())),
                false);
    try (LiveModel model = open(new UnlabelledBuild(1, loss, false, OptionalDouble.of(0.9)))) {
      float[] start = model.weights().get("output/kernel");
      assertArrayEquals(start, model.weights().get("teacher/output/kernel"));
      model.step(batch(), 0.01, false);
      float[] student = model.weights().get("output/kernel");
      float[] teacher = model.weights().get("teacher/output/kernel");
      for (int i = 0; i < start.length; i++) {
        assertEquals((start[i] + student[i]) / 2, teacher[i], 1e-6, "the first step takes half");
      }
      assertTrue(model.weights().containsKey("teacher/norm/moving_mean"));
      assertTrue(model.parameterCount() == WIDTH * 8 + 8 + 16 + 8 * 2 + 2);
    }
  }

  @Test
  void answersPassNoGradientAndDropNothing() throws TrainingException {
    UnlabelledLoss loss = (ops, unlabelled) -> ops.mean(unlabelled.answers(), false);
    try (LiveModel model = open(weak(loss));
        LiveModel supervised = open(null)) {
      float[] expected = new float[UNLABELLED * 2];
      float[] rows = Arrays.copyOfRange(inputs, LABELLED * WIDTH, inputs.length);
      model.predict(rows, UNLABELLED, expected);
      double mean = 0;
      for (float value : expected) {
        mean += value / expected.length;
      }
      assertEquals(mean, model.step(batch(), 0.01, false).unlabelled(), 1e-6);
      supervised.step(LiveBatch.labelled(inputs, targets, LABELLED), 0.01, false);
      assertArrayEquals(
          supervised.weights().get("hidden/kernel"), model.weights().get("hidden/kernel"));
    }
  }

  @Test
  void theStrongViewIsItsOwnRows() throws TrainingException {
    UnlabelledLoss loss =
        (ops, unlabelled) ->
            ops.sum(
                ops.abs(ops.subtract(unlabelled.predictions(), unlabelled.strongPredictions())),
                false);
    try (LiveModel model = open(new UnlabelledBuild(1, loss, true, OptionalDouble.empty()))) {
      assertTrue(model.step(batch(), 0.01, false).unlabelled() > 0.01);
    }
  }

  @Test
  void subsetsCome() throws TrainingException {
    UnlabelledLoss loss = (ops, unlabelled) -> ops.sum(unlabelled.subsets(), false);
    try (LiveModel model = open(weak(loss))) {
      assertEquals(3, model.step(batch(), 0.01, false).unlabelled(), 1e-6);
    }
  }

  @Test
  void aBatchMayBeWithoutSubsets() throws TrainingException {
    UnlabelledLoss loss = (ops, unlabelled) -> ops.mean(unlabelled.predictions(), false);
    LiveBatch none = new LiveBatch(inputs, LABELLED, targets, UNLABELLED, new float[9], 0);
    try (LiveModel model = open(weak(loss))) {
      assertTrue(model.step(none, 0.01, false).unlabelled() > 0);
    }
  }

  @Test
  void batchNormAveragesLabelledRowsAlone() throws TrainingException {
    UnlabelledLoss loss = (ops, unlabelled) -> ops.mean(unlabelled.predictions(), false);
    try (LiveModel mixed = open(new UnlabelledBuild(1e-9, loss, false, OptionalDouble.empty()));
        LiveModel supervised = open(null)) {
      mixed.step(batch(), 0, false);
      supervised.step(LiveBatch.labelled(inputs, targets, LABELLED), 0, false);
      assertArrayEquals(
          supervised.weights().get("norm/moving_mean"), mixed.weights().get("norm/moving_mean"));
    }
  }
}
