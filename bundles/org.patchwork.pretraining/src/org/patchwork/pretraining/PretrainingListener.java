// SPDX-License-Identifier: MIT
package org.patchwork.pretraining;

/** Hears of a run, on the thread that runs it. */
@FunctionalInterface
public interface PretrainingListener {
  /** Hears nothing. */
  PretrainingListener NONE = epoch -> {};

  /** An epoch is over and checked. */
  void epoch(PretrainingEpoch epoch);
}
