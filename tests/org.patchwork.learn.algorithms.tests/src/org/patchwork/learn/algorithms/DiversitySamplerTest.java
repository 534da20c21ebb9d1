// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.learn.Sampler;
import org.patchwork.learn.conformance.SamplerConformance;

class DiversitySamplerTest extends SamplerConformance<DiversitySampler.Parameters> {
  @Override
  protected Sampler<DiversitySampler.Parameters> algorithm() {
    return new DiversitySampler();
  }

  @Test
  void keepsTheContract() throws Exception {
    verify();
  }

  /** Ten directions; all but two have a label, and a labelled direction is at distance 0. */
  @Test
  void keepsAwayFromLabelsAndFromItself() throws Exception {
    float[] values = new float[20 * 10];
    for (int row = 0; row < 20; row++) {
      values[row * 10 + row % 10] = 1 + row;
    }
    FeatureMatrix features = FeatureMatrix.of(new int[] {10}, values);
    LabelTable labels =
        Oracles.table(20, 1).withLabels(0, new int[] {0, 1, 2, 3, 4, 5, 6, 7}, new byte[8]);
    for (long seed = 0; seed < 20; seed++) {
      int[] rows =
          Oracles.sample(algorithm(), Oracles.request(labels, null, features, 2, -1, seed)).rows();
      int[] directions = Arrays.stream(rows).map(row -> row % 10).sorted().toArray();
      assertEquals("[8, 9]", Arrays.toString(directions));
    }
  }
}
