// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Finds the nearest of some centres by |x − c|² = |x|² + |c|² − 2 x·c. The centres are kept
 * transposed, so that the inner loop runs over them and vectorises.
 */
final class NearestCentre {
  private static final int BLOCK = 256;

  private final int centres;
  private final int width;
  private final float[] transposed; // [width][centres]
  private final float[] halfNorms;

  NearestCentre(Points centres) {
    this.centres = centres.count();
    this.width = centres.width();
    this.transposed = new float[centres.count() * centres.width()];
    this.halfNorms = new float[centres.count()];
    for (int c = 0; c < centres.count(); c++) {
      halfNorms[c] = (float) (centres.squaredNorm(c) / 2);
      for (int j = 0; j < width; j++) {
        transposed[j * this.centres + c] = centres.values()[c * width + j];
      }
    }
  }

  /**
   * Finds the nearest centre of each point; ties go to the first. Runs on all cores, with the same
   * result on any number of them.
   *
   * @param nearest takes the index of the centre
   * @param squaredDistances takes the squared distance to it
   */
  void find(Points points, int[] nearest, float[] squaredDistances) {
    int blocks = (points.count() + BLOCK - 1) / BLOCK;
    IntStream.range(0, blocks)
        .parallel()
        .forEach(
            block -> {
              float[] scores = new float[centres];
              int end = Math.min(points.count(), (block + 1) * BLOCK);
              for (int point = block * BLOCK; point < end; point++) {
                score(points.values(), point * width, scores);
                int best = largest(scores);
                nearest[point] = best;
                squaredDistances[point] =
                    (float) Math.max(0, points.squaredNorm(point) - 2.0 * scores[best]);
              }
            });
  }

  /** x·c − |c|²/2 for all centres: the largest is the nearest. */
  private void score(float[] values, int offset, float[] scores) {
    int k = centres;
    for (int c = 0; c < k; c++) {
      scores[c] = -halfNorms[c];
    }
    int j = 0;
    for (; j + 4 <= width; j += 4) {
      accumulate(values, offset + j, j * k, scores);
    }
    for (; j < width; j++) {
      float x = values[offset + j];
      for (int c = 0; c < k; c++) {
        scores[c] += x * transposed[j * k + c];
      }
    }
  }

  private void accumulate(float[] values, int offset, int row, float[] scores) {
    int k = centres;
    float x0 = values[offset];
    float x1 = values[offset + 1];
    float x2 = values[offset + 2];
    float x3 = values[offset + 3];
    float[] t = transposed;
    for (int c = 0; c < k; c++) {
      scores[c] +=
          x0 * t[row + c] + x1 * t[row + k + c] + x2 * t[row + 2 * k + c] + x3 * t[row + 3 * k + c];
    }
  }

  private static int largest(float[] scores) {
    int best = 0;
    for (int c = 1; c < scores.length; c++) {
      if (scores[c] > scores[best]) {
        best = c;
      }
    }
    return best;
  }

  /** Distances of no centre at all: infinity. */
  static float[] unreached(int points) {
    float[] distances = new float[points];
    Arrays.fill(distances, Float.POSITIVE_INFINITY);
    return distances;
  }
}
