// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;
import org.patchwork.learn.SampleRequest;
import org.patchwork.learn.Sampler;
import org.patchwork.learn.Selection;
import org.patchwork.learn.conformance.SamplerConformance;

/** Images on a line: at 0 one with the class, at 10 and 12 two without. */
class HardNegativeSamplerTest extends SamplerConformance<NeighbourParameters> {
  private static final FeatureMatrix LINE =
      FeatureMatrix.of(new int[] {1}, new float[] {0, 10, 12, 1, 9, 8});
  private static final PredictionTable PREDICTIONS =
      Oracles.predictions(new float[][] {{.99f, .3f, .85f, .9f, .8f, .1f}}, false);
  private static final LabelTable LABELS =
      Oracles.table(6, 1).withLabels(0, new int[] {0, 1, 2}, new byte[] {1, 0, 0});

  @Override
  protected Sampler<NeighbourParameters> algorithm() {
    return new HardNegativeSampler();
  }

  @Test
  void keepsTheContract() throws Exception {
    verify();
  }

  @Test
  void ranksWhatTheModelTakesForTheClassNearImagesWithoutIt() {
    Selection selection = select(LABELS);
    assertArrayEquals(new int[] {2, 4, 1, 3, 5}, selection.rows());
    float[] expected = {.85f, .8f * 9 / 10, .3f, .9f * 1 / 10, .1f * 8 / 10};
    assertArrayEquals(expected, selection.scores(), 1e-6f);
  }

  @Test
  void bothKindsOfExampleAreNeeded() {
    LabelTable noNegative = Oracles.table(6, 1).withLabels(0, new int[] {0}, new byte[] {1});
    assertEquals(0, select(noNegative).rows().length);
    assertTrue(select(noNegative).reason().contains("one without it"));
    LabelTable allPresent =
        Oracles.table(6, 1)
            .withLabels(0, new int[] {0, 1, 2, 3, 4, 5}, new byte[] {1, 1, 1, 1, 1, 1});
    assertTrue(select(allPresent).reason().contains("labelled as containing c0"));
  }

  private static Selection select(LabelTable labels) {
    SampleRequest request = Oracles.request(labels, PREDICTIONS, LINE, 9, 0, 1);
    return new HardNegativeSampler()
        .sample(request, new NeighbourParameters(64, false), new NullProgressMonitor());
  }
}
