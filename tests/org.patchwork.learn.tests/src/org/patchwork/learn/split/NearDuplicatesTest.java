// SPDX-License-Identifier: MIT
package org.patchwork.learn.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.RandomStreams;

class NearDuplicatesTest {
  private static final int WIDTH = 64;

  /** Random rows; every tenth row from 1000 on is a slightly shaken copy of an earlier one. */
  private static float[] features(int rows) {
    RandomGenerator random = new RandomStreams(3).stream("features");
    float[] values = new float[rows * WIDTH];
    for (int row = 0; row < rows; row++) {
      boolean copy = row >= 1000 && row % 10 == 0;
      for (int i = 0; i < WIDTH; i++) {
        values[row * WIDTH + i] =
            copy
                ? values[(row - 1000) * WIDTH + i] + (float) random.nextGaussian() * 0.05f
                : 5 + (float) random.nextGaussian(); // an offset that makes plain cosines high
      }
    }
    return values;
  }

  private static Set<List<Integer>> find(float[] values, double cosine) {
    FeatureMatrix matrix = FeatureMatrix.of(new int[] {WIDTH}, values);
    int[] rows = IntStream.range(0, matrix.rows()).toArray();
    Set<List<Integer>> found = new HashSet<>();
    NearDuplicates.find(matrix, rows, cosine, new RandomStreams(0).stream("planes"), null)
        .forEach(pair -> found.add(List.of(pair[0], pair[1])));
    return found;
  }

  @Test
  void findsThePairsThatEachComparisonFinds() {
    Set<List<Integer>> found = find(features(2000), 0.98);
    Set<List<Integer>> expected = new HashSet<>();
    for (int row = 1000; row < 2000; row += 10) {
      expected.add(List.of(row - 1000, row));
    }
    assertEquals(expected, found);
  }

  @Test
  void equalImagesHaveACosineOfOne() {
    float[] values = features(20);
    System.arraycopy(values, 3 * WIDTH, values, 11 * WIDTH, WIDTH);
    assertEquals(Set.of(List.of(3, 11)), find(values, 1));
  }

  @Test
  void imagesWithoutFeaturesAreLikeNoOther() {
    float[] values = features(20);
    values[2 * WIDTH] = Float.NaN;
    values[5 * WIDTH] = Float.NaN;
    assertTrue(find(values, 0.9).isEmpty());
  }

  @Test
  void canBeCancelled() {
    NullProgressMonitor monitor = new NullProgressMonitor();
    monitor.setCanceled(true);
    FeatureMatrix matrix = FeatureMatrix.of(new int[] {WIDTH}, features(100));
    assertThrows(
        OperationCanceledException.class,
        () ->
            NearDuplicates.find(
                matrix,
                IntStream.range(0, 100).toArray(),
                0.9,
                new RandomStreams(0).stream("planes"),
                monitor));
  }
}
