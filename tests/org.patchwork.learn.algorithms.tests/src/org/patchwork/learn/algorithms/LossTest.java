// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.patchwork.core.NoParameters;
import org.patchwork.learn.Loss;
import org.patchwork.learn.conformance.LossConformance;
import org.patchwork.learn.conformance.ReferenceOps;
import org.patchwork.learn.conformance.ReferenceValue;

class LossTest {
  private static final double TOLERANCE = 2e-6;

  @Nested
  class CrossEntropy extends LossConformance<MaskedBinaryCrossEntropy.Parameters> {
    @Override
    protected Loss<MaskedBinaryCrossEntropy.Parameters> algorithm() {
      return new MaskedBinaryCrossEntropy();
    }

    @Test
    void keepsTheContract() {
      verify();
    }

    @Test
    void isTheOracle() throws Exception {
      for (JsonNode oracle : Oracles.cases("crossEntropy")) {
        double smoothing = oracle.get("smoothing").asDouble();
        check(oracle, algorithm(), new MaskedBinaryCrossEntropy.Parameters(smoothing));
      }
    }
  }

  @Nested
  class Focal extends LossConformance<MaskedFocalLoss.Parameters> {
    @Override
    protected Loss<MaskedFocalLoss.Parameters> algorithm() {
      return new MaskedFocalLoss();
    }

    @Test
    void keepsTheContract() {
      verify();
    }

    @Test
    void isTheOracle() throws Exception {
      for (JsonNode oracle : Oracles.cases("focal")) {
        double gamma = oracle.get("gamma").asDouble();
        check(oracle, algorithm(), new MaskedFocalLoss.Parameters(gamma));
      }
    }
  }

  @Nested
  class Exclusive extends LossConformance<NoParameters> {
    @Override
    protected Loss<NoParameters> algorithm() {
      return new ExclusiveCrossEntropy();
    }

    @Test
    void keepsTheContract() {
      verify();
    }

    @Test
    void isTheOracleWhereOneClassIsKnown() throws Exception {
      for (JsonNode oracle : Oracles.cases("exclusive")) {
        check(oracle, algorithm(), new NoParameters());
      }
    }

    @Test
    void whatAnImageIsNotCountsToo() {
      double[] p = {.5, .3, .2};
      assertEquals(-Math.log(.5), loss(new double[] {0, -1, -1}, p), TOLERANCE);
      assertEquals(-Math.log(.2), loss(new double[] {0, 0, -1}, p), TOLERANCE);
      assertEquals(-Math.log(.3), loss(new double[] {0, 1, -1}, p), TOLERANCE);
    }

    @Test
    void aRowThatContradictsItselfIsLeftOut() {
      assertEquals(0, loss(new double[] {0, 0, 0}, new double[] {.5, .3, .2}));
      assertEquals(
          -Math.log(.5),
          loss(new double[] {0, 0, 0, 1, 0, 0}, new double[] {.5, .3, .2, .5, .3, .2}),
          TOLERANCE);
    }
  }

  @Nested
  class Absolute extends LossConformance<NoParameters> {
    @Override
    protected Loss<NoParameters> algorithm() {
      return new MaskedAbsoluteError();
    }

    @Test
    void keepsTheContract() {
      verify();
    }

    @Test
    void isTheOracle() throws Exception {
      for (JsonNode oracle : Oracles.cases("absolute")) {
        check(oracle, algorithm(), new NoParameters());
      }
    }
  }

  @Nested
  class EntropyRegularized extends LossConformance<EntropyRegularizedLoss.Parameters> {
    @Override
    protected Loss<EntropyRegularizedLoss.Parameters> algorithm() {
      return new EntropyRegularizedLoss();
    }

    @Override
    protected EntropyRegularizedLoss.Parameters parameters() {
      return new EntropyRegularizedLoss.Parameters(0.5, 0.1);
    }

    @Test
    void keepsTheContract() {
      verify();
    }

    @Test
    void withoutWeightIsCrossEntropy() throws Exception {
      for (JsonNode oracle : Oracles.cases("crossEntropy")) {
        double smoothing = oracle.get("smoothing").asDouble();
        check(oracle, algorithm(), new EntropyRegularizedLoss.Parameters(0, smoothing));
      }
    }

    /** Where every label is 0 the cross-entropy is −ln(1 − p), and what is added is the oracle. */
    @Test
    void addsTheEntropyOfTheOracle() throws Exception {
      for (JsonNode oracle : Oracles.cases("predictionEntropy")) {
        ReferenceValue prediction = Oracles.matrix(oracle.get("prediction"));
        double[] zeros = new double[prediction.values().length];
        ReferenceValue target =
            ReferenceValue.of(zeros, prediction.shape()[0], prediction.shape()[1]);
        double added =
            value(algorithm(), target, prediction, new EntropyRegularizedLoss.Parameters(1, 0))
                - value(
                    algorithm(), target, prediction, new EntropyRegularizedLoss.Parameters(0, 0));
        assertEquals(oracle.get("entropy").asDouble(), added, 1e-6);
      }
    }
  }

  @Nested
  class Asymmetric extends LossConformance<AsymmetricLoss.Parameters> {
    @Override
    protected Loss<AsymmetricLoss.Parameters> algorithm() {
      return new AsymmetricLoss();
    }

    @Test
    void keepsTheContract() {
      verify();
    }

    /** With equal gammas and no margin it is the focal loss, and so its oracles. */
    @Test
    void withoutAsymmetryIsFocal() throws Exception {
      for (JsonNode oracle : Oracles.cases("focal")) {
        double gamma = oracle.get("gamma").asDouble();
        check(oracle, algorithm(), new AsymmetricLoss.Parameters(gamma, gamma, 0));
      }
    }

    /** Equations 4 to 6 of the paper by hand: one present at .8, one absent at .3, one at .04. */
    @Test
    void isTheEquationOfThePaper() {
      double present = -Math.pow(0.2, 1) * Math.log(0.8);
      double absent = -Math.pow(0.25, 4) * Math.log(0.75);
      double loss =
          value(
              algorithm(),
              ReferenceValue.of(new double[] {1, 0, 0}, 1, 3),
              ReferenceValue.of(new double[] {.8, .3, .04}, 1, 3),
              new AsymmetricLoss.Parameters(1, 4, 0.05));
      assertEquals((present + absent) / 3, loss, TOLERANCE);
    }
  }

  /** Weights of 2 for one cell count it as if it stood there twice. */
  @Test
  void aWeightOfTwoIsALabelTwice() {
    double[] target = {1, 0, -1, 0, -1, 1};
    double[] prediction = {.7, .4, .2, .6, .3, .9};
    ReferenceValue labels = ReferenceValue.of(target, 2, 3);
    ReferenceValue values = ReferenceValue.of(prediction, 2, 3);
    ReferenceValue weights = ReferenceValue.of(new double[] {2, 1, 1, 1, 1, 1}, 2, 3);
    ReferenceOps ops = new ReferenceOps();
    MaskedBinaryCrossEntropy loss = new MaskedBinaryCrossEntropy();
    MaskedBinaryCrossEntropy.Parameters plain = new MaskedBinaryCrossEntropy.Parameters();
    double weighted = ReferenceOps.value(loss.build(ops, labels, values, weights, plain)).scalar();
    double twice = -(2 * Math.log(.7) + Math.log(.6) + Math.log(.4) + Math.log(.9)) / 5;
    assertEquals(twice, weighted, TOLERANCE);
  }

  /** A row of a rare exclusive class counts by the weight of the class it shows. */
  @Test
  void anExclusiveRowCountsByItsPresentClass() {
    ReferenceValue labels = ReferenceValue.of(new double[] {1, 0, 0, 0, -1, 0}, 2, 3);
    ReferenceValue values = ReferenceValue.of(new double[] {.5, .3, .2, .5, .3, .2}, 2, 3);
    ReferenceValue weights = ReferenceValue.of(new double[] {4, 1, 1, 1, 9, 3}, 2, 3);
    double loss =
        ReferenceOps.value(
                new ExclusiveCrossEntropy()
                    .build(new ReferenceOps(), labels, values, weights, new NoParameters()))
            .scalar();
    assertEquals(-(4 * Math.log(.5) + 2 * Math.log(.3)) / 6, loss, TOLERANCE);
  }

  private static <P extends Record> double value(
      Loss<P> loss, ReferenceValue target, ReferenceValue prediction, P parameters) {
    return ReferenceOps.value(loss.build(new ReferenceOps(), target, prediction, parameters))
        .scalar();
  }

  private static <P extends Record> void check(JsonNode oracle, Loss<P> loss, P parameters) {
    ReferenceValue target = Oracles.matrix(oracle.get("target"));
    ReferenceValue prediction = Oracles.matrix(oracle.get("prediction"));
    assertEquals(
        oracle.get("loss").asDouble(),
        value(loss, target, prediction, parameters),
        TOLERANCE,
        oracle.toString());
  }
}
