// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.util.Map;
import java.util.Objects;
import org.patchwork.core.RowFilter;

/**
 * A wish for the next images, as the Sampling view and {@code patchwork sample} state it.
 *
 * @param filter which rows may be drawn
 * @param samplerId contribution to {@code org.patchwork.learn.samplers}, by id or short id
 * @param parameters its parameters by name; missing ones keep their default
 * @param classId stable id of the class to draw for, or null for samplers that need none
 * @param count how many images, at least 1
 * @param seed seed of every chance in the draw; with the same data the same seed gives the same
 *     images
 * @param poolSize score only this many candidates, chosen at random; 0 scores all
 */
public record Draw(
    RowFilter filter,
    String samplerId,
    Map<String, Object> parameters,
    String classId,
    int count,
    long seed,
    int poolSize) {

  public Draw {
    Objects.requireNonNull(filter);
    Objects.requireNonNull(samplerId);
    parameters = Map.copyOf(parameters);
    if (count < 1) {
      throw new IllegalArgumentException(
          "At least one image must be asked for, not " + count + ".");
    }
    if (poolSize < 0) {
      throw new IllegalArgumentException(
          "The pool size is " + poolSize + ", but must be at least 0; 0 means all images.");
    }
  }

  /** Unlabelled images by the sampler's defaults. */
  public static Draw unlabeled(String samplerId, int count, long seed) {
    return new Draw(RowFilter.UNLABELED, samplerId, Map.of(), null, count, seed, 0);
  }
}
