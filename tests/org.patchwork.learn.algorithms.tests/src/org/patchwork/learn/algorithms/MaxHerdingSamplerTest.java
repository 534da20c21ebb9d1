// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.learn.Sampler;
import org.patchwork.learn.conformance.SamplerConformance;

class MaxHerdingSamplerTest extends SamplerConformance<MaxHerdingSampler.Parameters> {
  @Override
  protected Sampler<MaxHerdingSampler.Parameters> algorithm() {
    return new MaxHerdingSampler();
  }

  @Test
  void keepsTheContract() throws Exception {
    verify();
  }

  /** 40 images in one direction, 20 in a second and 10 in a third. */
  private static FeatureMatrix groups() {
    float[] values = new float[70 * 3];
    for (int row = 0; row < 70; row++) {
      values[row * 3 + group(row)] = 1 + row * .001f;
      values[row * 3 + (group(row) + 1) % 3] = (row % 7) * .01f;
    }
    return FeatureMatrix.of(new int[] {3}, values);
  }

  private static int group(int row) {
    return row < 40 ? 0 : row < 60 ? 1 : 2;
  }

  @Test
  void largeGroupsComeFirstAndEachOnce() throws Exception {
    int[] rows =
        Oracles.sample(algorithm(), Oracles.request(Oracles.table(70, 1), null, groups(), 3, -1, 1))
            .rows();
    assertEquals("[0, 1, 2]", Arrays.toString(Arrays.stream(rows).map(r -> group(r)).toArray()));
  }

  @Test
  void whatALabelStandsForIsCovered() throws Exception {
    LabelTable labels = Oracles.table(70, 1).withLabels(0, new int[] {5}, new byte[] {1});
    int[] rows =
        Oracles.sample(algorithm(), Oracles.request(labels, null, groups(), 2, -1, 1)).rows();
    assertTrue(Arrays.stream(rows).allMatch(row -> row >= 40), Arrays.toString(rows));
  }
}
