// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import org.patchwork.project.LabelsChanged;
import org.patchwork.project.backup.Backup;

/** Hears of the open project, always on the display thread and after the change is durable. */
public interface OpenProjectListener {
  /** Another project is open now, or none. Nothing that was shown before is valid any more. */
  default void projectChanged() {}

  /** Labels, flags or rows changed. */
  default void labelsChanged(LabelsChanged event) {}

  /** Answers of annotators were recorded or taken back, or another rule counts them. */
  default void votesChanged() {}

  /** Somebody else labels from now on. */
  default void annotatorChanged() {}

  /** A class was added, removed, moved, renamed or otherwise changed. */
  default void classesChanged() {}

  /** Settings of the project other than the classes changed. */
  default void settingsChanged() {}

  /** Other predictions are shown now. */
  default void predictionsChanged() {}

  /** Another feature set is active, or one was added. */
  default void featuresChanged() {}

  /** A run was added or removed. */
  default void runsChanged() {}

  /** Edits could not be written; they are kept and can be tried again. */
  default void writeFailed(String message) {}

  /** All edits that had failed before are durable now. */
  default void writeRecovered() {}

  /** An edit was refused, for example because the project is open read-only; nothing changed. */
  default void editRefused(String message) {}

  /** Thumbnails are shown otherwise now: ask for them again. */
  default void displayChanged() {}

  /** Pictures are made more slowly, for the reason given; labels are not affected. */
  default void picturesRemarked(String remark) {}

  /** A backup was made by itself. */
  default void backupMade(Backup backup) {}

  /** A backup was due and could not be made; will be tried again. */
  default void backupFailed(String message) {}
}
