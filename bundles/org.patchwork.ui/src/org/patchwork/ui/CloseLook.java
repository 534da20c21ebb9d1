// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.patchwork.core.ImageFormatException;
import org.patchwork.image.ImageLoader;
import org.patchwork.image.ImageReference;
import org.patchwork.image.OpenPicture;
import org.patchwork.image.Thumbnail;
import org.patchwork.image.Window;
import org.patchwork.image.display.DisplaySettings;
import org.patchwork.project.ProjectSession;

/**
 * Image files of a project, whole and down to their pixels. All methods return at once; the work is
 * done on a thread of its own, in order, and what is cancelled is not done or ends soon. The file
 * looked at last stays decoded, so that its other windows and details come quickly.
 */
public final class CloseLook implements AutoCloseable {
  private final ProjectSession session;
  private final ImageLoader loader;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread made = new Thread(task, "Close look");
            made.setDaemon(true);
            return made;
          });

  CloseLook(ProjectSession session, ImageLoader loader) {
    this.session = session;
    this.loader = loader;
  }

  /**
   * Reads the image file of a row; if the row is a window, the file in which it lies.
   *
   * @return completes on any thread; fails with an {@link ImageFormatException} that names the file
   *     if it cannot be shown. Cancel it when it is no longer wanted
   */
  public CompletableFuture<OpenPicture.Rendering> open(int row, DisplaySettings settings) {
    ImageReference reference = session.image(row);
    return run(
        monitor -> {
          double norm = session.model().getImages().getNorm();
          return loader.picture(reference.file(), norm, settings.bands(), monitor).render(settings);
        });
  }

  /** A part of a picture, at most {@code side} pixels long; otherwise as {@link #open}. */
  public CompletableFuture<Thumbnail> detail(
      OpenPicture.Rendering rendering, Window part, int side) {
    return run(monitor -> rendering.detail(part, side));
  }

  /** Number of bands of a row's image, alpha included; otherwise as {@link #open}. */
  public CompletableFuture<Integer> bands(int row) {
    ImageReference reference = session.image(row);
    return run(monitor -> loader.bands(reference.file(), monitor));
  }

  private interface Work<T> {
    T run(IProgressMonitor monitor) throws ImageFormatException;
  }

  private <T> CompletableFuture<T> run(Work<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    IProgressMonitor monitor = new NullProgressMonitor();
    result.whenComplete((value, error) -> monitor.setCanceled(true));
    try {
      thread.execute(() -> complete(result, work, monitor));
    } catch (RejectedExecutionException e) { // closed meanwhile
      result.cancel(false);
    }
    return result;
  }

  private static <T> void complete(
      CompletableFuture<T> result, Work<T> work, IProgressMonitor monitor) {
    if (result.isDone()) {
      return;
    }
    try {
      result.complete(work.run(monitor));
    } catch (OperationCanceledException e) {
      result.cancel(false);
    } catch (ImageFormatException | RuntimeException | OutOfMemoryError e) {
      result.completeExceptionally(e); // the boundary of this thread: the view must get an answer
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
