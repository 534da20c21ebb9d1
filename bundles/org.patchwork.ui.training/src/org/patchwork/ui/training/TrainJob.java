// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.Locale;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.FeatureExtractor;
import org.patchwork.learn.TrainingSpec;
import org.patchwork.project.FeatureSet;
import org.patchwork.project.ProjectSession;
import org.patchwork.training.EpochReport;
import org.patchwork.training.StepReport;
import org.patchwork.training.TrainingListener;
import org.patchwork.training.TrainingResult;
import org.patchwork.training.TrainingService;
import org.patchwork.workflow.ProjectTraining;

/**
 * Trains on a snapshot of a project. Only a run that ends well changes the project: its predictions
 * take the place of the old ones. A cancelled or failed run leaves everything as it was.
 */
public final class TrainJob extends Job {
  /** Follows the job on the job's thread. */
  public interface Listener extends TrainingListener {
    /** The run is over; called exactly once. */
    void ended(RunOutcome outcome);
  }

  private final ProjectSession session;
  private final TrainingService service;
  private final LiveSource source;
  private final TrainingSpec spec;
  private final RunTracking tracking;
  private final Listener listener;

  /**
   * A run to schedule.
   *
   * @param session of which the labels at the start of the run are taken
   * @param source of images and extractor, for a run that is live
   */
  TrainJob(
      ProjectSession session,
      TrainingService service,
      LiveSource source,
      TrainingSpec spec,
      RunTracking tracking,
      Listener listener) {
    super("Train " + session.name());
    this.session = session;
    this.service = service;
    this.source = source;
    this.spec = spec;
    this.tracking = tracking;
    this.listener = listener;
    setUser(false);
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    RunOutcome outcome = RunOutcome.failed("Training failed; see the Error Log.");
    try {
      TrainingResult result = train(monitor);
      outcome = RunOutcome.done(result.record());
      try {
        outcome = outcome.with(tracking.track(session, result));
        return Status.OK_STATUS;
      } catch (TrainingException e) { // the run is there all the same
        outcome = outcome.with("Not tracked by MLflow: " + e.getMessage());
        return Status.warning("A run is not tracked by MLflow: " + e.getMessage(), e);
      }
    } catch (OperationCanceledException e) {
      outcome = RunOutcome.cancelled();
      return Status.CANCEL_STATUS;
    } catch (PatchworkException | IllegalArgumentException | IllegalStateException e) {
      outcome = RunOutcome.failed(e.getMessage());
      return Status.warning("Training failed: " + e.getMessage(), e);
    } catch (RuntimeException
        | LinkageError e) { // the boundary: plug-ins and the engine may throw anything
      outcome =
          RunOutcome.failed(
              "Training failed unexpectedly (" + e + "). The Error Log has the details.");
      return Status.warning("Training failed unexpectedly", e);
    } finally {
      listener.ended(outcome);
    }
  }

  private TrainingResult train(IProgressMonitor monitor) throws PatchworkException {
    FeatureSet features = session.activeFeatures();
    if (features == null) {
      throw new ProjectFormatException(
          "Training needs features of the images; compute them first.");
    }
    try (FeatureExtractor extractor = source.extractor(spec, features)) {
      return new ProjectTraining(session, service)
          .run(spec, features, source.images(session), extractor, new Progress(monitor), monitor);
    }
  }

  /** Says in the Progress view how far the run is, and passes the reports on. */
  private final class Progress implements TrainingListener {
    private final IProgressMonitor monitor;
    private final long begun = System.nanoTime();

    Progress(IProgressMonitor monitor) {
      this.monitor = monitor;
    }

    @Override
    public void step(StepReport report) {
      monitor.subTask(text(report, (System.nanoTime() - begun) / 1e9));
      listener.step(report);
    }

    @Override
    public void epoch(EpochReport report) {
      listener.epoch(report);
    }
  }

  /** How far a run is: {@code Step 340 of 1,000, loss 0.412, 2 s left}. */
  static String text(StepReport report, double seconds) {
    double left = seconds / report.step() * (report.steps() - report.step());
    return String.format(
        Locale.ENGLISH,
        "Step %,d of %,d, loss %.3f, %,.0f s left",
        report.step(),
        report.steps(),
        report.loss(),
        Math.ceil(left));
  }
}
