// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.time.Instant;
import java.util.BitSet;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.patchwork.core.Catalog;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.PatchworkException;
import org.patchwork.learn.Draw;
import org.patchwork.learn.DrawService;
import org.patchwork.learn.Sampler;
import org.patchwork.learn.Selection;
import org.patchwork.model.LabelClass;
import org.patchwork.project.FeatureSet;
import org.patchwork.project.PastDraw;
import org.patchwork.project.ProjectSession;

/** Draws a page off the display thread, from the labels as they are when it runs; remembers it. */
final class SampleJob extends Job {
  private final ProjectSession session;
  private final Catalog<Sampler<?>> samplers;
  private final Draw draw;
  private final boolean onlyNew;
  private final Consumer<Selection> done;

  /**
   * A draw.
   *
   * @param onlyNew leaves out the images of earlier draws
   * @param done takes the answer on the thread of the job; not called on cancel
   */
  SampleJob(
      ProjectSession session,
      Catalog<Sampler<?>> samplers,
      Draw draw,
      boolean onlyNew,
      Consumer<Selection> done) {
    super("Sample images");
    this.session = session;
    this.samplers = samplers;
    this.draw = draw;
    this.onlyNew = onlyNew;
    this.done = done;
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    try {
      Selection selection = select(monitor);
      if (selection.rows().length > 0) {
        remember(selection);
      }
      done.accept(selection);
      return Status.OK_STATUS;
    } catch (OperationCanceledException e) {
      return Status.CANCEL_STATUS;
    } catch (PatchworkException | IllegalArgumentException e) {
      done.accept(Selection.empty(e.getMessage()));
      return Status.OK_STATUS;
    } catch (RuntimeException e) { // a sampler of another plug-in may throw anything
      done.accept(Selection.empty("The order failed: " + e + ". Choose another order."));
      return Status.warning("The sampler " + draw.samplerId() + " failed", e);
    }
  }

  private Selection select(IProgressMonitor monitor) throws PatchworkException {
    // A sampler may use features without needing them, as the default policy does.
    FeatureSet features = session.activeFeatures();
    if (features == null) {
      return select(null, monitor);
    }
    try (FeatureMatrix matrix = features.open()) {
      return select(matrix, monitor);
    }
  }

  private Selection select(FeatureMatrix features, IProgressMonitor monitor)
      throws PatchworkException {
    BitSet shown = onlyNew ? session.sampling().shownRows() : new BitSet();
    return new DrawService(samplers, this::className)
        .draw(draw, session.labels(), session.predictions(), features, shown::get, monitor);
  }

  private String className(String classId) {
    LabelClass found = session.classById(classId);
    return found == null ? null : found.getName();
  }

  /** A disk that does not take it is told about by the session, as with an edit. */
  private void remember(Selection selection) {
    session
        .sampling()
        .remember(
            new PastDraw(
                Instant.now(),
                draw.samplerId(),
                draw.classId(),
                draw.filter(),
                draw.seed(),
                selection.reason(),
                selection.rows()));
  }
}
