// SPDX-License-Identifier: MIT
package org.patchwork.training;

/**
 * Follows an extraction. Called on the thread that runs it, at most ten times a second and once at
 * the end.
 */
@FunctionalInterface
public interface ExtractionListener {
  /** Hears nothing. */
  ExtractionListener NONE = progress -> {};

  /** Some images were done. */
  void extracted(ExtractionProgress progress);
}
