// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining.clustering;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;

class ClusteringTest {
  private static final NullProgressMonitor NOBODY = new NullProgressMonitor();

  private static float[][] random(int rows, int width, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[][] values = new float[rows][width];
    for (float[] row : values) {
      for (int j = 0; j < width; j++) {
        row[j] = (float) random.nextGaussian();
      }
    }
    return values;
  }

  /** Uncorrelated, of variance 1, and spanning what varies most. */
  @Test
  void componentsAreWhite() {
    float[][] features = random(400, 12, 1);
    for (float[] row : features) {
      for (int j = 6; j < 12; j++) {
        row[j] = row[j - 6] * 3 + 0.05f * row[j]; // six directions, each of two dimensions
      }
      row[0] = row[0] * 20 + 5;
    }
    WhitenedComponents white = WhitenedComponents.of(features, 5, new SplittableRandom(2), NOBODY);
    float[][] components = Arrays.stream(features).map(white::components).toArray(float[][]::new);
    assertEquals(5, components[0].length);
    for (int a = 0; a < 5; a++) {
      for (int b = 0; b <= a; b++) {
        double mean = 0;
        for (float[] row : components) {
          mean += row[a] * row[b] / (double) components.length;
        }
        assertEquals(a == b ? 1 : 0, mean, 1e-3, a + ", " + b);
      }
    }
    for (float[] row : white.unit(features)) {
      double squares = 0;
      for (float value : row) {
        squares += value * value;
      }
      assertEquals(1, squares, 1e-5);
    }
  }

  @Test
  void directionsWithoutVarianceAreLeftOut() {
    float[][] features = new float[30][4];
    for (int i = 0; i < 30; i++) {
      features[i] = new float[] {i, 2 * i, 7, -i};
    }
    assertEquals(
        1, WhitenedComponents.of(features, 4, new SplittableRandom(1), NOBODY).directions().length);
  }

  @Test
  void findsClustersThatAreThere() {
    float[][] points = random(300, 3, 3);
    int[] truth = new int[300];
    for (int i = 0; i < 300; i++) {
      truth[i] = i % 5;
      points[i][0] = 0.3f * points[i][0] + 10 * (i % 5);
    }
    Clusters clusters =
        new MiniBatchKMeans(5, 50, 20).cluster(points, new SplittableRandom(1), NOBODY);
    assertEquals(1, PseudoLabels.normalizedMutualInformation(truth, clusters.of()), 1e-9);
    Clusters again =
        new MiniBatchKMeans(5, 50, 20).cluster(points, new SplittableRandom(1), NOBODY);
    assertArrayEquals(clusters.of(), again.of());
  }

  /** As the specification has it: 37 × 23 features, 11 components, 13 clusters. */
  @Test
  void givesEachPointACluster() {
    float[][] features = random(37, 23, 4);
    float[][] points =
        WhitenedComponents.of(features, 11, new SplittableRandom(1), NOBODY).unit(features);
    Clusters clusters =
        new MiniBatchKMeans(13, 100, 100).cluster(points, new SplittableRandom(1), NOBODY);
    assertEquals(13, clusters.centres().length);
    assertEquals(11, clusters.centres()[0].length);
    assertEquals(37, clusters.of().length);
    assertEquals(13, Arrays.stream(clusters.of()).distinct().count(), "no cluster is empty");
  }

  @Test
  void stopsWhenCancelled() {
    NullProgressMonitor cancelled = new NullProgressMonitor();
    cancelled.setCanceled(true);
    MiniBatchKMeans means = new MiniBatchKMeans(2, 10, 5);
    assertThrows(
        OperationCanceledException.class,
        () -> means.cluster(random(50, 2, 1), new SplittableRandom(1), cancelled));
    assertThrows(
        OperationCanceledException.class,
        () -> WhitenedComponents.of(random(50, 4, 1), 2, new SplittableRandom(1), cancelled));
    assertThrows(
        OperationCanceledException.class,
        () -> Clusters.around(random(2, 4, 1), random(50, 4, 1), cancelled));
  }

  @Test
  void epochsHoldEachClusterAsOften() {
    int[] clusters = {1, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    int[] drawn = PseudoLabels.stratified(clusters, 1, new SplittableRandom(1));
    assertEquals(10, drawn.length);
    assertEquals(5, Arrays.stream(drawn).filter(point -> clusters[point] == 1).count());
  }

  @Test
  void emptyClustersAreSkipped() {
    int[] clusters = {0, 0, 2, 2, 2, 2, 2};
    int[] drawn = PseudoLabels.stratified(clusters, 3, new SplittableRandom(1));
    assertEquals(12, drawn.length);
    assertEquals(6, Arrays.stream(drawn).filter(point -> clusters[point] == 0).count());
    assertTrue(Arrays.stream(drawn).distinct().count() > 2, "draws are random");
  }

  @Test
  void mutualInformationIsOneForTheSamePartition() {
    int[] a = {0, 0, 1, 1, 2, 2};
    assertEquals(1, PseudoLabels.normalizedMutualInformation(a, new int[] {2, 2, 0, 0, 1, 1}));
    assertEquals(
        0,
        PseudoLabels.normalizedMutualInformation(new int[] {0, 0, 1, 1}, new int[] {0, 1, 0, 1}),
        1e-12);
    // the second splits a half of the first: I = ln 2, entropies ln 2 and 1.5 · ln 2
    assertEquals(
        2 / 2.5,
        PseudoLabels.normalizedMutualInformation(new int[] {0, 0, 1, 1}, new int[] {0, 0, 1, 2}),
        1e-12);
  }
}
