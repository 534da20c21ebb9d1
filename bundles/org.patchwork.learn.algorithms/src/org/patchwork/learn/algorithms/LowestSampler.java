// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

/** The images with the lowest probability of the chosen class, lowest first. */
public final class LowestSampler extends ExtremeSampler {
  public LowestSampler() {
    super(Presence.ABSENT);
  }
}
