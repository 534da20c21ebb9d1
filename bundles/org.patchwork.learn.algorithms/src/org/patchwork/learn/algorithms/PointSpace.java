// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.stream.IntStream;

/** Euclidean distances, by |x − y|² = |x|² + |y|² − 2 x·y: O(n d) for each point approached. */
final class PointSpace implements Space {
  private static final int BLOCK = 1024;

  private final Points points;
  private final float[] norms;

  PointSpace(Points points) {
    this.points = points;
    this.norms = new float[points.count()];
    for (int point = 0; point < norms.length; point++) {
      norms[point] = (float) points.squaredNorm(point);
    }
  }

  @Override
  public int count() {
    return points.count();
  }

  @Override
  public void approach(int centre, float[] squaredDistances) {
    int blocks = (points.count() + BLOCK - 1) / BLOCK;
    IntStream.range(0, blocks)
        .parallel()
        .forEach(
            block -> {
              int end = Math.min(points.count(), (block + 1) * BLOCK);
              approach(centre, squaredDistances, block * BLOCK, end);
            });
  }

  private void approach(int centre, float[] squaredDistances, int from, int to) {
    float[] values = points.values();
    int width = points.width();
    for (int point = from; point < to; point++) {
      float product = Points.dot(values, point * width, values, centre * width, width);
      float distance = point == centre ? 0 : norms[point] + norms[centre] - 2 * product;
      squaredDistances[point] = Math.min(squaredDistances[point], Math.max(0, distance));
    }
  }
}
