// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.learn.Sampler;
import org.patchwork.learn.Selection;
import org.patchwork.learn.conformance.SamplerConformance;

class MarginClusterSamplerTest extends SamplerConformance<MarginClusterSampler.Parameters> {
  @Override
  protected Sampler<MarginClusterSampler.Parameters> algorithm() {
    return new MarginClusterSampler();
  }

  @Test
  void keepsTheContract() throws Exception {
    verify();
  }

  /** Rows 0 to 19 are near the boundary, in two groups of features; the others are sure. */
  @Test
  void oneOfEachKindAmongTheUncertain() throws Exception {
    float[] p = new float[100];
    float[] values = new float[100];
    for (int row = 0; row < 100; row++) {
      p[row] = row < 20 ? .5f + row * .001f : .99f;
      values[row] = (row % 10 == 0 ? 50 : 0) + row * .01f;
    }
    Selection selection =
        Oracles.sample(
            algorithm(),
            Oracles.request(
                Oracles.table(100, 1),
                Oracles.predictions(new float[][] {p}, false),
                FeatureMatrix.of(new int[] {1}, values),
                2,
                -1,
                4));
    int[] kinds = Arrays.stream(selection.rows()).map(row -> row % 10 == 0 ? 1 : 0).toArray();
    assertTrue(Arrays.stream(selection.rows()).allMatch(row -> row < 20));
    assertEquals(1, Arrays.stream(kinds).sum());
    assertTrue(selection.scores()[0] <= selection.scores()[1]);
    assertEquals("near the boundary of c0", selection.why().phrase(0));
  }
}
