// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.patchwork.core.PredictionTable;
import org.patchwork.learn.Sampler;
import org.patchwork.learn.Selection;
import org.patchwork.learn.conformance.SamplerConformance;

class MaxEntropySamplerTest extends SamplerConformance<MaxEntropySampler.Parameters> {
  @Override
  protected Sampler<MaxEntropySampler.Parameters> algorithm() {
    return new MaxEntropySampler();
  }

  @Test
  void keepsTheContract() throws Exception {
    verify();
  }

  @Test
  void ordersAsTheOracle() throws Exception {
    JsonNode oracle = Oracles.cases("orders").get(0);
    assertArrayEquals(
        Oracles.ints(oracle.get("maxEntropy")),
        Oracles.order(algorithm(), oracle.get("probabilities"), false, -1).rows());
  }

  @Test
  void scoresAreTheOracle() throws Exception {
    for (JsonNode oracle : Oracles.cases("entropy")) {
      PredictionTable predictions = Oracles.predictions(oracle.get("p"), false);
      MaxEntropySampler.Over over =
          oracle.get("how").asText().equals("max")
              ? MaxEntropySampler.Over.MAX
              : MaxEntropySampler.Over.SUM;
      Selection selection =
          algorithm()
              .sample(
                  Oracles.request(
                      Oracles.table(predictions.rows(), 2), predictions, null, 9, -1, 1),
                  new MaxEntropySampler.Parameters(over),
                  new NullProgressMonitor());
      double[] wanted = Oracles.doubles(oracle.get("expected"));
      for (int i = 0; i < wanted.length; i++) {
        assertEquals(wanted[selection.rows()[i]], selection.scores()[i], 1e-6);
      }
    }
  }
}
