// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining.losses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patchwork.learn.conformance.ReferenceOps;
import org.patchwork.learn.conformance.ReferenceValue;
import org.patchwork.learn.encoder.EncoderLoss;
import org.patchwork.learn.network.Node;

/** Losses with queues, and those that divide images among prototypes. */
class QueueLossesTest {
  private static final ReferenceOps OPS = new ReferenceOps();
  private static final double[] QUERIES = {
    0.449894, 0.772258, -0.443399, 0.067897, 0.921648, 0.023259, -0.314, -0.226778, -0.586954,
    0.113211, -0.792475, 0.121048
  };
  private static final double[] KEYS = {
    0.04952, 0.756917, -0.464338, 0.457182, 0.499014, -0.130273, -0.824501, -0.232834, -0.685203,
    -0.438823, -0.050022, -0.579162
  };
  private static final double[] QUEUE = {
    0.521986, 0.225532, 0.598298, -0.564539, -0.806604, 0.526283, 0.225238, -0.14725, 0.449335,
    -0.087995, 0.519076, 0.721745, -0.357277, 0.095178, -0.522763, 0.768123, 0.109871, 0.763727,
    -0.141365, 0.620215
  };

  private static Node queries() {
    return ReferenceValue.of(QUERIES, 3, 4);
  }

  private static Node keys() {
    return ReferenceValue.of(KEYS, 3, 4);
  }

  private static Node queue() {
    return ReferenceValue.of(QUEUE, 5, 4);
  }

  private static double value(Node node) {
    return ReferenceOps.value(node).scalar();
  }

  private static EncoderLoss loss(double temperature, double margin, boolean inBatch) {
    Node negatives = OPS.matMul(queries(), queue(), true);
    return new QueueContrastLoss(temperature, margin, inBatch)
        .build(OPS, queries(), keys(), negatives);
  }

  @ParameterizedTest
  @CsvSource({"0.07, 2.02054802968", "0.1, 1.5198864304", "0.5, 1.36940917372"})
  void keysOfTheBatchAreNegativesToo(double temperature, double expected) {
    EncoderLoss loss = loss(temperature, 0, true);
    assertEquals(expected, value(loss.loss()), 1e-4);
    assertEquals(2 / 3.0, value(loss.measures().get("accuracy")), 1e-9);
  }

  @ParameterizedTest
  @CsvSource({"0.0, 1.48285430786", "0.2, 2.54361487915"})
  void theMarginIsTakenFromThePositiveBeforeItIsDivided(double margin, double expected) {
    assertEquals(expected, value(loss(0.1, margin, false).loss()), 1e-6);
  }

  /** With a margin of temperature · ln(α / K) each negative counts α / K times. */
  @Test
  void theMarginOfThePaperMakesNegativesCountMore() {
    double temperature = 0.1;
    double plain = value(loss(temperature, temperature * Math.log(3), false).loss());
    Node three = OPS.concat(0, queue(), queue(), queue());
    Node tripled = OPS.matMul(queries(), three, true);
    Node repeated =
        new QueueContrastLoss(temperature, 0, false).build(OPS, queries(), keys(), tripled).loss();
    assertEquals(value(repeated), plain, 1e-6);
  }

  @Test
  void mixedNegativesAreThoseOfTheSpecification() {
    MixedNegatives mixtures = new MixedNegatives(5);
    Node pairs =
        mixtures.ofPairs(
            OPS,
            queries(),
            queue(),
            new MixedNegatives.Pairs(
                ranks(4, 2, 4, 0, 1, 4), ranks(3, 1, 1, 3, 3, 0), each(0.3, 0.8)));
    double[] ofPairs = {
      -0.0821288393956,
      0.198430226685,
      -0.265773714849,
      0.439319435327,
      -0.4939719216,
      -0.823386369137
    };
    assertValues(ofPairs, pairs);
    Node ofQuery =
        mixtures.ofQuery(
            OPS, queries(), queue(), ranks(3, 0, 4, 1, 2, 4, 3, 2, 1), each(0.1, 0.4, 0.25));
    double[] withQuery = {
      0.0640946521616,
      0.90375162331,
      0.258499373324,
      0.193519516979,
      0.567706948402,
      -0.562364672149,
      -0.518834262631,
      0.667125530479,
      0.579779170427
    };
    assertValues(withQuery, ofQuery);
  }

  /** Where the rows that the specification picks stand among the hardest of each query. */
  private static Node ranks(double... values) {
    return ReferenceValue.of(values, 3, values.length / 3);
  }

  /** The same numbers for each of three queries. */
  private static Node each(double... values) {
    double[] all = new double[3 * values.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = values[i % values.length];
    }
    return ReferenceValue.of(all, 3, values.length);
  }

  private static void assertValues(double[] expected, Node actual) {
    double[] values = ReferenceOps.value(actual).values();
    assertEquals(expected.length, values.length);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], values[i], 1e-6, "value " + i);
    }
  }

  @Test
  void neighboursTakeThePlaceOfTheOtherView() {
    double[] z1 = {
      -0.003218, -0.652389, -0.757768, 0.012871, -0.166274, 0.237456, 0.739537, 0.607497, -0.65667,
      0.463664, 0.594729, -0.009875
    };
    double[] z2 = {
      0.012463, -0.761012, -0.593354, -0.261985, -0.089325, 0.938489, 0.31242, 0.11685, -0.545667,
      0.380682, 0.739892, -0.099447
    };
    Node first = ReferenceValue.of(z1, 3, 4);
    Node second = ReferenceValue.of(z2, 3, 4);
    Node nearFirst = NearestNeighbourLoss.neighbours(OPS, first, queue());
    Node nearSecond = NearestNeighbourLoss.neighbours(OPS, second, queue());
    assertValues(rows(3, 2, 1), nearFirst);
    assertValues(rows(3, 4, 1), nearSecond);
    EncoderLoss loss =
        new NearestNeighbourLoss(0.5, 0).build(OPS, first, second, nearFirst, nearSecond);
    assertEquals(1.08760475241, value(loss.loss()), 3e-5);
    assertEquals(0.583333333333, value(loss.measures().get("accuracy")), 1e-6);
  }

  private static double[] rows(int... numbers) {
    double[] values = new double[4 * numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      System.arraycopy(QUEUE, 4 * numbers[i], values, 4 * i, 4);
    }
    return values;
  }

  /** By finite differences: what the specification has as the step of the authors' code. */
  @Test
  void negativesAmongQueriesFollowTheGradientOfTheSpecification() {
    double[] expected = {
      -15.360746964,
      -0.387628776405,
      5.23339339284,
      3.77957635633,
      9.78248597565,
      -1.88679739116,
      13.2079391802,
      -2.0174813901,
      -15.3502699054,
      -0.404305982593,
      5.23626125124,
      3.7731560883,
      9.78253093892,
      -1.88684048223,
      13.2078643903,
      -2.01738985436,
      -7.49822234619,
      -12.8708902939,
      7.38996919685,
      -1.13155464517
    };
    double decay = 1e-4;
    ToDoubleFunction<double[]> loss =
        negatives ->
            value(
                new NegativesLoss(0.02, true)
                    .build(OPS, queries(), keys(), ReferenceValue.of(negatives, 5, 4)));
    for (int i = 0; i < QUEUE.length; i++) {
      assertEquals(expected[i], slope(loss, QUEUE, i) + decay * QUEUE[i], 1e-4, "value " + i);
    }
  }

  /** The negatives climb what the encoder goes down. */
  @Test
  void negativesOfThePaperMakeTheContrastiveLossLarger() {
    Node against = new NegativesLoss(0.1, false).build(OPS, queries(), keys(), queue());
    assertEquals(-value(loss(0.1, 0, true).loss()), value(against), 1e-9);
  }

  private static double slope(ToDoubleFunction<double[]> function, double[] at, int i) {
    double step = 1e-6;
    double[] moved = at.clone();
    moved[i] += step;
    double above = function.applyAsDouble(moved);
    moved[i] -= 2 * step;
    return (above - function.applyAsDouble(moved)) / (2 * step);
  }

  private static Node weights(double... values) {
    return ReferenceValue.of(values, values.length, 1);
  }

  @Test
  void imagesAreDividedEvenlyAmongPrototypes() {
    double[] scores = {0.9, 0.1, 0.8, 0.2, 0.7, 0.3, 0.6, 0.5}; // all prefer the first
    Node codes =
        new Sinkhorn(0.1, 200).codes(OPS, ReferenceValue.of(scores, 4, 2), weights(1, 1, 1, 1));
    double[] values = ReferenceOps.value(codes).values();
    double first = 0;
    for (int i = 0; i < 4; i++) {
      assertEquals(1, values[2 * i] + values[2 * i + 1], 1e-9);
      first += values[2 * i];
    }
    assertEquals(2, first, 1e-6, "half of the images each");
    assertTrue(values[0] > 0.9 && values[6] < 0.1, "those that prefer it most keep it");
  }

  /** Two images and two prototypes, worked by hand: columns first, then rows. */
  @Test
  void oneIterationIsColumnsThenRows() {
    double e = Math.E;
    Node scores = ReferenceValue.of(new double[] {1, 0, 0, 0}, 2, 2);
    Node codes = new Sinkhorn(1, 1).codes(OPS, scores, weights(1, 1));
    double a = e / (e + 1); // the first column is e, 1; the second 1, 1
    double[] expected = {a / (a + 0.5), 0.5 / (a + 0.5), (1 - a) / (1.5 - a), 0.5 / (1.5 - a)};
    assertValues(expected, codes);
  }

  @Test
  void rowsWithoutWeightDoNotCount() {
    Node some = ReferenceValue.of(new double[] {0.3, 0.1, 0.2, 0.6}, 2, 2);
    Node more = ReferenceValue.of(new double[] {0.3, 0.1, 0.2, 0.6, 0.3, 0.1}, 3, 2);
    Node expected = new Sinkhorn(0.1, 3).codes(OPS, some, weights(1, 1));
    Node codes = new Sinkhorn(0.1, 3).codes(OPS, more, weights(1, 1, 0));
    assertValues(ReferenceOps.value(expected).values(), OPS.slice(codes, 0, 0, 2));
  }

  @Test
  void smallEpsilonsDoNotOverflow() {
    Node scores = ReferenceValue.of(new double[] {-1, 1, 1, -1}, 2, 2);
    Node codes = new Sinkhorn(0.005, 3).codes(OPS, scores, weights(1, 1));
    assertValues(new double[] {0, 1, 1, 0}, codes);
  }

  /** Two coded views, three views: four pairs, none of a view with itself. */
  @Test
  void everyViewTellsTheCodesOfTheOthers() {
    Node code = ReferenceValue.of(new double[] {1, 0}, 1, 2);
    Node even = ReferenceValue.of(new double[] {0, 0}, 1, 2); // ln 2 whatever the code
    Node sure = ReferenceValue.of(new double[] {0.5, 0}, 1, 2); // at temperature .5: ln(1 + 1/e)
    Node loss = new CodeLoss(0.5).build(OPS, List.of(code, code), List.of(even, even, sure));
    double expected = (2 * Math.log(2) + 2 * Math.log(1 + Math.exp(-1))) / 4;
    assertEquals(expected, value(loss), 1e-6);
  }

  @Test
  void outputsInUseAreCounted() {
    Node one = ReferenceValue.of(new double[] {1, 0, 0, 1, 0, 0}, 2, 3);
    Node two = ReferenceValue.of(new double[] {1, 0, 0, 0, 1, 0}, 2, 3);
    assertEquals(1, value(CodeLoss.used(OPS, one)), 1e-6);
    assertEquals(2, value(CodeLoss.used(OPS, two)), 1e-6);
    assertEquals(0, value(CodeLoss.entropy(OPS, two)), 1e-6);
  }
}
