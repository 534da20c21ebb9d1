// SPDX-License-Identifier: MIT
package org.patchwork.project;

/**
 * Hears of changes of an open project, after they are durable and visible. Called on the session's
 * writer thread or the thread that made the change, never on purpose on the display thread; must
 * return quickly and must not wait for the display thread or for another edit.
 */
public interface ProjectListener {
  /** Labels, flags or rows changed. */
  default void labelsChanged(LabelsChanged event) {}

  /** Answers of annotators were recorded or taken back, or another rule counts them. */
  default void votesChanged() {}

  /** A class was added, removed, moved, renamed or otherwise changed. */
  default void classesChanged() {}

  /** Settings in {@link ProjectSession#model()} other than the classes changed. */
  default void settingsChanged() {}

  /** Other predictions are shown now. */
  default void predictionsChanged() {}

  /** Another feature set is active, or one was added. */
  default void featuresChanged() {}

  /** A run was added or removed. */
  default void runsChanged() {}

  /**
   * Edits could not be written; they are kept and will be tried again with {@link
   * ProjectSession#retryFailed()}.
   */
  default void writeFailed(String message) {}

  /** All edits that had failed before are durable now. */
  default void writeRecovered() {}
}
