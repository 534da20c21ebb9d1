// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.patchwork.core.NoParameters;
import org.patchwork.learn.Sampler;
import org.patchwork.learn.conformance.SamplerConformance;

class ExtremeSamplerTest {

  /** What both ends have in common. */
  abstract static class Both extends SamplerConformance<NoParameters> {
    private final ExtremeSampler sampler;
    private final String orderInOracle;

    Both(ExtremeSampler sampler, String orderInOracle) {
      this.sampler = sampler;
      this.orderInOracle = orderInOracle;
    }

    @Override
    protected Sampler<NoParameters> algorithm() {
      return sampler;
    }

    @Test
    void keepsTheContract() throws Exception {
      verify();
    }

    @Test
    void ordersAsTheOracle() throws Exception {
      JsonNode oracle = Oracles.cases("orders").get(0);
      assertArrayEquals(
          Oracles.ints(oracle.get(orderInOracle)),
          Oracles.order(sampler, oracle.get("probabilities"), false, 1).rows());
    }
  }

  @Nested
  class Highest extends Both {
    Highest() {
      super(new HighestSampler(), "highestOfSecond");
    }
  }

  @Nested
  class Lowest extends Both {
    Lowest() {
      super(new LowestSampler(), "lowestOfSecond");
    }
  }
}
