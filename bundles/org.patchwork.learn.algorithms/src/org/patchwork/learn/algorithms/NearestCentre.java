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

  /** Number of centres. */
  int count() {
    return centres;
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
              int end = Math.min(points.count(), (block + 1) * BLOCK);
              new Search(points, nearest, squaredDistances).run(block * BLOCK, end);
            });
  }

  /**
   * Finds the distance of each point to its nearest centre, on the thread of the caller; NaN for a
   * point of NaN.
   */
  void find(Points points, float[] squaredDistances) {
    new Search(points, new int[points.count()], squaredDistances).run(0, points.count());
  }

  /**
   * The squared distances of two points to all centres, on the thread of the caller.
   *
   * @param squaredDistances takes one value per centre
   * @param ofNext takes those of the other point
   */
  void distances(Points points, int point, int next, float[] squaredDistances, float[] ofNext) {
    score(points.values(), point * width, next * width, squaredDistances, ofNext);
    float norm = (float) points.squaredNorm(point);
    float normOfNext = (float) points.squaredNorm(next);
    for (int c = 0; c < centres; c++) {
      squaredDistances[c] = Math.max(0, norm - 2 * squaredDistances[c]);
      ofNext[c] = Math.max(0, normOfNext - 2 * ofNext[c]);
    }
  }

  /** Goes through points two at a time, which reads the centres half as often. */
  private final class Search {
    private final Points points;
    private final int[] nearest;
    private final float[] squaredDistances;
    private final float[] scores = new float[centres];
    private final float[] scoresOfNext = new float[centres];

    Search(Points points, int[] nearest, float[] squaredDistances) {
      this.points = points;
      this.nearest = nearest;
      this.squaredDistances = squaredDistances;
    }

    void run(int from, int to) {
      for (int point = from; point < to; point += 2) {
        int next = Math.min(point + 1, to - 1); // an odd last point is its own neighbour
        score(points.values(), point * width, next * width, scores, scoresOfNext);
        take(point, scores);
        take(next, scoresOfNext);
      }
    }

    private void take(int point, float[] itsScores) {
      int best = largest(itsScores);
      nearest[point] = best;
      squaredDistances[point] =
          (float) Math.max(0, points.squaredNorm(point) - 2.0 * itsScores[best]);
    }
  }

  /** x·c − |c|²/2 of two points for all centres: the largest is the nearest. */
  private void score(float[] values, int offset, int next, float[] scores, float[] ofNext) {
    int k = centres;
    for (int c = 0; c < k; c++) {
      scores[c] = -halfNorms[c];
    }
    System.arraycopy(scores, 0, ofNext, 0, k);
    int j = 0;
    for (; j + 4 <= width; j += 4) {
      accumulate(values, offset + j, next + j, j * k, scores, ofNext);
    }
    for (; j < width; j++) {
      float x = values[offset + j];
      float y = values[next + j];
      for (int c = 0; c < k; c++) {
        scores[c] += x * transposed[j * k + c];
        ofNext[c] += y * transposed[j * k + c];
      }
    }
  }

  private void accumulate(
      float[] values, int offset, int next, int row, float[] scores, float[] ofNext) {
    int k = centres;
    float x0 = values[offset];
    float x1 = values[offset + 1];
    float x2 = values[offset + 2];
    float x3 = values[offset + 3];
    float y0 = values[next];
    float y1 = values[next + 1];
    float y2 = values[next + 2];
    float y3 = values[next + 3];
    float[] t = transposed;
    for (int c = 0; c < k; c++) {
      float t0 = t[row + c];
      float t1 = t[row + k + c];
      float t2 = t[row + 2 * k + c];
      float t3 = t[row + 3 * k + c];
      scores[c] += x0 * t0 + x1 * t1 + x2 * t2 + x3 * t3;
      ofNext[c] += y0 * t0 + y1 * t1 + y2 * t2 + y3 * t3;
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
