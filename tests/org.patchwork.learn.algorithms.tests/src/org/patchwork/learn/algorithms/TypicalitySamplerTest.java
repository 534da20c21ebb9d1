// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.learn.SampleRequest;
import org.patchwork.learn.Sampler;
import org.patchwork.learn.Selection;
import org.patchwork.learn.conformance.SamplerConformance;

class TypicalitySamplerTest extends SamplerConformance<TypicalitySampler.Parameters> {
  @Override
  protected Sampler<TypicalitySampler.Parameters> algorithm() {
    return new TypicalitySampler();
  }

  @Test
  void keepsTheContract() throws Exception {
    verify();
  }

  private static final FeatureMatrix TWO_GROUPS =
      FeatureMatrix.of(
          new int[] {1},
          new float[] {0, .9f, 1, 1.1f, 2, 1.05f, 50, 50.9f, 51, 51.1f, 52, 51.05f, 50.5f});

  @Test
  void theDensestPointOfTheLargestClusterComesFirst() {
    Selection selection = select(Oracles.table(13, 1), 2);
    assertArrayEquals(new int[] {11, 5}, selection.rows());
    assertTrue(selection.why().phrase(0).endsWith("cluster of 7 images"));
  }

  @Test
  void clustersWithoutALabelComeFirst() {
    LabelTable labels = Oracles.table(13, 1).withLabels(0, new int[] {9}, new byte[] {1});
    assertArrayEquals(new int[] {5}, select(labels, 1).rows());
  }

  private static Selection select(LabelTable labels, int count) {
    SampleRequest request = Oracles.request(labels, null, TWO_GROUPS, count, -1, 1);
    return new TypicalitySampler()
        .sample(
            request,
            new TypicalitySampler.Parameters(2, 2, 10, false, 1000),
            new NullProgressMonitor());
  }
}
