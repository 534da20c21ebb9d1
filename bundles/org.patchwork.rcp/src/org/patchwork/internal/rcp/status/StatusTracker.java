// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.status;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalDouble;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;
import org.patchwork.learn.LabelCounts;
import org.patchwork.learn.Part;
import org.patchwork.model.LabelClass;
import org.patchwork.project.LabelsChanged;
import org.patchwork.project.ProjectSession;
import org.patchwork.project.RunSummary;
import org.patchwork.project.labeling.Pace;

/** Keeps the figures of one open project. Methods are called one at a time, on any thread. */
final class StatusTracker {
  private final ProjectSession session;
  private final ZoneId zone;
  private final LabelProgress progress = new LabelProgress();
  private final Pace pace = new Pace();
  private Duration worked = Duration.ZERO;
  private LabelTable counted;
  private LabelCounts counts;
  private RunSummary model;
  private String failure;

  StatusTracker(ProjectSession session, ZoneId zone) {
    this.session = session;
    this.zone = zone;
  }

  void reset() {
    countAnew(session.labels());
    modelChanged();
  }

  private synchronized void countAnew(LabelTable labels) {
    progress.reset(labels);
    counted = labels;
    counts = LabelCounts.of(labels);
  }

  /**
   * Counts what changed.
   *
   * @param workedSoFar time at work when it was heard of
   */
  synchronized void labelsChanged(LabelsChanged event, Duration workedSoFar) {
    if (event.all() || counted == null) {
      countAnew(event.labels());
    } else {
      int labels = progress.update(event.labels(), event.rows());
      pace.add(event.answered() ? labels : 0, workedSoFar);
      counts = counts.updated(counted, event.labels(), event.rows());
      counted = event.labels();
    }
  }

  /** Takes the time at work as it is now. */
  synchronized void worked(Duration workedSoFar) {
    worked = workedSoFar;
  }

  void modelChanged() {
    RunSummary shown = readModel(); // from disk: without the lock, for which the display waits
    synchronized (this) {
      model = shown;
    }
  }

  private RunSummary readModel() {
    PredictionTable predictions = session.predictions();
    return predictions == null
        ? null
        : session.runs().stream()
            .filter(run -> run.id().equals(predictions.source()))
            .findFirst()
            .orElse(null);
  }

  synchronized void failed(String message) {
    failure = message;
  }

  /**
   * On held-out images only, since a figure on what was trained on flatters; null where there is
   * none.
   */
  private static Double auc(RunSummary run) {
    return run.metrics().get("validation.meanAuc");
  }

  private synchronized boolean isReached(LabelClass wanted) {
    int index = counted == null ? -1 : counted.classIndex(wanted.getId());
    return index >= 0
        && counts.positives(Part.TRAINING, index) + counts.positives(Part.VALIDATION, index)
            >= wanted.getGoal();
  }

  synchronized ProjectFigures figures() {
    Double auc = model == null ? null : auc(model);
    List<LabelClass> wanted = session.classes().stream().filter(c -> c.getGoal() > 0).toList();
    return new ProjectFigures(
        session.name(),
        session.readOnly(),
        progress.images(),
        progress.labelled(),
        pace.perMinute(worked),
        worked,
        wanted.size(),
        (int) wanted.stream().filter(this::isReached).count(),
        model == null || model.started() == null ? null : model.started().atZone(zone),
        auc == null || auc.isNaN() ? OptionalDouble.empty() : OptionalDouble.of(auc),
        session.failedEdits(),
        failure);
  }
}
