// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;

/**
 * Picks points that lie far from each other and from places that are taken, one after the other.
 * What is kept is the squared distance of each point to the nearest taken place or pick, lowered
 * with each pick.
 */
final class SpreadPicks {
  private final Space space;
  private final float[] nearest;
  private int[] points = {};
  private float[] distances = {};

  /**
   * Begins.
   *
   * @param nearest squared distance of each point to the nearest taken place, infinite if there is
   *     none; changed
   */
  SpreadPicks(Space space, float[] nearest) {
    this.space = space;
    this.nearest = nearest;
  }

  /**
   * The law of k-means++ (Arthur and Vassilvitskii 2007): the chance of a point is in proportion to
   * its squared distance; the first is drawn uniformly if nothing is taken. Ends early when all
   * distances are 0, so that no point comes twice.
   */
  SpreadPicks byLot(int count, RandomGenerator random, IProgressMonitor monitor) {
    return pick(count, () -> KMeans.draw(nearest, random), monitor);
  }

  /**
   * Farthest first, the greedy 2-approximation of the k centres (Gonzalez 1985); the first is drawn
   * uniformly if nothing is taken. Ends early when all distances are 0.
   */
  SpreadPicks farthest(int count, RandomGenerator random, IProgressMonitor monitor) {
    return pick(count, () -> farthest(random), monitor);
  }

  private int farthest(RandomGenerator random) {
    int best = 0;
    for (int i = 1; i < nearest.length; i++) {
      best = nearest[i] > nearest[best] ? i : best;
    }
    if (nearest[best] == Float.POSITIVE_INFINITY) {
      return random.nextInt(nearest.length);
    }
    return nearest[best] > 0 ? best : -1;
  }

  private SpreadPicks pick(
      int count, java.util.function.IntSupplier choice, IProgressMonitor monitor) {
    int wanted = Math.min(count, space.count());
    SubMonitor progress = SubMonitor.convert(monitor, wanted);
    int[] picked = new int[wanted];
    float[] squared = new float[wanted];
    int found = 0;
    while (found < wanted) {
      progress.split(1);
      int next = choice.getAsInt();
      if (next < 0) {
        break;
      }
      picked[found] = next;
      squared[found++] = nearest[next];
      space.approach(next, nearest);
    }
    points = Arrays.copyOf(picked, found);
    distances = Arrays.copyOf(squared, found);
    return this;
  }

  /** The points picked, in the order of picking. */
  int[] points() {
    return points;
  }

  /**
   * Distance of each pick to the nearest taken place or pick before it; infinite for the first if
   * nothing was taken.
   */
  float[] distances() {
    float[] roots = new float[distances.length];
    for (int i = 0; i < roots.length; i++) {
      roots[i] = (float) Math.sqrt(distances[i]);
    }
    return roots;
  }
}
