// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.distillation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.patchwork.learn.conformance.ReferenceOps;
import org.patchwork.learn.conformance.ReferenceValue;
import org.patchwork.training.distillation.Softening;

/** The loss by the numbers of the specification, and by hand. */
class DistillationLossTest {
  private static double loss(
      DistillationLoss loss, double[] teacher, double[] student, int classes) {
    int rows = teacher.length / classes;
    return ReferenceOps.value(
            loss.build(
                new ReferenceOps(),
                ReferenceValue.of(teacher, rows, classes),
                ReferenceValue.of(student, rows, classes)))
        .scalar();
  }

  static Stream<Arguments> specified() {
    double[] half = {.5, .5, .5, .5, .5, .5};
    double[] fifth = {.2, .2, .2, .2, .2, .2};
    double[] teacher = {.9, .1, .4};
    double[] student = {.6, .3, .4};
    return Stream.of(
        Arguments.of(half, half, 1, 0.69314698056),
        Arguments.of(half, fifth, 1, 0.737487731939),
        Arguments.of(teacher, student, 1, 0.661780305389),
        Arguments.of(teacher, student, .25, 0.422706577302));
  }

  @ParameterizedTest
  @MethodSource("specified")
  void probabilitiesAreSoftenedAsSpecified(
      double[] teacher, double[] student, double temperature, double expected) {
    DistillationLoss loss = new DistillationLoss(Softening.PROBABILITIES, temperature, false);
    assertEquals(expected, loss(loss, teacher, student, 3), 2e-6);
  }

  @ParameterizedTest
  @MethodSource("specified")
  void whatIsNotKnownDoesNotCount(double[] teacher, double[] student, double temperature) {
    DistillationLoss loss = new DistillationLoss(Softening.PROBABILITIES, temperature, false);
    double[] longer = java.util.Arrays.copyOf(teacher, teacher.length + 3);
    java.util.Arrays.fill(longer, teacher.length, longer.length, -1);
    double[] answers = java.util.Arrays.copyOf(student, longer.length);
    assertEquals(loss(loss, teacher, student, 3), loss(loss, longer, answers, 3), 1e-12);
  }

  @ParameterizedTest
  @MethodSource("all")
  void nothingKnownIsNoLoss(DistillationLoss loss) {
    assertEquals(0, loss(loss, new double[] {-1, -1}, new double[] {.3, .7}, 2), 0);
  }

  static Stream<DistillationLoss> all() {
    return Stream.of(
        new DistillationLoss(Softening.PROBABILITIES, 1, false),
        new DistillationLoss(Softening.LOGITS, 2, false),
        new DistillationLoss(Softening.LOGITS, 2, true));
  }

  @Test
  void logitsAtTemperatureOneAreTheCrossEntropy() {
    DistillationLoss loss = new DistillationLoss(Softening.LOGITS, 1, false);
    double expected = -(.9 * Math.log(.6) + .1 * Math.log(.4));
    assertEquals(expected, loss(loss, new double[] {.9}, new double[] {.6}, 1), 1e-6);
  }

  /** logit(.8) / 2 = ln 2, so the teacher says 2/3; a student at .5 stays there. */
  @Test
  void logitsAreDividedAndTheLossIsScaledBack() {
    DistillationLoss loss = new DistillationLoss(Softening.LOGITS, 2, false);
    assertEquals(4 * Math.log(2), loss(loss, new double[] {.8}, new double[] {.5}, 1), 1e-6);
    double told = -(2 / 3.0 * Math.log(2 / 3.0) + 1 / 3.0 * Math.log(1 / 3.0));
    assertEquals(4 * told, loss(loss, new double[] {.8}, new double[] {.8}, 1), 1e-6);
  }

  /** √.64 : √.36 = 8 : 6; a student that says both alike is told 4/7 and 3/7. */
  @Test
  void exclusiveClassesAreOneDistribution() {
    DistillationLoss loss = new DistillationLoss(Softening.LOGITS, 2, true);
    double[] teacher = {.64, .36};
    assertEquals(4 * Math.log(2), loss(loss, teacher, new double[] {.5, .5}, 2), 1e-6);
    double told = -(4 / 7.0 * Math.log(4 / 7.0) + 3 / 7.0 * Math.log(3 / 7.0));
    assertEquals(4 * told, loss(loss, teacher, teacher, 2), 1e-6);
  }

  @Test
  void anExclusiveImageWithAnUnknownClassSaysNothing() {
    DistillationLoss loss = new DistillationLoss(Softening.LOGITS, 2, true);
    double[] teacher = {.64, .36, .9, -1};
    double[] student = {.5, .5, .1, .9};
    assertEquals(4 * Math.log(2), loss(loss, teacher, student, 2), 1e-6);
  }
}
