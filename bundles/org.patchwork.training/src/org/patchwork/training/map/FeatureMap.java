// SPDX-License-Identifier: MIT
package org.patchwork.training.map;

/**
 * Images as points in the plane. The arrays belong to the map and are not changed.
 *
 * @param featureSet id of the feature set
 * @param rows row of each point, ascending
 * @param x place of each point, in no unit: only nearness means something
 * @param y place of each point
 * @param candidates number of images there would have been, of which {@code rows} were drawn
 */
public record FeatureMap(String featureSet, int[] rows, float[] x, float[] y, int candidates) {
  /** Number of points. */
  public int size() {
    return rows.length;
  }
}
