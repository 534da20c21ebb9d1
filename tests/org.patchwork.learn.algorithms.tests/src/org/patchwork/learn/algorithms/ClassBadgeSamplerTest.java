// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;
import org.patchwork.learn.Sampler;
import org.patchwork.learn.Selection;
import org.patchwork.learn.conformance.SamplerConformance;

class ClassBadgeSamplerTest extends SamplerConformance<BadgeParameters> {
  @Override
  protected Sampler<BadgeParameters> algorithm() {
    return new ClassBadgeSampler();
  }

  @Test
  void keepsTheContract() throws Exception {
    verify();
  }

  @Test
  void drawsForTheClassAmongImagesWithoutALabelForIt() throws Exception {
    float[][] columns = new float[2][30];
    float[] values = new float[60];
    for (int row = 0; row < 30; row++) {
      columns[0][row] = .5f;
      columns[1][row] = row < 20 ? .001f : .5f;
      values[2 * row] = 1;
      values[2 * row + 1] = row;
    }
    PredictionTable predictions = Oracles.predictions(columns, false);
    LabelTable labels =
        Oracles.table(30, 2).withLabels(1, new int[] {20, 21, 22}, new byte[] {1, 0, 1});
    for (long seed = 0; seed < 20; seed++) {
      Selection selection =
          Oracles.sample(
              algorithm(),
              Oracles.request(
                  labels, predictions, FeatureMatrix.of(new int[] {2}, values), 4, 1, seed));
      int[] rows = selection.rows();
      // all that the model is sure of lies near the origin and counts as one
      assertTrue(Arrays.stream(rows).filter(row -> row >= 23).count() >= 3, Arrays.toString(rows));
      assertEquals(1, selection.why().classIndex(0));
    }
  }
}
