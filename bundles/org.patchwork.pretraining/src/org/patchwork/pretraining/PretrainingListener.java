// SPDX-License-Identifier: MIT
package org.patchwork.pretraining;

/** Hears of a run, on the thread that runs it. */
@FunctionalInterface
public interface PretrainingListener {
  /** Hears nothing. */
  PretrainingListener NONE = epoch -> {};

  /** An epoch is over and checked; its record and its model are on disk. */
  void epoch(PretrainingEpoch epoch);

  /** A step is done. Called for each of them, so it must take no time. */
  default void step(PretrainingStep step) {}
}
