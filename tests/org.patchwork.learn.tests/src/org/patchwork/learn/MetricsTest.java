// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;

class MetricsTest {
  private static final float[] NONE = {};

  @Test
  void aucAndAccuracyAreTheOracles() throws Exception {
    for (JsonNode oracle : Oracles.cases("aucAccuracy")) {
      float[] positives = Oracles.floats(oracle.get("positives"));
      float[] negatives = Oracles.floats(oracle.get("negatives"));
      same(oracle.get("auc"), Metrics.auc(positives, negatives));
      same(oracle.get("accuracy"), Metrics.accuracy(positives, negatives));
    }
  }

  private static void same(JsonNode wanted, OptionalDouble measured) {
    assertEquals(wanted.isNull(), measured.isEmpty());
    if (!wanted.isNull()) {
      assertEquals(wanted.asDouble(), measured.getAsDouble(), 5e-4);
    }
  }

  @Test
  void aucCountsPairsWithTiesHalf() {
    SplittableRandom random = new SplittableRandom(2);
    float[] positives = coarse(random, 40);
    float[] negatives = coarse(random, 70);
    double wins = 0;
    for (float p : positives) {
      for (float n : negatives) {
        wins += p > n ? 1 : p == n ? 0.5 : 0;
      }
    }
    assertEquals(wins / (40 * 70), Metrics.auc(positives, negatives).getAsDouble(), 1e-12);
  }

  private static float[] coarse(SplittableRandom random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = random.nextInt(11) / 10f;
    }
    return values;
  }

  @Test
  void averagePrecisionIsWorkedByHand() {
    // Ranks: .9 +, .8 −, .7 +, .6 −, .5 + : precision 1, 2/3, 3/5 at the positives.
    assertEquals(
        (1 + 2.0 / 3 + 3.0 / 5) / 3,
        Metrics.averagePrecision(new float[] {.9f, .7f, .5f}, new float[] {.8f, .6f}).getAsDouble(),
        1e-12);
    // A tie of one positive and one negative enters together: precision 1/2 for it.
    assertEquals(
        0.5, Metrics.averagePrecision(new float[] {.5f}, new float[] {.5f}).getAsDouble(), 1e-12);
  }

  @Test
  void nothingIsMeasuredOnOneSide() {
    float[] some = {.3f};
    assertTrue(Metrics.auc(some, NONE).isEmpty());
    assertTrue(Metrics.averagePrecision(NONE, some).isEmpty());
    assertTrue(Metrics.accuracy(some, NONE).isEmpty());
    assertNull(ClassMetrics.of("a", some, NONE).estimate());
    assertTrue(Metrics.mean(Stream.of(OptionalDouble.empty())).isEmpty());
    assertEquals(
        0.4, Metrics.mean(Stream.of(OptionalDouble.of(.4), OptionalDouble.empty())).getAsDouble());
  }

  @Test
  void accuracyEstimateIsTheOracle() throws Exception {
    for (JsonNode oracle : Oracles.cases("accuracyEstimate")) {
      AccuracyEstimate estimate =
          AccuracyEstimate.of(
              oracle.get("right").asInt(),
              oracle.get("positives").asInt(),
              oracle.get("negatives").asInt());
      assertEquals(oracle.get("mean").asDouble(), estimate.mean(), 1e-9);
      assertEquals(oracle.get("low").asDouble(), estimate.low(), 1e-9);
      assertEquals(oracle.get("high").asDouble(), estimate.high(), 1e-9);
      assertEquals(oracle.get("baseRate").asDouble(), estimate.baseRate(), 1e-12);
      assertEquals(oracle.get("aboveBaseRate").asDouble(), estimate.aboveBaseRate(), 1e-9);
    }
    assertThrows(IllegalArgumentException.class, () -> AccuracyEstimate.of(3, 1, 1));
  }

  @Test
  void betaDistributionHoldsForLargeCounts() {
    BetaDistribution beta = new BetaDistribution(1_000_005, 5);
    assertEquals(0.5, beta.cumulative(beta.quantile(0.5)), 1e-9);
    assertEquals(0.3, new BetaDistribution(1, 1).cumulative(0.3), 1e-14);
    assertEquals(0.3 * 0.3, new BetaDistribution(2, 1).cumulative(0.3), 1e-14);
  }

  @Test
  void exclusiveClassesAreJudgedByArgMax() {
    LabelTable labels =
        Oracles.labeled(
            new int[] {1, 0, 0, -1, 1}, new int[] {0, 1, 0, -1, -1}, new int[] {0, 0, 1, -1, 0});
    float[][] columns = {
      {.4f, .3f, .4f, .9f, Float.NaN}, {.3f, .4f, .35f, .05f, .1f}, {.3f, .3f, .25f, .05f, .1f}
    };
    Evaluation exclusive = Evaluation.of(labels, predictions(columns, true), Part.TRAINING);
    assertEquals(2.0 / 3, exclusive.accuracy().getAsDouble(), 1e-12);
    assertEquals(3, exclusive.accuracyCount());
    Evaluation cells = Evaluation.of(labels, predictions(columns, false), Part.TRAINING);
    assertEquals(10, cells.accuracyCount());
    assertEquals(7 / 10.0, cells.accuracy().getAsDouble(), 1e-12);
    assertEquals(
        Arrays.asList(1, 1, 1), cells.classes().stream().map(ClassMetrics::positives).toList());
  }

  @Test
  void evaluationKnowsItsPart() {
    LabelTable labels = Oracles.labeled(new int[] {1, 0, 1, 0});
    labels = Oracles.holdingOut(labels, 2, 3);
    PredictionTable predictions = predictions(new float[][] {{.9f, .1f, .2f, .8f}}, false);
    assertEquals(1, Evaluation.of(labels, predictions, Part.TRAINING).meanAuc().getAsDouble());
    assertEquals(0, Evaluation.of(labels, predictions, Part.VALIDATION).meanAuc().getAsDouble());
    LabelTable excluded = Oracles.excluding(labels, 2);
    assertTrue(Evaluation.of(excluded, predictions, Part.VALIDATION).meanAuc().isEmpty());
  }

  private static PredictionTable predictions(float[][] columns, boolean exclusive) {
    return new PredictionTable(
        Oracles.table(1, columns.length).classIds(), columns, "test", exclusive);
  }
}
