// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.patchwork.learn.Sampler;
import org.patchwork.learn.conformance.SamplerConformance;

class CommitteeSamplerTest extends SamplerConformance<CommitteeSampler.Parameters> {
  @Override
  protected Sampler<CommitteeSampler.Parameters> algorithm() {
    return new CommitteeSampler();
  }

  @Test
  void keepsTheContract() throws Exception {
    verify();
  }

  @Test
  void votesAreCounted() {
    double[][] divided = {{.6, .4}, {.4, .6}};
    assertEquals(1 + 1e-4, CommitteeSampler.voteEntropy(divided), 1e-9);
    double[][] agreed = {{.9, .1}, {.6, .4}};
    // the mean is .75: only the tie-break is left
    assertEquals(1e-4 * .811278, CommitteeSampler.voteEntropy(agreed), 1e-9);
  }

  @Test
  void spreadIsTheStandardDeviation() {
    double[][] members = {{.9, .1}, {.5, .5}};
    assertEquals(.2, CommitteeSampler.spread(members), 1e-12);
  }
}
