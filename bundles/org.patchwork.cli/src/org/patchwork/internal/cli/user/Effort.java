// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.user;

/** The keys pressed and the decisions made so far, and the time they take. */
final class Effort {
  private static final double SECONDS_PER_HOUR = 3600;

  private final double secondsPerDecision;
  private final double secondsPerKey;
  private long keys;
  private long decisions;

  Effort(double secondsPerDecision, double secondsPerKey) {
    this.secondsPerDecision = secondsPerDecision;
    this.secondsPerKey = secondsPerKey;
  }

  /** Presses so many keys; a key with Shift or Ctrl is two. */
  void press(int count) {
    keys += count;
  }

  /** Looks at so many images and decides on each. */
  void decide(int images) {
    decisions += images;
  }

  long keys() {
    return keys;
  }

  double hours() {
    return (decisions * secondsPerDecision + keys * secondsPerKey) / SECONDS_PER_HOUR;
  }
}
