// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.status;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.concurrent.CompletableFuture;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.menus.WorkbenchWindowControlContribution;
import org.patchwork.project.LabelsChanged;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.OpenProjectListener;
import org.patchwork.ui.UiThread;

/**
 * The status line of the window. Counting runs in order off the display thread; the text follows
 * within a moment.
 */
public final class StatusControl extends WorkbenchWindowControlContribution {
  private static final int RATE_REFRESH_MILLISECONDS = 5_000;
  private static final int WIDTH =
      600; // with more, the trim of a window of 1,440 points breaks into two lines

  private OpenProject open;
  private UiThread thread;
  private Label line;
  private StatusTracker tracker;
  private CompletableFuture<Void> counting = CompletableFuture.completedFuture(null);

  @Override
  protected Control createControl(Composite parent) {
    Composite holder = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).margins(6, 2).applyTo(holder);
    line = new Label(holder, SWT.NONE);
    GridDataFactory.fillDefaults()
        .hint(WIDTH, SWT.DEFAULT)
        .grab(true, true)
        .align(SWT.FILL, SWT.CENTER)
        .applyTo(line);
    thread = UiThread.of(line);
    open = PlatformUI.getWorkbench().getService(OpenProject.class);
    Changes changes = new Changes();
    open.addListener(line, changes);
    new AnnotatorLink(holder, open, getWorkbenchWindow().getService(IHandlerService.class));
    changes.projectChanged();
    keepRateFresh();
    return holder;
  }

  @Override
  public boolean isDynamic() {
    return true;
  }

  private void keepRateFresh() {
    thread.after(
        RATE_REFRESH_MILLISECONDS,
        () -> {
          show();
          keepRateFresh();
        });
  }

  private void count(Runnable task) {
    StatusTracker counted = tracker;
    counting = counting.thenRunAsync(task);
    thread.deliver(
        counting,
        done -> {
          if (counted == tracker) {
            show();
          }
        },
        error ->
            ILog.of(StatusControl.class).error("The status line could not be computed", error));
  }

  private void show() {
    if (tracker != null) {
      tracker.worked(open.activity().total());
    }
    line.setText(
        tracker == null
            ? ""
            : tracker.figures().text(ZonedDateTime.now(ZoneId.systemDefault())).replace("&", "&&"));
  }

  /** Every change that moves a figure. */
  private final class Changes implements OpenProjectListener {
    @Override
    public void projectChanged() {
      counting = CompletableFuture.completedFuture(null);
      tracker =
          open.session() == null ? null : new StatusTracker(open.session(), ZoneId.systemDefault());
      if (tracker == null) {
        show();
      } else {
        count(tracker::reset);
      }
    }

    @Override
    public void labelsChanged(LabelsChanged event) {
      StatusTracker current = tracker;
      Duration worked = open.activity().total();
      count(() -> current.labelsChanged(event, worked));
    }

    @Override
    public void classesChanged() {
      count(tracker::reset);
    }

    @Override
    public void predictionsChanged() {
      count(tracker::modelChanged);
    }

    @Override
    public void runsChanged() {
      count(tracker::modelChanged);
    }

    @Override
    public void writeFailed(String message) {
      StatusTracker current = tracker;
      count(() -> current.failed(message));
    }

    @Override
    public void writeRecovered() {
      StatusTracker current = tracker;
      count(() -> current.failed(null));
    }
  }
}
