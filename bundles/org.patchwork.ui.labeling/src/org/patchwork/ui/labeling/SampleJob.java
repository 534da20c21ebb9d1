// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.time.Instant;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.patchwork.core.PatchworkException;
import org.patchwork.learn.Draw;
import org.patchwork.learn.Selection;
import org.patchwork.project.PastDraw;

/** Draws a page off the display thread, from the labels as they are when it runs; remembers it. */
final class SampleJob extends Job {
  private final PageDraw page;
  private final Draw draw;
  private final Consumer<Selection> done;

  /**
   * A draw.
   *
   * @param done takes the answer on the thread of the job; not called on cancel
   */
  SampleJob(PageDraw page, Consumer<Selection> done) {
    super("Sample images");
    this.page = page;
    this.draw = page.draw();
    this.done = done;
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    try {
      Selection selection = page.select(monitor);
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

  /** A disk that does not take it is told about by the session, as with an edit. */
  private void remember(Selection selection) {
    page.session()
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
