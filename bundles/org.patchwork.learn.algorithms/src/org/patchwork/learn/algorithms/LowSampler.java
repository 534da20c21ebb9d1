// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

/** Images that probably lack the chosen class: draws without replacement with weight (1 − p)⁴. */
public final class LowSampler extends WeightedSampler {
  public LowSampler() {
    super(Presence.ABSENT);
  }
}
