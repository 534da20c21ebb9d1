// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.status;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.OptionalDouble;
import org.patchwork.core.PredictionTable;
import org.patchwork.project.LabelsChanged;
import org.patchwork.project.ProjectSession;
import org.patchwork.project.RunSummary;

/** Keeps the figures of one open project. Methods are called one at a time, on any thread. */
final class StatusTracker {
  private final ProjectSession session;
  private final ZoneId zone;
  private final LabelProgress progress = new LabelProgress();
  private final LabelRate rate;
  private RunSummary model;
  private String failure;

  StatusTracker(ProjectSession session, InstantSource clock, ZoneId zone) {
    this.session = session;
    this.zone = zone;
    this.rate = new LabelRate(clock);
  }

  synchronized void reset() {
    progress.reset(session.labels());
    modelChanged();
  }

  synchronized void labelsChanged(LabelsChanged event) {
    if (event.all()) {
      progress.reset(event.labels());
    } else {
      rate.add(progress.update(event.labels(), event.rows()));
    }
  }

  synchronized void modelChanged() {
    PredictionTable predictions = session.predictions();
    model =
        predictions == null
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

  synchronized ProjectFigures figures() {
    Double auc = model == null ? null : auc(model);
    return new ProjectFigures(
        session.name(),
        session.readOnly(),
        progress.images(),
        progress.labelled(),
        rate.perMinute(),
        model == null || model.started() == null ? null : model.started().atZone(zone),
        auc == null || auc.isNaN() ? OptionalDouble.empty() : OptionalDouble.of(auc),
        session.failedEdits(),
        failure);
  }
}
