// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.patchwork.core.NoParameters;
import org.patchwork.learn.Sampler;
import org.patchwork.learn.conformance.SamplerConformance;

class RandomSamplerTest extends SamplerConformance<NoParameters> {
  @Override
  protected Sampler<NoParameters> algorithm() {
    return new RandomSampler();
  }

  @Test
  void keepsTheContract() throws Exception {
    verify();
  }

  @Test
  void everyRowIsAsLikely() throws Exception {
    int[] drawn = new int[10];
    for (long seed = 0; seed < 5000; seed++) {
      for (int row :
          Oracles.sample(
                  algorithm(), Oracles.request(Oracles.table(10, 1), null, null, 3, -1, seed))
              .rows()) {
        drawn[row]++;
      }
    }
    for (int count : drawn) {
      assertEquals(1500, count, 5 * Math.sqrt(5000 * 0.3 * 0.7));
    }
  }
}
