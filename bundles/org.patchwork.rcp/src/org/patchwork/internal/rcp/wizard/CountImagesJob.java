// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.wizard;

import java.util.Locale;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.image.ImageLoader;
import org.patchwork.internal.rcp.project.ImageSearch;
import org.patchwork.internal.rcp.project.ProjectDraft.ImageChoice;
import org.patchwork.project.ImportResult;
import org.patchwork.ui.UiThread;

/** Looks at the chosen images for the wizard, without making anything. */
final class CountImagesJob extends Job {
  /**
   * What was found.
   *
   * @param result the images, or null if they cannot be read
   * @param text a sentence about it
   */
  record Count(ImportResult result, String text) {
    boolean failed() {
      return result == null || result.images().isEmpty();
    }
  }

  private final ImageChoice choice;
  private final int tileSize;
  private final ImageLoader loader;
  private final UiThread thread;
  private final Consumer<Count> done;

  CountImagesJob(
      ImageChoice choice, int tileSize, ImageLoader loader, UiThread thread, Consumer<Count> done) {
    super("Counting images");
    this.choice = choice;
    this.tileSize = tileSize;
    this.loader = loader;
    this.thread = thread;
    this.done = done;
    setSystem(true);
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    Count count;
    try {
      count = count(ImageSearch.look(choice, tileSize, true, loader, monitor));
    } catch (OperationCanceledException e) {
      return Status.CANCEL_STATUS;
    } catch (ProjectFormatException e) {
      count = new Count(null, e.getMessage());
    }
    Count counted = count;
    if (!monitor.isCanceled()) {
      thread.later(() -> done.accept(counted));
    }
    return Status.OK_STATUS;
  }

  private static Count count(ImportResult result) {
    int images = result.images().size();
    StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%,d images found", images));
    if (!result.classNames().isEmpty()) {
      text.append(", classes ").append(String.join(", ", result.classNames()));
    }
    if (!result.problems().isEmpty()) {
      text.append(
          String.format(Locale.ROOT, "; %,d things worth a look", result.problems().size()));
    }
    return new Count(result, text.append('.').toString());
  }
}
