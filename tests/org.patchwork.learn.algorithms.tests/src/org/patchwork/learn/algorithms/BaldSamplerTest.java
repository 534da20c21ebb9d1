// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.patchwork.core.EnsemblePredictions;
import org.patchwork.core.LabelTable;
import org.patchwork.core.NoParameters;
import org.patchwork.core.PredictionTable;
import org.patchwork.learn.SampleRequest;
import org.patchwork.learn.Sampler;
import org.patchwork.learn.Selection;
import org.patchwork.learn.conformance.SamplerConformance;

class BaldSamplerTest extends SamplerConformance<NoParameters> {
  @Override
  protected Sampler<NoParameters> algorithm() {
    return new BaldSampler();
  }

  @Test
  void keepsTheContract() throws Exception {
    verify();
  }

  @Test
  void informationIsWorkedByHand() {
    double[][] apart = {{1, 0}, {0, 1}};
    assertEquals(1, BaldSampler.mutualInformation(apart), 1e-12);
    double[][] unsure = {{.5, .5}, {.5, .5}};
    assertEquals(0, BaldSampler.mutualInformation(unsure), 1e-12);
    double[][] some = {{.9, .1}, {.5, .5}};
    // H(.7) = .881291, H(.9) = .468996, H(.5) = 1
    assertEquals(.881291 - (.468996 + 1) / 2, BaldSampler.mutualInformation(some), 1e-6);
  }

  /** Row 0: all unsure; row 1: sure and apart; row 2: a little apart in both classes. */
  @Test
  void disagreementCountsNotDoubt() throws Exception {
    float[][] members = {{.5f, .5f, .99f, .9f, .8f, .8f}, {.5f, .5f, .01f, .9f, .4f, .4f}};
    assertArrayEquals(new int[] {1, 2, 0}, select(Oracles.table(3, 2), members).rows());
    LabelTable firstKnown =
        Oracles.table(3, 2).withLabels(0, new int[] {0, 1, 2}, new byte[] {1, 1, 1});
    assertArrayEquals(new int[] {2, 0, 1}, select(firstKnown, members).rows());
  }

  @Test
  void saysWhichClass() throws Exception {
    float[][] members = {{.5f, .9f}, {.5f, .1f}};
    Selection selection = select(Oracles.table(1, 2), members);
    assertEquals(1, selection.why().classIndex(0));
    assertEquals("the models disagree most about c1", selection.why().phrase(0));
  }

  private Selection select(LabelTable labels, float[][] members) throws Exception {
    PredictionTable none = null;
    SampleRequest request = Oracles.request(labels, none, null, 3, -1, 1);
    return Oracles.sample(
        algorithm(),
        request.with(new EnsemblePredictions(labels.classIds(), members, "test", false)));
  }
}
