// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.patchwork.core.PredictionTable;
import org.patchwork.learn.Sampler;
import org.patchwork.learn.Selection;
import org.patchwork.learn.conformance.SamplerConformance;

class WeightedSamplerTest {

  /** What both ends have in common; an impossible image is one whose weight is 0. */
  abstract static class Both extends SamplerConformance<WeightedSampler.Parameters> {
    private final WeightedSampler sampler;
    private final String weightsInOracle;
    private final float impossible;

    Both(WeightedSampler sampler, String weightsInOracle, float impossible) {
      this.sampler = sampler;
      this.weightsInOracle = weightsInOracle;
      this.impossible = impossible;
    }

    @Override
    protected Sampler<WeightedSampler.Parameters> algorithm() {
      return sampler;
    }

    @Test
    void keepsTheContract() throws Exception {
      verify();
    }

    @Test
    void theFirstDrawFollowsTheOracle() throws Exception {
      JsonNode oracle = Oracles.cases("orders").get(0);
      PredictionTable predictions = Oracles.predictions(oracle.get("probabilities"), false);
      double[] weights = Oracles.doubles(oracle.get(weightsInOracle));
      int draws = 20_000;
      int[] first = new int[weights.length];
      for (long seed = 0; seed < draws; seed++) {
        first[
            Oracles.sample(
                    sampler, Oracles.request(Oracles.table(5, 2), predictions, null, 1, 1, seed))
                .rows()[0]]++;
      }
      for (int row = 0; row < weights.length; row++) {
        double sigma = Math.sqrt(weights[row] * (1 - weights[row]) / draws);
        assertEquals(weights[row], first[row] / (double) draws, 5 * sigma + 1e-3);
      }
    }

    @Test
    void whereTheChanceIsNothingTheRestIsDrawnAtRandom() throws Exception {
      PredictionTable predictions =
          Oracles.predictions(new float[][] {{impossible, .5f, impossible, impossible}}, false);
      Selection selection =
          Oracles.sample(sampler, Oracles.request(Oracles.table(4, 1), predictions, null, 3, 0, 1));
      assertEquals(3, selection.rows().length);
      assertEquals(1, selection.rows()[0]);
      assertTrue(selection.reason().contains("2 at random"), selection.reason());
    }
  }

  @Nested
  class High extends Both {
    High() {
      super(new HighSampler(), "highWeights", 0);
    }
  }

  @Nested
  class Low extends Both {
    Low() {
      super(new LowSampler(), "lowWeights", 1);
    }
  }
}
