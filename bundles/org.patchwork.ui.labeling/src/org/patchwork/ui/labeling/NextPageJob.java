// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.concurrent.CancellationException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.patchwork.core.PatchworkException;
import org.patchwork.ui.ThumbnailSource;

/**
 * Makes the thumbnails of the page that would be drawn next, while this one is labelled. It draws
 * with the seed of the next draw and remembers nothing; labels given meanwhile may still change
 * what comes, so what was fetched is only a good guess. One thumbnail at a time, so that those in
 * sight never wait.
 */
final class NextPageJob extends Job {
  private final PageDraw next;
  private final ThumbnailSource thumbnails;
  private final int size;

  /**
   * A guess.
   *
   * @param size edge of the thumbnails in pixels, as the grid asks for them
   */
  NextPageJob(PageDraw next, ThumbnailSource thumbnails, int size) {
    super("Fetch the next page");
    this.next = next;
    this.thumbnails = thumbnails;
    this.size = size;
    setSystem(true);
    setPriority(DECORATE);
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    try {
      for (int row : next.select(monitor).rows()) {
        if (monitor.isCanceled()) {
          return Status.CANCEL_STATUS;
        }
        thumbnails.request(row, size).join();
      }
      return Status.OK_STATUS;
    } catch (OperationCanceledException | CancellationException e) {
      return Status.CANCEL_STATUS; // another draw began, or the project was closed
    } catch (PatchworkException | RuntimeException e) { // a sampler may throw anything
      String message = "The next page cannot be guessed; it is drawn when asked for.";
      return new Status(IStatus.INFO, NextPageJob.class, message, e);
    }
  }
}
