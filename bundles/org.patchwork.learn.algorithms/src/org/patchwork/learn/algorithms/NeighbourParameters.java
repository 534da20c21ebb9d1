// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import org.patchwork.core.Param;

/**
 * Settings of samplers that compare images with labelled ones.
 *
 * @param examples at most this many images labelled with the class, and as many without it
 * @param normalize compare directions of features
 */
public record NeighbourParameters(
    @Param(
            label = "Examples",
            help =
                "Compare with at most this many images labelled with the class, and as many"
                    + " without it, chosen at random; more is slower.",
            min = 1,
            max = 4096,
            step = 16)
        int examples,
    @Param(
            label = "Normalise",
            help = "Compare the directions of features instead of the features themselves.")
        boolean normalize) {
  public NeighbourParameters() {
    this(32, true);
  }
}
