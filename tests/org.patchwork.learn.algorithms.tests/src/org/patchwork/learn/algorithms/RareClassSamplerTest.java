// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;
import org.patchwork.learn.SampleRequest;
import org.patchwork.learn.Sampler;
import org.patchwork.learn.Selection;
import org.patchwork.learn.algorithms.RareClassSampler.Parameters;
import org.patchwork.learn.conformance.SamplerConformance;

class RareClassSamplerTest extends SamplerConformance<Parameters> {
  private static final PredictionTable PREDICTIONS =
      Oracles.predictions(
          new float[][] {
            {.90f, .51f, .10f, .95f, .20f, .45f}, {.01f, .02f, .30f, .04f, .20f, .10f}
          },
          false);

  /** Row 3 is a positive of the first class; the second class has none. */
  private static final LabelTable LABELS =
      Oracles.table(6, 2).withLabels(0, new int[] {3}, new byte[] {1});

  @Override
  protected Sampler<Parameters> algorithm() {
    return new RareClassSampler();
  }

  @Test
  void keepsTheContract() throws Exception {
    verify();
  }

  @Test
  void halfThePageIsMostLikelyTheRarestClassTheRestIsMargin() throws Exception {
    Selection selection = select(LABELS, new Parameters(), 4);
    assertArrayEquals(new int[] {2, 4, 1, 5}, selection.rows());
    assertTrue(
        selection.reason().startsWith("2 of 4 images most likely to contain c1 (0 positives)"),
        selection.reason());
    assertArrayEquals(new int[] {2, 4, 5, 3}, select(LABELS, new Parameters(1, 1), 4).rows());
    assertArrayEquals(new int[] {1, 5}, select(LABELS, new Parameters(0, 1), 2).rows());
  }

  @Test
  void severalRareClassesDivideTheirPart() throws Exception {
    assertArrayEquals(new int[] {2, 0, 4, 1}, select(LABELS, new Parameters(1, 2), 4).rows());
  }

  @Test
  void whatTheRareClassLeavesIsFilledByMargin() throws Exception {
    LabelTable answered =
        LABELS.withLabels(1, new int[] {0, 1, 2, 3, 4}, new byte[] {0, 0, 0, 0, 0});
    assertArrayEquals(new int[] {5, 1, 4, 0}, select(answered, new Parameters(1, 1), 4).rows());
  }

  private static Selection select(LabelTable labels, Parameters parameters, int count) {
    SampleRequest request = Oracles.request(labels, PREDICTIONS, null, count, -1, 1);
    return new RareClassSampler().sample(request, parameters, new NullProgressMonitor());
  }
}
