// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;
import org.patchwork.learn.SampleRequest;
import org.patchwork.learn.Sampler;
import org.patchwork.learn.Selection;
import org.patchwork.learn.algorithms.ClassMarginSampler.Parameters;
import org.patchwork.learn.algorithms.ClassMarginSampler.Share;
import org.patchwork.learn.conformance.SamplerConformance;

/**
 * The first class is unsure about everything, so that by plain margin it would take the page; the
 * others have their nearest in rows 4, 5 and 2, 4.
 */
class ClassMarginSamplerTest extends SamplerConformance<Parameters> {
  private static final PredictionTable PREDICTIONS =
      Oracles.predictions(
          new float[][] {
            {.50f, .51f, .52f, .53f, .54f, .55f},
            {.00f, .00f, .90f, .10f, .30f, .75f},
            {.99f, .99f, .70f, .99f, .80f, .90f}
          },
          false);

  @Override
  protected Sampler<Parameters> algorithm() {
    return new ClassMarginSampler();
  }

  @Test
  void keepsTheContract() throws Exception {
    verify();
  }

  @Test
  void classesTakeTurns() throws Exception {
    assertArrayEquals(new int[] {0, 4, 2, 1, 5, 3}, rows(Oracles.table(6, 3), Share.EQUAL, 6));
    assertArrayEquals(new int[] {0, 4}, rows(Oracles.table(6, 3), Share.EQUAL, 2));
    Selection two = select(Oracles.table(6, 3), Share.EQUAL, 2);
    assertTrue(two.reason().contains("one of 2 classes"), two.reason());
  }

  @Test
  void aClassTakesNoImageThatIsLabelledForIt() throws Exception {
    LabelTable labels =
        Oracles.table(6, 3).withLabels(0, new int[] {0, 1, 2, 3, 4, 5}, new byte[6]);
    assertArrayEquals(new int[] {4, 2, 5}, rows(labels, Share.EQUAL, 3));
  }

  @Test
  void needGoesBeforeTurns() throws Exception {
    LabelTable labels =
        Oracles.table(6, 3)
            .withLabels(0, new int[] {0, 1, 2}, new byte[] {1, 1, 1})
            .withLabels(1, new int[] {0}, new byte[] {1});
    assertArrayEquals(new int[] {2, 4, 5, 3}, rows(labels, Share.NEED, 4));
  }

  @Test
  void fullyLabelledImagesComeIfThereIsNothingElse() throws Exception {
    LabelTable labels = Oracles.table(6, 3);
    for (int c = 0; c < 3; c++) {
      labels = labels.withLabels(c, new int[] {0, 1, 2, 3, 4, 5}, new byte[6]);
    }
    assertArrayEquals(new int[] {0, 4, 2}, rows(labels, Share.EQUAL, 3));
  }

  private static int[] rows(LabelTable labels, Share share, int count) {
    return select(labels, share, count).rows();
  }

  private static Selection select(LabelTable labels, Share share, int count) {
    SampleRequest request = Oracles.request(labels, PREDICTIONS, null, count, -1, 1);
    return new ClassMarginSampler()
        .sample(request, new Parameters(share), new NullProgressMonitor());
  }
}
