// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining.losses;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patchwork.learn.conformance.ReferenceOps;
import org.patchwork.learn.conformance.ReferenceValue;
import org.patchwork.learn.encoder.EncoderLoss;
import org.patchwork.learn.network.Node;

/** Losses by the numbers of the specification, and by hand. */
class LossesTest {
  private static final ReferenceOps OPS = new ReferenceOps();
  private static final double[] FIRST = {
    -0.003218, -0.652389, -0.757768, 0.012871, -0.166274, 0.237456, 0.739537, 0.607497, -0.65667,
    0.463664, 0.594729, -0.009875
  };
  private static final double[] SECOND = {
    0.012463, -0.761012, -0.593354, -0.261985, -0.089325, 0.938489, 0.31242, 0.11685, -0.545667,
    0.380682, 0.739892, -0.099447
  };

  private static Node first() {
    return ReferenceValue.of(FIRST, 3, 4);
  }

  private static Node second() {
    return ReferenceValue.of(SECOND, 3, 4);
  }

  private static double value(Node node) {
    return ReferenceOps.value(node).scalar();
  }

  private static double measure(EncoderLoss loss, String name) {
    return value(loss.measures().get(name));
  }

  @Test
  void negativesAreAllOtherImages() {
    assertArrayEquals(
        new float[] {0, 1, 0, 1, 1, 0, 1, 0, 0, 1, 0, 1, 1, 0, 1, 0}, ViewPairs.mask(2));
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 0, false, 0, 0.723480294798",
    "0.1, 0, false, 0, 0.699837804784",
    "0.5, 0.1, false, 0, 0.920545891075",
    "0.5, 0, true, 0, -0.187713478019",
    "0.1, 0, true, 0, -4.7554611548",
    "0.5, 0, false, 1.0, -5.41372105829"
  })
  void contrastiveLossIsThatOfTheSpecification(
      double temperature, double epsilon, boolean decoupled, double q, double expected) {
    EncoderLoss loss =
        new ContrastiveLoss(temperature, epsilon, decoupled, q).build(OPS, first(), second());
    assertEquals(expected, value(loss.loss()), 3e-5);
    assertEquals(2 / 3.0, measure(loss, "accuracy"), 1e-9);
  }

  /** With λ inside the power, as in the paper: by hand from two images that are each other's. */
  @Test
  void rinceTakesLambdaIntoThePower() {
    Node a = ReferenceValue.of(new double[] {1, 0, 0, 1}, 2, 2);
    double pull = Math.exp(0.5 * 2);
    double push = Math.sqrt(0.01 * (Math.exp(2) + 2 * Math.exp(0)));
    Node loss = new ContrastiveLoss(0.5, 0, false, 0.5).build(OPS, a, a).loss();
    assertEquals((push - pull) / 0.5, value(loss), 1e-6);
  }

  @Test
  void smallTemperaturesDoNotOverflow() {
    double loss =
        value(new ContrastiveLoss(0.005, 0, false, 0).build(OPS, first(), second()).loss());
    assertTrue(Double.isFinite(loss) && loss > 0, "loss " + loss);
  }

  @ParameterizedTest
  @CsvSource({
    ".5, 1, .1, 1.19596035857",
    ".5, .5, .1, 1.10796042061",
    ".1, .5, .05, 1.04529313503",
    "1, 1, .3, 1.33211961339"
  })
  void hardNegativesCountAsInTheSpecification(
      double temperature, double beta, double tauPlus, double expected) {
    EncoderLoss loss =
        new HardNegativeLoss(temperature, beta, tauPlus, true).build(OPS, first(), second());
    assertEquals(expected, value(loss.loss()), 3e-5);
    assertEquals(2 / 3.0, measure(loss, "accuracy"), 1e-9);
  }

  @Test
  void theMeanOfThePaperLeavesTheZeroesOut() {
    // two images, all cosines 0 but with themselves: every negative weighs the same
    Node a = ReferenceValue.of(new double[] {1, 0, 0, 1}, 2, 2);
    Node loss = new HardNegativeLoss(1, 1, 0.2, false).build(OPS, a, a).loss();
    double negatives = (2 - 0.2 * 2 * Math.E) / 0.8; // Σ exp(0) = 2, weighted by a mean of 1
    double floored = Math.max(negatives, 2 * Math.exp(-1));
    assertEquals(Math.log(Math.E + floored) - 1, value(loss), 1e-6);
  }

  @Test
  void cosineLossesAreThoseOfTheSpecification() {
    Node a = ReferenceValue.of(new double[] {1, 2, 2, 0, 3, 4}, 2, 3);
    Node b = ReferenceValue.of(new double[] {2, 1, 2, 1, 0, 0}, 2, 3);
    assertEquals(-0.444444444444, value(CosineLoss.negative(OPS, a, b)), 1e-6);
    assertEquals(1.11111111111, value(CosineLoss.distance(OPS, a, b)), 1e-6);
    assertEquals(0.153960071784, value(CosineLoss.spread(OPS, a)), 1e-6);
  }

  @Test
  void varianceAndCovarianceAreThoseOfTheSpecification() {
    double[] a = {
      0.624, -0.107, 0.995, -0.443, 1.025, -0.17, 1.446, 0.077, 1.327, -2.459, 0.102, 1.496
    };
    double[] b = {
      0.878, -0.086, 1.569, -0.2, 1.17, -0.865, 1.223, -0.104, 1.647, -2.269, 0.389, 1.249
    };
    EncoderLoss loss =
        new VarianceCovarianceLoss(25, 25, 1)
            .build(OPS, ReferenceValue.of(a, 4, 3), ReferenceValue.of(b, 4, 3));
    assertEquals(0.110158333333, measure(loss, "invariance_loss"), 1e-6);
    assertEquals(0.231911285956, measure(loss, "variance_loss"), 1e-6);
    assertEquals(0.0987550561494 + 0.504771162688, measure(loss, "covariance_loss"), 1e-6);
    assertEquals(9.15526670106, value(loss.loss()), 1e-5);
  }

  /** Standardised views (1, −1) and (1, 1, −1, −1)-like columns, worked by hand. */
  @Test
  void crossCorrelationIsToBeTheIdentity() {
    double[] a = {1, 1, 1, -1, -1, 1, -1, -1}; // columns uncorrelated
    Node x = ReferenceValue.of(a, 4, 2);
    EncoderLoss same = new CrossCorrelationLoss(0.5).build(OPS, x, x);
    assertEquals(0, value(same.loss()), 1e-4);
    double[] repeated = {1, 1, 1, 1, -1, -1, -1, -1}; // the first column twice
    EncoderLoss loss =
        new CrossCorrelationLoss(0.5).build(OPS, x, ReferenceValue.of(repeated, 4, 2));
    // correlations: first with both 1, second with both 0
    assertEquals(1, measure(loss, "invariance_loss"), 1e-4); // (1 − 1)² + (1 − 0)²
    assertEquals(1, measure(loss, "redundancy_loss"), 1e-4); // 1² + 0²
    assertEquals(1.5, value(loss.loss()), 1e-4);
  }
}
