// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;
import org.patchwork.learn.SampleRequest;
import org.patchwork.learn.Sampler;
import org.patchwork.learn.Selection;
import org.patchwork.learn.conformance.SamplerConformance;

class DefaultPolicyTest extends SamplerConformance<DefaultPolicy.Parameters> {
  private static final int ROWS = 20;
  private static final PredictionTable PREDICTIONS =
      Oracles.predictions(new float[][] {scores(0.3f), scores(0.1f)}, true);

  @Override
  protected Sampler<DefaultPolicy.Parameters> algorithm() {
    return new DefaultPolicy();
  }

  @Test
  void keepsTheContract() throws Exception {
    verify();
  }

  @Test
  void startsColdUntilEveryClassHasAPositive() throws Exception {
    assertTrue(
        reason(Oracles.table(ROWS, 2), null).startsWith("Cold start, 2 classes have no positive"));
    LabelTable one = Oracles.table(ROWS, 2).withLabels(0, new int[] {3}, new byte[] {1});
    assertTrue(reason(one, PREDICTIONS).startsWith("Cold start, one class has no positive"));
    LabelTable heldOut =
        one.withLabels(1, new int[] {4}, new byte[] {1})
            .withValidation(new int[] {4}, new byte[] {1});
    assertTrue(reason(heldOut, PREDICTIONS).startsWith("Cold start, one class"));
    LabelTable both = one.withLabels(1, new int[] {4}, new byte[] {1});
    assertTrue(reason(both, null).startsWith("Cold start, before the first model"));
    assertTrue(reason(both, PREDICTIONS).startsWith("Margin and diversity: "));
  }

  @Test
  void withoutFeaturesItIsMarginAlone() throws Exception {
    LabelTable labels =
        Oracles.table(ROWS, 2)
            .withLabels(0, new int[] {3}, new byte[] {1})
            .withLabels(1, new int[] {4}, new byte[] {1});
    assertArrayEquals(
        Oracles.sample(new MarginSampler(), request(labels, PREDICTIONS, null)).rows(),
        Oracles.sample(algorithm(), request(labels, PREDICTIONS, null)).rows());
  }

  /** 80 answers for each class; the second class has 2 positives, the first 30. */
  @Test
  void independentClassesThatLagBehindHaveAQuota() throws Exception {
    int rows = 200;
    int[] answered = IntStream.range(0, 80).toArray();
    byte[] many = new byte[80];
    byte[] few = new byte[80];
    Arrays.fill(many, 0, 30, LabelTable.PRESENT);
    Arrays.fill(few, 0, 2, LabelTable.PRESENT);
    LabelTable labels =
        Oracles.table(rows, 2).withLabels(0, answered, many).withLabels(1, answered, few);
    float[][] columns = new float[2][rows];
    Arrays.fill(columns[0], .5f);
    for (int row = 0; row < rows; row++) {
      columns[1][row] = row >= 190 ? .9f : .1f;
    }
    PredictionTable predictions = Oracles.predictions(columns, false);
    Selection selection = unlabeled(labels, predictions);
    assertTrue(
        selection.reason().startsWith("Quotas: 4 for classes with few positives, c1 (2 positives)"),
        selection.reason());
    assertTrue(Arrays.stream(selection.rows()).limit(4).allMatch(row -> row >= 190));
    assertEquals("class with few positives: most likely to contain c1", selection.why().phrase(0));
    assertEquals("near the boundary of c0", selection.why().phrase(5));
    assertEquals(8, Arrays.stream(selection.rows()).distinct().count());
    PredictionTable exclusive = Oracles.predictions(columns, true);
    assertTrue(unlabeled(labels, exclusive).reason().startsWith("Margin and diversity"));
  }

  /** No cluster shows a rare class; one that excludes the others is a cluster or hopeless. */
  @Test
  void halfOfThePageIsRandomWhileAnIndependentClassHasNoPositive() throws Exception {
    LabelTable labels = Oracles.table(200, 2).withLabels(0, new int[] {3}, new byte[] {1});
    float[][] columns = new float[2][200];
    Selection selection = unlabeled(labels, Oracles.predictions(columns, false));
    assertTrue(selection.reason().startsWith("Cold start, one class has no positive: "));
    assertTrue(selection.reason().endsWith("; 4 at random"), selection.reason());
    assertEquals(8, Arrays.stream(selection.rows()).distinct().count());
    assertTrue(Arrays.stream(selection.rows()).allMatch(row -> row >= 80));
    Selection exclusive = unlabeled(labels, Oracles.predictions(columns, true));
    assertTrue(!exclusive.reason().contains("at random"), exclusive.reason());
    assertEquals(8, exclusive.rows().length);
  }

  private Selection unlabeled(LabelTable labels, PredictionTable predictions) throws Exception {
    float[] values = new float[labels.rows() * 2];
    IntStream.range(0, values.length).forEach(i -> values[i] = (float) Math.sin(i));
    int[] open = IntStream.range(80, labels.rows()).toArray();
    SampleRequest request =
        Oracles.request(labels, predictions, FeatureMatrix.of(new int[] {2}, values), 8, -1, 1)
            .with(open, 8);
    return Oracles.sample(algorithm(), request);
  }

  @Test
  void withoutFeaturesTheStartIsRandom() throws Exception {
    String reason =
        Oracles.sample(algorithm(), request(Oracles.table(ROWS, 2), null, null)).reason();
    assertTrue(reason.startsWith("Random, 2 classes"), reason);
  }

  private String reason(LabelTable labels, PredictionTable predictions) throws Exception {
    float[] values = new float[ROWS * 2];
    IntStream.range(0, values.length).forEach(i -> values[i] = (float) Math.sin(i));
    FeatureMatrix features = FeatureMatrix.of(new int[] {2}, values);
    return Oracles.sample(algorithm(), request(labels, predictions, features)).reason();
  }

  private static SampleRequest request(
      LabelTable labels, PredictionTable predictions, FeatureMatrix features) {
    return Oracles.request(labels, predictions, features, 4, -1, 1);
  }

  private static float[] scores(float start) {
    float[] scores = new float[ROWS];
    for (int row = 0; row < ROWS; row++) {
      scores[row] = start + row * 0.02f * (start > 0.2f ? 1 : 1.7f);
    }
    return scores;
  }
}
