// SPDX-License-Identifier: MIT
package org.patchwork.workflow;

import java.nio.file.Path;
import org.patchwork.core.TrainingException;
import org.patchwork.pretraining.PretrainingEpoch;
import org.patchwork.pretraining.PretrainingListener;
import org.patchwork.pretraining.PretrainingRecord;
import org.patchwork.pretraining.PretrainingRuns;
import org.patchwork.pretraining.PretrainingStep;
import org.patchwork.training.runs.MlflowStatus;
import org.patchwork.training.runs.MlflowTracking;

/**
 * Keeps MLflow up to date while a run goes on, epoch by epoch. A place that cannot be reached does
 * not stop the run: it is left alone until the end, and then gets all that it lacks.
 */
final class FollowedPretraining implements PretrainingListener {
  private final MlflowTracking tracking;
  private final String experiment;
  private final Path folder;
  private final PretrainingListener listener;
  private boolean away;

  /**
   * Follows a run.
   *
   * @param folder of the run
   * @param listener hears of everything first
   */
  FollowedPretraining(
      MlflowTracking tracking, String experiment, Path folder, PretrainingListener listener) {
    this.tracking = tracking;
    this.experiment = experiment;
    this.folder = folder;
    this.listener = listener;
  }

  @Override
  public void step(PretrainingStep step) {
    listener.step(step);
  }

  @Override
  public void epoch(PretrainingEpoch epoch) {
    follow(MlflowStatus.RUNNING);
    listener.epoch(epoch);
  }

  /** Says how the run is, as far as it can be said: it was stopped, or it failed. */
  void broken(MlflowStatus status) {
    follow(status);
  }

  private void follow(MlflowStatus status) {
    PretrainingRecord record =
        new PretrainingRuns(folder.getParent()).get(folder.getFileName().toString()).record();
    if (away || record == null || record.epochs().isEmpty()) {
      return;
    }
    try {
      tracking.follow(experiment, TrackedPretraining.of(record, folder), status);
    } catch (TrainingException e) {
      away = true; // said once, at the end, if it still cannot be reached
    }
  }

  /**
   * Tracks the finished run.
   *
   * @throws TrainingException if the place cannot be reached or written; says what to do
   */
  void finished(PretrainingRecord record) throws TrainingException {
    try {
      tracking.follow(experiment, TrackedPretraining.of(record, folder), MlflowStatus.FINISHED);
    } catch (TrainingException e) {
      throw new TrainingException(
          "The run is done, but MLflow does not track it. "
              + e.getMessage()
              + " Start the run again to track it; nothing is trained twice.",
          e);
    }
  }
}
