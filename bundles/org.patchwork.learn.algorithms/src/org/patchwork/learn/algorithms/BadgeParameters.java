// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import org.patchwork.core.Param;

/**
 * Settings of the samplers that draw by gradient embeddings.
 *
 * @param imagesConsidered at most this many images are compared
 */
public record BadgeParameters(
    @Param(
            label = "Images considered",
            help =
                "Compare a random sample of at most this many images; time and memory grow in"
                    + " proportion.",
            min = 100,
            max = 10_000_000,
            step = 1000)
        int imagesConsidered)
    implements PoolLimit {
  public BadgeParameters() {
    this(100_000);
  }
}
