// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

/** How far points are from the labelled ones. */
final class Coverage {
  /** Labelled images beyond these are thinned out at random. */
  static final int MOST_LABELED = 2000;

  private Coverage() {}

  /** Squared distance of each point to the nearest of the labelled ones; infinite without any. */
  static float[] distances(Points points, Points labeled) {
    float[] nearest = NearestCentre.unreached(points.count());
    if (labeled.count() > 0) {
      new NearestCentre(labeled).find(points, new int[points.count()], nearest);
    }
    return nearest;
  }

  /** An infinite distance says nothing to a user: NaN in its place. */
  static float[] finite(float[] distances) {
    for (int i = 0; i < distances.length; i++) {
      distances[i] = Float.isInfinite(distances[i]) ? Float.NaN : distances[i];
    }
    return distances;
  }
}
