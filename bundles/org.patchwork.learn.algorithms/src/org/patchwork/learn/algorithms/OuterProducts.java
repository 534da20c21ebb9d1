// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.stream.IntStream;

/**
 * Euclidean distances between the outer products e = x gᵀ of two vectors each, without ever making
 * one: |e − f|² = |x|²|g|² + |y|²|h|² − 2 (x·y)(g·h). Memory is O(n (d + c)) and so is the work for
 * each point approached, where the products themselves would take O(n d c).
 *
 * <p>Most distances are not even worked out: by Cauchy and Schwarz |e − f|² ≥ |e|² + |f|² − 2
 * |x||y||g·h|, which costs O(c), and where that is not below the distance to the nearest point
 * approached before, nothing changes.
 */
final class OuterProducts implements Space {
  private static final int BLOCK = 1024;
  private static final float ROUNDING = 1e-5f;

  private final Points left;
  private final Points right;
  private final float[] leftNorms;
  private final float[] squaredNorms;

  /**
   * Takes the factors.
   *
   * @param left x of each point
   * @param right g of each point
   */
  OuterProducts(Points left, Points right) {
    this.left = left;
    this.right = right;
    this.leftNorms = new float[left.count()];
    this.squaredNorms = new float[left.count()];
    for (int i = 0; i < leftNorms.length; i++) {
      double squared = left.squaredNorm(i);
      leftNorms[i] = (float) Math.sqrt(squared);
      squaredNorms[i] = (float) (squared * right.squaredNorm(i));
    }
  }

  @Override
  public int count() {
    return left.count();
  }

  /** |x gᵀ|² of a point. */
  float squaredNorm(int point) {
    return squaredNorms[point];
  }

  @Override
  public void approach(int point, float[] squaredDistances) {
    int blocks = (count() + BLOCK - 1) / BLOCK;
    IntStream.range(0, blocks)
        .parallel()
        .forEach(
            block -> {
              int end = Math.min(count(), (block + 1) * BLOCK);
              approach(point, squaredDistances, block * BLOCK, end);
            });
  }

  private void approach(int point, float[] squaredDistances, int from, int to) {
    int d = left.width();
    int c = right.width();
    for (int i = from; i < to; i++) {
      float sum = squaredNorms[i] + squaredNorms[point];
      float product = Points.dot(right.values(), i * c, right.values(), point * c, c);
      float most = 2 * leftNorms[i] * leftNorms[point] * Math.abs(product);
      if (sum - most - ROUNDING * sum < squaredDistances[i]) {
        float both = product * Points.dot(left.values(), i * d, left.values(), point * d, d);
        float distance = i == point ? 0 : Math.max(0, sum - 2 * both);
        squaredDistances[i] = Math.min(squaredDistances[i], distance);
      }
    }
  }
}
