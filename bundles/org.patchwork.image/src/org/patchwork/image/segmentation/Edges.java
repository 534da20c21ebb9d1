// SPDX-License-Identifier: MIT
package org.patchwork.image.segmentation;

import java.util.Arrays;
import org.patchwork.image.ImagePatch;

/**
 * The differences of neighbouring pixels.
 *
 * @param first one pixel of each edge
 * @param second the other
 * @param costs how different they are
 * @param ascending the edges in the order of their costs
 */
record Edges(int[] first, int[] second, float[] costs, int[] ascending) {
  /** Right, down, down to the right, up to the right: each pair of neighbours once. */
  private static final int[][] NEIGHBOURS = {{0, 1}, {1, 0}, {1, 1}, {-1, 1}};

  static Edges of(ImagePatch image) {
    int height = image.height();
    int width = image.width();
    int most = NEIGHBOURS.length * height * width;
    int[] first = new int[most];
    int[] second = new int[most];
    float[] costs = new float[most];
    int count = 0;
    for (int[] step : NEIGHBOURS) {
      for (int y = Math.max(0, -step[0]); y < height - Math.max(0, step[0]); y++) {
        for (int x = 0; x < width - step[1]; x++) {
          first[count] = y * width + x;
          second[count] = (y + step[0]) * width + x + step[1];
          costs[count] = distance(image, first[count], second[count]);
          count++;
        }
      }
    }
    return new Edges(first, second, costs, order(costs, count));
  }

  int first(int edge) {
    return first[edge];
  }

  int second(int edge) {
    return second[edge];
  }

  double cost(int edge) {
    return costs[edge];
  }

  private static float distance(ImagePatch image, int a, int b) {
    int channels = image.channels();
    double sum = 0;
    for (int c = 0; c < channels; c++) {
      double difference =
          (double) image.values()[a * channels + c] - image.values()[b * channels + c];
      sum += difference * difference;
    }
    return (float) Math.sqrt(sum);
  }

  /** Costs are not negative, so that their bits stand in their order; ties by number. */
  private static int[] order(float[] costs, int count) {
    long[] keys = new long[count];
    for (int edge = 0; edge < count; edge++) {
      keys[edge] = (long) Float.floatToRawIntBits(costs[edge]) << Integer.SIZE | edge;
    }
    Arrays.sort(keys);
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      order[i] = (int) keys[i];
    }
    return order;
  }
}
