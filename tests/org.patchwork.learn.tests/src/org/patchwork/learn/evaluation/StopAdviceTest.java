// SPDX-License-Identifier: MIT
package org.patchwork.learn.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;

class StopAdviceTest {
  private static List<PowerLaw.Point> curve(PowerLaw law, int... labels) {
    return IntStream.of(labels).mapToObj(n -> new PowerLaw.Point(n, law.error(n))).toList();
  }

  @Test
  void theLawIsFoundAgain() {
    PowerLaw law = new PowerLaw(0.1, 1.5, 0.5);
    PowerLaw fitted = PowerLaw.fit(curve(law, 20, 40, 80, 160, 320));
    assertEquals(law.error(1000), fitted.error(1000), 1e-6);
    assertEquals(0.1, fitted.floor(), 1e-6);
  }

  @Test
  void anErrorThatRisesIsLevel() {
    PowerLaw fitted =
        PowerLaw.fit(
            List.of(
                new PowerLaw.Point(10, 0.2),
                new PowerLaw.Point(20, 0.25),
                new PowerLaw.Point(40, 0.3)));
    assertEquals(0, fitted.factor());
    assertEquals(fitted.error(10), fitted.error(1000));
  }

  @Test
  void twoPointsAreNoCurve() {
    assertThrows(
        IllegalArgumentException.class,
        () -> PowerLaw.fit(curve(new PowerLaw(0, 1, 1), 10, 20, 20)));
  }

  @Test
  void ofAProjectItTakesTrainingLabelsAndTheTimeWorkedOnAll() {
    LabelTable labels =
        LabelTable.empty()
            .withClasses(List.of("a"))
            .withRows(List.of("0", "1", "2", "3", "4"), Arrays.asList(new String[5]))
            .withLabels(0, new int[] {0, 1, 2, 3}, new byte[] {1, 0, 1, 0})
            .withValidation(new int[] {3}, new byte[] {1})
            .withExcluded(new int[] {2}, new byte[] {1});
    List<PowerLaw.Point> curve = curve(new PowerLaw(0, 2, 0.5), 20, 40, 60);
    RunsSoFar runs = new RunsSoFar(List.of(), OptionalDouble.of(0.8));
    assertEquals(
        StopAdvice.of(curve, 2, 24, OptionalDouble.of(3), OptionalDouble.of(0.8)),
        StopAdvice.of(curve, labels, 24, 9000, runs),
        "two for training, three with an answer that counts, nine seconds");
    assertTrue(StopAdvice.of(curve, labels, 24, 0, runs).secondsPerPage().isEmpty());
  }

  @Test
  void whereMuchIsToBeGainedItSaysGoOn() {
    StopAdvice advice =
        StopAdvice.of(
            curve(new PowerLaw(0, 2, 0.5), 20, 40, 60),
            60,
            24,
            OptionalDouble.of(2),
            OptionalDouble.of(0.8));
    assertEquals(StopAdvice.Verdict.GO_ON, advice.verdict());
    assertEquals(2 / Math.sqrt(60) - 2 / Math.sqrt(84), advice.gainNextPage().orElseThrow(), 1e-3);
    assertEquals(48, advice.secondsPerPage().orElseThrow(), 1e-9);
    assertTrue(advice.reasons().get(1).contains("48 s"), advice.reasons().get(1));
    assertTrue(advice.reasons().get(2).contains("answers still change"));
  }

  @Test
  void whereNothingIsGainedStabilityDecides() {
    List<PowerLaw.Point> flat = curve(new PowerLaw(0.1, 1, 1), 500, 1000, 2000, 4000);
    OptionalDouble none = OptionalDouble.empty();
    assertEquals(StopAdvice.Verdict.STOP, StopAdvice.of(flat, 4000, 24, none, none).verdict());
    assertEquals(
        StopAdvice.Verdict.STOP,
        StopAdvice.of(flat, 4000, 24, none, OptionalDouble.of(0.995)).verdict());
    assertEquals(
        StopAdvice.Verdict.SLOWING,
        StopAdvice.of(flat, 4000, 24, none, OptionalDouble.of(0.9)).verdict());
  }

  @Test
  void withoutACurveItSaysWhatToDo() {
    StopAdvice advice =
        StopAdvice.of(List.of(), 10, 24, OptionalDouble.empty(), OptionalDouble.empty());
    assertEquals(StopAdvice.Verdict.UNKNOWN, advice.verdict());
    assertTrue(advice.reasons().getFirst().contains("train a few times"));
  }

  @Test
  void equalAnswersAgreeWhollyOppositeOnesNotAtAll() {
    int[] rows = {0, 1, 2, 3};
    PredictionTable a = Cells.predictions(false, new double[] {.9, .1, .8, .2});
    PredictionTable same = Cells.predictions(false, new double[] {.6, .4, .7, .1});
    PredictionTable opposite = Cells.predictions(false, new double[] {.1, .9, .2, .8});
    assertEquals(1, PredictionStability.kappa(a, same, rows).orElseThrow());
    assertEquals(-1, PredictionStability.kappa(a, opposite, rows).orElseThrow());
    PredictionTable half = Cells.predictions(false, new double[] {.9, .9, .1, .1});
    assertEquals(0, PredictionStability.kappa(a, half, rows).orElseThrow());
  }

  @Test
  void exclusiveModelsAreComparedByTheirMostProbableClass() {
    int[] rows = {0, 1, 2};
    PredictionTable a =
        Cells.predictions(true, new double[] {.6, .3, .5}, new double[] {.4, .7, .5});
    PredictionTable b =
        Cells.predictions(true, new double[] {.9, .4, .1}, new double[] {.1, .6, .9});
    // answers 0 1 0 against 0 1 1: 2 of 3 alike, 1 of 2 by chance
    double chance = (2 * 1 + 1 * 2) / 9.0;
    assertEquals(
        (2 / 3.0 - chance) / (1 - chance),
        PredictionStability.kappa(a, b, rows).orElseThrow(),
        1e-12);
  }
}
