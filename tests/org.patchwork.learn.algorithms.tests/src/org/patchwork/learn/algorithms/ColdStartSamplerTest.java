// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.learn.Sampler;
import org.patchwork.learn.Selection;
import org.patchwork.learn.conformance.SamplerConformance;

class ColdStartSamplerTest extends SamplerConformance<ColdStartSampler.Parameters> {
  private static final int GROUPS = 6;
  private static final int ROWS = 600;

  @Override
  protected Sampler<ColdStartSampler.Parameters> algorithm() {
    return new ColdStartSampler();
  }

  @Test
  void keepsTheContract() throws Exception {
    verify();
  }

  @Test
  void onePageShowsOneImageOfEachGroup() throws Exception {
    for (long seed = 0; seed < 5; seed++) {
      Selection selection =
          Oracles.sample(
              algorithm(),
              Oracles.request(Oracles.table(ROWS, 1), null, groups(), GROUPS, -1, seed));
      assertEquals(GROUPS, selection.rows().length);
      assertEquals(GROUPS, groupsOf(selection.rows()).size());
    }
  }

  @Test
  void theNextPageCoversWhatTheFirstDidNot() throws Exception {
    int[] seen = IntStream.range(0, ROWS).filter(row -> row % GROUPS < 4).limit(40).toArray();
    byte[] present = new byte[seen.length];
    Arrays.fill(present, LabelTable.PRESENT);
    LabelTable labels = Oracles.table(ROWS, 1).withLabels(0, seen, present);
    for (long seed = 0; seed < 5; seed++) {
      Selection selection =
          Oracles.sample(algorithm(), Oracles.request(labels, null, groups(), 2, -1, seed));
      assertEquals(Set.of(4, 5), groupsOf(selection.rows()));
      assertTrue(selection.reason().contains("away from the 40 labelled"), selection.reason());
    }
  }

  @Test
  void largerClustersComeFirst() throws Exception {
    float[] values = new float[2 * 60];
    for (int row = 0; row < 60; row++) {
      values[2 * row + (row < 50 ? 0 : 1)] = 1 + row * 1e-3f;
    }
    FeatureMatrix features = FeatureMatrix.of(new int[] {2}, values);
    int[] rows =
        Oracles.sample(algorithm(), Oracles.request(Oracles.table(60, 1), null, features, 2, -1, 3))
            .rows();
    assertTrue(rows[0] < 50 && rows[1] >= 50, Arrays.toString(rows));
  }

  private static Set<Integer> groupsOf(int[] rows) {
    Set<Integer> groups = new HashSet<>();
    Arrays.stream(rows).forEach(row -> groups.add(row % GROUPS));
    return groups;
  }

  /** Row r belongs to group r mod 6; groups are far apart in direction. */
  private static FeatureMatrix groups() {
    SplittableRandom random = new SplittableRandom(17);
    float[] values = new float[ROWS * GROUPS];
    for (int row = 0; row < ROWS; row++) {
      for (int j = 0; j < GROUPS; j++) {
        values[row * GROUPS + j] =
            (float) (random.nextGaussian() * 0.3 + (row % GROUPS == j ? 5 : 0));
      }
    }
    return FeatureMatrix.of(new int[] {GROUPS}, values);
  }
}
