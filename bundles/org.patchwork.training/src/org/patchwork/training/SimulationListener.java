// SPDX-License-Identifier: MIT
package org.patchwork.training;

/**
 * Follows a simulation. Called by one thread at a time, though not always the same; points of
 * different runs mix.
 */
@FunctionalInterface
public interface SimulationListener {
  /** Hears nothing. */
  SimulationListener NONE = point -> {};

  /** A model was trained and judged. */
  void trained(CurvePoint point);
}
