// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.learn.Sampler;
import org.patchwork.learn.Selection;
import org.patchwork.learn.conformance.SamplerConformance;

class CoreSetSamplerTest extends SamplerConformance<CoreSetSampler.Parameters> {
  @Override
  protected Sampler<CoreSetSampler.Parameters> algorithm() {
    return new CoreSetSampler();
  }

  @Test
  void keepsTheContract() throws Exception {
    verify();
  }

  @Test
  void goesFarthestFromWhatIsLabelled() throws Exception {
    FeatureMatrix line = FeatureMatrix.of(new int[] {1}, new float[] {0, 1, 2, 7, 12});
    LabelTable labels = Oracles.table(5, 1).withLabels(0, new int[] {0}, new byte[] {1});
    Selection selection =
        Oracles.sample(algorithm(), Oracles.request(labels, null, line, 3, -1, 1));
    assertArrayEquals(new int[] {4, 3, 2}, selection.rows());
    assertArrayEquals(new float[] {12, 5, 2}, selection.scores(), 1e-5f);
    assertTrue(selection.reason().endsWith("from 1 labelled"), selection.reason());
  }
}
