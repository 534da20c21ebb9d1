// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.patchwork.core.LabelTable;
import org.patchwork.core.NoParameters;
import org.patchwork.core.PredictionTable;
import org.patchwork.learn.Sampler;
import org.patchwork.learn.Selection;
import org.patchwork.learn.conformance.SamplerConformance;

class MarginSamplerTest extends SamplerConformance<NoParameters> {
  @Override
  protected Sampler<NoParameters> algorithm() {
    return new MarginSampler();
  }

  @Test
  void keepsTheContract() throws Exception {
    verify();
  }

  @Test
  void ordersExclusiveClassesAsTheOracle() throws Exception {
    JsonNode oracle = Oracles.cases("softmaxOrders").get(0);
    Selection selection = Oracles.order(algorithm(), oracle.get("probabilities"), true, -1);
    assertArrayEquals(Oracles.ints(oracle.get("margin")), selection.rows());
    double[] margins = Oracles.doubles(oracle.get("marginScores"));
    for (int i = 0; i < margins.length; i++) {
      assertEquals(margins[selection.rows()[i]], selection.scores()[i], 1e-6);
    }
  }

  @Test
  void independentClassesCountWhileTheyAreUnknown() throws Exception {
    PredictionTable predictions =
        Oracles.predictions(new float[][] {{.5f, .9f}, {.95f, .8f}}, false);
    LabelTable labels = Oracles.table(2, 2);
    assertArrayEquals(new int[] {0, 1}, rows(labels, predictions));
    LabelTable partly = labels.withLabels(0, new int[] {0}, new byte[] {1});
    assertArrayEquals(new int[] {1, 0}, rows(partly, predictions));
    LabelTable all = partly.withLabels(1, new int[] {0}, new byte[] {1});
    assertArrayEquals(new int[] {0, 1}, rows(all, predictions));
  }

  private int[] rows(LabelTable labels, PredictionTable predictions) throws Exception {
    return Oracles.sample(algorithm(), Oracles.request(labels, predictions, null, 2, -1, 1)).rows();
  }
}
