// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

/** Settings of a sampler that compares features: how many images it compares. */
interface PoolLimit {
  /** At most so many images are compared; more are thinned out at random. */
  int imagesConsidered();
}
