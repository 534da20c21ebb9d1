// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.learn.SampleRequest;
import org.patchwork.learn.Sampler;
import org.patchwork.learn.Selection;
import org.patchwork.learn.conformance.SamplerConformance;

class ProbCoverSamplerTest extends SamplerConformance<ProbCoverSampler.Parameters> {
  @Override
  protected Sampler<ProbCoverSampler.Parameters> algorithm() {
    return new ProbCoverSampler();
  }

  @Test
  void keepsTheContract() throws Exception {
    verify();
  }

  /**
   * Directions at the angles 0, 10, 20, 30 and 90, 100 degrees, and their opposites, so that the
   * mean is 0. Within 15 degrees, the second covers three.
   */
  private static FeatureMatrix circle() {
    int[] angles = {0, 10, 20, 30, 90, 100};
    float[] values = new float[24];
    for (int i = 0; i < 12; i++) {
      double angle = Math.toRadians(angles[i % 6] + (i < 6 ? 0 : 180));
      values[2 * i] = (float) Math.cos(angle);
      values[2 * i + 1] = (float) Math.sin(angle);
    }
    return FeatureMatrix.of(new int[] {2}, values);
  }

  @Test
  void eachCoversMostOfWhatIsOpen() {
    Selection selection = select(Oracles.table(12, 2), 4);
    assertArrayEquals(new int[] {1, 7, 4, 10}, selection.rows());
    assertArrayEquals(new float[] {3 / 12f, 3 / 12f, 2 / 12f, 2 / 12f}, selection.scores(), 1e-6f);
  }

  @Test
  void whatALabelCoversIsNotOpen() {
    LabelTable labels = Oracles.table(12, 2).withLabels(0, new int[] {1}, new byte[] {1});
    assertEquals(7, select(labels, 1).rows()[0]);
    int[] all = select(labels, 12).rows();
    assertEquals(12, Arrays.stream(all).distinct().count());
  }

  @Test
  void aRadiusIsFoundByPurity() throws Exception {
    Selection selection =
        Oracles.sample(
            algorithm(), Oracles.request(Oracles.table(12, 2), null, circle(), 3, -1, 1));
    assertTrue(selection.reason().contains("within a radius of"), selection.reason());
    assertEquals(3, selection.rows().length);
  }

  private static Selection select(LabelTable labels, int count) {
    SampleRequest request = Oracles.request(labels, null, circle(), count, -1, 1);
    double chord = 2 * Math.sin(Math.toRadians(15) / 2);
    return new ProbCoverSampler()
        .sample(
            request, new ProbCoverSampler.Parameters(chord, .95, 1000), new NullProgressMonitor());
  }
}
