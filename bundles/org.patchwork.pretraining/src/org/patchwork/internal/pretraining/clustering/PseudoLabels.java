// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining.clustering;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.patchwork.learn.RandomRows;

/** Clusters as labels. */
public final class PseudoLabels {
  private PseudoLabels() {}

  /**
   * Points of an epoch in which each cluster counts the same: {@code multiple · ⌊n / K⌋} draws with
   * replacement from each cluster that is not empty, K the number of clusters up to the last such
   * one, shuffled.
   *
   * @param clusters cluster of each point
   * @return places of points
   */
  public static int[] stratified(int[] clusters, int multiple, RandomGenerator random) {
    int count = Arrays.stream(clusters).max().orElse(-1) + 1;
    int[] sizes = new int[count];
    for (int cluster : clusters) {
      sizes[cluster]++;
    }
    int[][] members = new int[count][];
    Arrays.setAll(members, c -> new int[sizes[c]]);
    for (int point = clusters.length - 1; point >= 0; point--) {
      members[clusters[point]][--sizes[clusters[point]]] = point;
    }
    int each = multiple * (clusters.length / Math.max(1, count));
    int[] drawn =
        Arrays.stream(members)
            .filter(cluster -> cluster.length > 0)
            .flatMapToInt(c -> random.ints(each, 0, c.length).map(i -> c[i]))
            .toArray();
    RandomRows.shuffle(drawn, random);
    return drawn;
  }

  /**
   * How much two clusterings of the same points say of each other: their mutual information by the
   * mean of their entropies, 1 if they are the same but for the numbers, 0 if independent. Two
   * clusterings of one cluster each are the same.
   */
  public static double normalizedMutualInformation(int[] first, int[] second) {
    int rows = Arrays.stream(first).max().orElse(0) + 1;
    int columns = Arrays.stream(second).max().orElse(0) + 1;
    double[] joint = new double[rows * columns];
    double[] ofFirst = new double[rows];
    double[] ofSecond = new double[columns];
    for (int i = 0; i < first.length; i++) {
      joint[first[i] * columns + second[i]] += 1.0 / first.length;
      ofFirst[first[i]] += 1.0 / first.length;
      ofSecond[second[i]] += 1.0 / first.length;
    }
    double mean = (entropy(ofFirst) + entropy(ofSecond)) / 2;
    double information = entropy(ofFirst) + entropy(ofSecond) - entropy(joint);
    return mean > 1e-12 ? Math.clamp(information / mean, 0.0, 1.0) : 1;
  }

  private static double entropy(double[] shares) {
    return -Arrays.stream(shares).filter(p -> p > 0).map(p -> p * Math.log(p)).sum();
  }
}
