// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.patchwork.core.LabelTable;
import org.patchwork.core.NoParameters;
import org.patchwork.core.PredictionTable;
import org.patchwork.learn.Sampler;
import org.patchwork.learn.conformance.SamplerConformance;

class LeastConfidenceSamplerTest extends SamplerConformance<NoParameters> {
  @Override
  protected Sampler<NoParameters> algorithm() {
    return new LeastConfidenceSampler();
  }

  @Test
  void keepsTheContract() throws Exception {
    verify();
  }

  @Test
  void ordersExclusiveClassesAsTheOracle() throws Exception {
    JsonNode oracle = Oracles.cases("softmaxOrders").get(0);
    assertArrayEquals(
        Oracles.ints(oracle.get("leastConfidence")),
        Oracles.order(algorithm(), oracle.get("probabilities"), true, -1).rows());
  }

  @Test
  void ofOneClassItRanksAsEntropy() throws Exception {
    PredictionTable predictions =
        Oracles.predictions(new float[][] {{.9f, .4f, .05f, .55f}}, false);
    LabelTable labels = Oracles.table(4, 1);
    assertArrayEquals(
        Oracles.sample(
                new MaxEntropySampler(), Oracles.request(labels, predictions, null, 4, -1, 1))
            .rows(),
        Oracles.sample(algorithm(), Oracles.request(labels, predictions, null, 4, -1, 1)).rows());
  }

  @Test
  void ofIndependentClassesTheWholeLabellingCounts() throws Exception {
    // Row 0: .9 · .6 = .54; row 1: .7 · .7 = .49 is less sure although its least sure class is
    // surer.
    PredictionTable predictions =
        Oracles.predictions(new float[][] {{.9f, .7f}, {.6f, .7f}}, false);
    LabelTable labels = Oracles.table(2, 2);
    assertArrayEquals(
        new int[] {1, 0},
        Oracles.sample(algorithm(), Oracles.request(labels, predictions, null, 2, -1, 1)).rows());
    LabelTable partly = labels.withLabels(0, new int[] {0, 1}, new byte[] {1, 1});
    assertArrayEquals(
        new int[] {0, 1},
        Oracles.sample(algorithm(), Oracles.request(partly, predictions, null, 2, -1, 1)).rows());
  }
}
