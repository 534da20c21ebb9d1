// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The most typical of some points.
 *
 * @param point which
 * @param typicality one over its mean distance to its nearest neighbours; for a point alone 0
 */
record Typical(int point, float typicality) {
  /** In a cluster larger than this, neighbours are sought among so many evenly spread members. */
  private static final int MOST = 1000;

  /**
   * Finds it; ties go to the first. O(m²) in the number of members, of which at most 1,000 count.
   *
   * @param members at least one
   * @param neighbours how many nearest ones count
   */
  static Typical of(Points points, int[] members, int neighbours) {
    int[] some = members;
    if (members.length > MOST) {
      some = new int[MOST];
      for (int i = 0; i < MOST; i++) {
        some[i] = members[(int) ((long) i * members.length / MOST)];
      }
    }
    int[] compared = some;
    float[] typicality = new float[compared.length];
    IntStream.range(0, compared.length)
        .parallel()
        .forEach(i -> typicality[i] = typicality(points, compared, i, neighbours));
    int best = 0;
    for (int i = 1; i < compared.length; i++) {
      best = typicality[i] > typicality[best] ? i : best;
    }
    return new Typical(compared[best], typicality[best]);
  }

  private static float typicality(Points points, int[] members, int self, int neighbours) {
    float[] distances = new float[members.length - 1];
    int count = 0;
    for (int other = 0; other < members.length; other++) {
      if (other != self) {
        distances[count++] =
            (float) Math.sqrt(points.squaredDistance(members[self], points, members[other]));
      }
    }
    Arrays.sort(distances);
    int nearest = Math.min(neighbours, count);
    double sum = 0;
    for (int i = 0; i < nearest; i++) {
      sum += distances[i];
    }
    return nearest == 0 ? 0 : (float) (nearest / Math.max(sum, 1e-12));
  }
}
