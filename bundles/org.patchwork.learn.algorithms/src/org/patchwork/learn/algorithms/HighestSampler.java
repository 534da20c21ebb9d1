// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

/** The images with the highest probability of the chosen class, highest first. */
public final class HighestSampler extends ExtremeSampler {
  public HighestSampler() {
    super(Presence.PRESENT);
  }
}
