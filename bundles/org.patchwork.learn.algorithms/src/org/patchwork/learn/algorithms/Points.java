// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

/**
 * Points in a flat array, point after point; not copied.
 *
 * @param values {@code count × width} values
 * @param count number of points
 * @param width number of dimensions
 */
record Points(float[] values, int count, int width) {
  static final Points NONE = new Points(new float[0], 0, 0);

  /** The points of one set and then those of another of the same width. */
  static Points joined(Points first, Points second) {
    if (second.count == 0) {
      return first;
    }
    float[] all = java.util.Arrays.copyOf(first.values, (first.count + second.count) * first.width);
    System.arraycopy(second.values, 0, all, first.count * first.width, second.count * second.width);
    return new Points(all, first.count + second.count, first.width);
  }

  /** The squared norm of a point. */
  double squaredNorm(int point) {
    return dot(values, point * width, values, point * width, width);
  }

  /** Squared Euclidean distance between a point of this set and one of another. */
  double squaredDistance(int point, Points others, int other) {
    double distance =
        squaredNorm(point)
            + others.squaredNorm(other)
            - 2 * dot(values, point * width, others.values, other * width, width);
    return Math.max(0, distance);
  }

  /** Scales each point to length 1; points of length 0 stay. */
  void normalize() {
    for (int point = 0; point < count; point++) {
      float factor = (float) (1 / Math.sqrt(Math.max(squaredNorm(point), 1e-12)));
      for (int j = 0; j < width; j++) {
        values[point * width + j] *= factor;
      }
    }
  }

  /** Inner product, with eight sums side by side so that the loop is not held up by one. */
  static float dot(float[] a, int aOffset, float[] b, int bOffset, int length) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    float s4 = 0;
    float s5 = 0;
    float s6 = 0;
    float s7 = 0;
    int i = 0;
    for (; i + 8 <= length; i += 8) {
      s0 += a[aOffset + i] * b[bOffset + i];
      s1 += a[aOffset + i + 1] * b[bOffset + i + 1];
      s2 += a[aOffset + i + 2] * b[bOffset + i + 2];
      s3 += a[aOffset + i + 3] * b[bOffset + i + 3];
      s4 += a[aOffset + i + 4] * b[bOffset + i + 4];
      s5 += a[aOffset + i + 5] * b[bOffset + i + 5];
      s6 += a[aOffset + i + 6] * b[bOffset + i + 6];
      s7 += a[aOffset + i + 7] * b[bOffset + i + 7];
    }
    for (; i < length; i++) {
      s0 += a[aOffset + i] * b[bOffset + i];
    }
    return s0 + s1 + (s2 + s3) + (s4 + s5 + (s6 + s7));
  }
}
