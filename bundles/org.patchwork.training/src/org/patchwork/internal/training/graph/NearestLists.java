// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.graph;

import java.util.Arrays;

/**
 * The most similar points found so far, of each point, best first. Of equal similarities the lower
 * number comes first, so the lists do not depend on the order in which points are offered.
 */
public final class NearestLists {
  static final int NONE = -1;

  private final int width;
  private final int[] indices;
  private final float[] similarities;

  NearestLists(int points, int width) {
    this.width = width;
    this.indices = new int[Math.multiplyExact(points, width)];
    this.similarities = new float[indices.length];
    Arrays.fill(indices, Integer.MAX_VALUE);
    Arrays.fill(similarities, Float.NEGATIVE_INFINITY);
  }

  /** Points that are less similar than this need not be offered. */
  float worst(int point) {
    return similarities[point * width + width - 1];
  }

  /** Takes a point into the list of another if it is among the best; never at −∞. */
  void offer(int point, int other, float similarity) {
    int first = point * width;
    int place = first + width - 1;
    if (similarity == Float.NEGATIVE_INFINITY || !better(similarity, other, place)) {
      return;
    }
    while (place > first && better(similarity, other, place - 1)) {
      similarities[place] = similarities[place - 1];
      indices[place] = indices[place - 1];
      place--;
    }
    similarities[place] = similarity;
    indices[place] = other;
  }

  private boolean better(float similarity, int other, int place) {
    return similarity > similarities[place]
        || similarity == similarities[place] && other < indices[place];
  }

  /** Offers points with consecutive numbers. */
  void offerAll(int point, int firstOther, float[] scores, int count) {
    float worst = worst(point);
    for (int i = 0; i < count; i++) {
      if (scores[i] >= worst) {
        offer(point, firstOther + i, scores[i]);
        worst = worst(point);
      }
    }
  }

  /** The point at a place of a list, {@link #NONE} if the list is shorter. */
  int index(int point, int place) {
    int index = indices[point * width + place];
    return index == Integer.MAX_VALUE ? NONE : index;
  }

  float similarity(int point, int place) {
    return similarities[point * width + place];
  }

  int width() {
    return width;
  }
}
