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

  private static <P extends Record> void check(JsonNode oracle, Loss<P> loss, P parameters) {
    ReferenceValue target = Oracles.matrix(oracle.get("target"));
    ReferenceValue prediction = Oracles.matrix(oracle.get("prediction"));
    double value =
        ReferenceOps.value(loss.build(new ReferenceOps(), target, prediction, parameters)).scalar();
    assertEquals(oracle.get("loss").asDouble(), value, TOLERANCE, oracle.toString());
  }
}
