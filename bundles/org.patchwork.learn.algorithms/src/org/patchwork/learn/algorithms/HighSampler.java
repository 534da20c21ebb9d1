// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

/** Images that probably contain the chosen class: draws without replacement with weight p⁴. */
public final class HighSampler extends WeightedSampler {
  public HighSampler() {
    super(Presence.PRESENT);
  }
}
