// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;
import org.patchwork.learn.Sampler;
import org.patchwork.learn.Selection;
import org.patchwork.learn.conformance.SamplerConformance;

class UncertaintyHerdingSamplerTest
    extends SamplerConformance<UncertaintyHerdingSampler.Parameters> {
  @Override
  protected Sampler<UncertaintyHerdingSampler.Parameters> algorithm() {
    return new UncertaintyHerdingSampler();
  }

  @Test
  void keepsTheContract() throws Exception {
    verify();
  }

  @Test
  void standsForWhatIsUncertain() throws Exception {
    float[] p = new float[60];
    float[] values = new float[60 * 2];
    for (int row = 0; row < 60; row++) {
      p[row] = row < 50 ? .999f : .5f;
      values[row * 2 + (row < 50 ? 0 : 1)] = 1 + row * .01f;
    }
    PredictionTable predictions = Oracles.predictions(new float[][] {p}, false);
    LabelTable labels = Oracles.table(60, 1).withLabels(0, new int[] {0, 1}, new byte[] {1, 1});
    Selection selection =
        Oracles.sample(
            algorithm(),
            Oracles.request(
                labels, predictions, FeatureMatrix.of(new int[] {2}, values), 1, -1, 1));
    assertTrue(selection.rows()[0] >= 50, Arrays.toString(selection.rows()));
    assertTrue(selection.reason().contains("kernel width"), selection.reason());
  }
}
