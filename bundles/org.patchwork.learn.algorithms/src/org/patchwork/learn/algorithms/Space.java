// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

/** Squared distances between points that are known by number alone. */
interface Space {
  /** Number of points. */
  int count();

  /**
   * Makes a point one of those that distances are measured to: lowers each distance to that from
   * this point where it is smaller. Runs on all cores, with the same result on any number of them.
   *
   * @param point the point
   * @param squaredDistances one per point, changed; infinite before the first
   */
  void approach(int point, float[] squaredDistances);
}
