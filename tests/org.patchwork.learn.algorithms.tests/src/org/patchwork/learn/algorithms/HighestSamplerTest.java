// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.patchwork.core.NoParameters;
import org.patchwork.learn.Sampler;
import org.patchwork.learn.conformance.SamplerConformance;

class HighestSamplerTest extends SamplerConformance<NoParameters> {
  @Override
  protected Sampler<NoParameters> algorithm() {
    return new HighestSampler();
  }

  @Test
  void keepsTheContract() throws Exception {
    verify();
  }

  @Test
  void ordersAsTheOracle() throws Exception {
    JsonNode oracle = Oracles.cases("orders").get(0);
    assertArrayEquals(
        Oracles.ints(oracle.get("highestOfSecond")),
        Oracles.order(algorithm(), oracle.get("probabilities"), false, 1).rows());
  }
}
