// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.learn.SampleRequest;
import org.patchwork.learn.Sampler;
import org.patchwork.learn.Selection;
import org.patchwork.learn.conformance.SamplerConformance;

/** Images on a line: at 0 one with the class, at 10 one without, the others between and beyond. */
class SimilarSamplerTest extends SamplerConformance<NeighbourParameters> {
  private static final float NONE = Float.NaN;
  private static final FeatureMatrix LINE =
      FeatureMatrix.of(new int[] {1}, new float[] {0, 10, 1, 9, 5, -3, NONE});
  private static final LabelTable LABELS =
      Oracles.table(8, 2).withLabels(0, new int[] {0, 1}, new byte[] {1, 0});
  private static final NeighbourParameters LENGTHS = new NeighbourParameters(64, false);

  @Override
  protected Sampler<NeighbourParameters> algorithm() {
    return new SimilarSampler();
  }

  @Test
  void keepsTheContract() throws Exception {
    verify();
  }

  @Test
  void ranksByNearnessToPositivesAndDistanceFromNegatives() {
    Selection selection = select(LABELS, LINE.withRows(8), 0, LENGTHS);
    assertArrayEquals(new int[] {2, 5, 4, 3}, selection.rows(), "1, -3, 5, 9; no labelled one");
    assertArrayEquals(new float[] {9f / 10, 13f / 16, 5f / 10, 1f / 10}, selection.scores(), 1e-6f);
    assertTrue(selection.reason().startsWith("4 of 4 images most like 1 labelled with c0"));
  }

  @Test
  void oneExampleIsEnough() {
    LabelTable one = Oracles.table(8, 2).withLabels(0, new int[] {0}, new byte[] {1});
    assertArrayEquals(new int[] {2, 5, 4, 3, 1}, select(one, LINE.withRows(8), 0, LENGTHS).rows());
    Selection none = select(LABELS, LINE.withRows(8), 1, LENGTHS);
    assertEquals(0, none.rows().length);
    assertTrue(none.reason().contains("label one, then look for more"), none.reason());
  }

  @Test
  void heldOutAndExcludedImagesAreNoExamples() {
    LabelTable held = LABELS.withValidation(new int[] {0}, new byte[] {1});
    assertEquals(0, select(held, LINE.withRows(8), 0, LENGTHS).rows().length);
    LabelTable excluded = LABELS.withExcluded(new int[] {0}, new byte[] {1});
    assertEquals(0, select(excluded, LINE.withRows(8), 0, LENGTHS).rows().length);
  }

  @Test
  void directionsCountUnlessLengthsAreAskedFor() {
    FeatureMatrix plane =
        FeatureMatrix.of(new int[] {2}, new float[] {1, 0, 0, 1, 100, 10, 1, 1.1f});
    LabelTable labels = Oracles.table(4, 1).withLabels(0, new int[] {0, 1}, new byte[] {1, 0});
    assertArrayEquals(new int[] {2, 3}, select(labels, plane, 0, new NeighbourParameters()).rows());
    float[] scores = select(labels, plane, 0, LENGTHS).scores();
    assertTrue(scores[0] < 0.6, "far from both");
  }

  @Test
  void theExamplesAreABoundedSample() {
    LabelTable all =
        Oracles.table(8, 1).withLabels(0, new int[] {0, 1, 2, 3, 5}, new byte[] {1, 1, 1, 1, 1});
    Selection selection = select(all, LINE.withRows(8), 0, new NeighbourParameters(2, false));
    assertArrayEquals(new int[] {4}, selection.rows());
    assertTrue(selection.reason().contains("most like 2 labelled"), selection.reason());
  }

  private static Selection select(
      LabelTable labels, FeatureMatrix features, int classIndex, NeighbourParameters parameters) {
    SampleRequest request = Oracles.request(labels, null, features, 9, classIndex, 1);
    return new SimilarSampler().sample(request, parameters, new NullProgressMonitor());
  }
}
