// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.BitSet;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.PatchworkException;
import org.patchwork.learn.Draw;
import org.patchwork.learn.DrawService;
import org.patchwork.learn.Selection;
import org.patchwork.project.FeatureSet;
import org.patchwork.project.ProjectSession;

/** Draws a page off the display thread, from the labels as they are when it runs. */
final class SampleJob extends Job {
  private final ProjectSession session;
  private final DrawService service;
  private final Draw draw;
  private final BitSet seen;
  private final Consumer<Selection> done;

  /**
   * A draw.
   *
   * @param seen rows that are not to come again; not changed
   * @param done takes the answer on the thread of the job; not called on cancel
   */
  SampleJob(
      ProjectSession session,
      DrawService service,
      Draw draw,
      BitSet seen,
      Consumer<Selection> done) {
    super("Sample images");
    this.session = session;
    this.service = service;
    this.draw = draw;
    this.seen = seen;
    this.done = done;
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    try {
      done.accept(select(monitor));
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
    return service.draw(
        draw, session.labels(), session.predictions(), features, seen::get, monitor);
  }
}
