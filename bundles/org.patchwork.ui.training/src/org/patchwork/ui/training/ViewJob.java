// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.ProgressMonitorWrapper;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.patchwork.core.PatchworkException;
import org.patchwork.ui.UiThread;

/**
 * Work that a view has done in the background. The view hears how far it is, at most ten times a
 * second, and exactly once how it ended, on the display thread.
 *
 * @param <T> what comes of it
 */
final class ViewJob<T> extends Job {
  private static final int REPORT_MILLISECONDS = 100;

  /** The work. */
  @FunctionalInterface
  interface Work<T> {
    T run(IProgressMonitor monitor) throws PatchworkException;
  }

  /** Follows the work on the display thread. */
  interface Listener<T> {
    /**
     * Some of the work is done.
     *
     * @param share in [0, 1]
     * @param text what is being done
     */
    void progressed(double share, String text);

    /** It went well. */
    void done(T result);

    /** It was cancelled; nothing has changed. */
    void cancelled();

    /**
     * It failed.
     *
     * @param message says what went wrong and what to do
     */
    void failed(String message);
  }

  private final UiThread thread;
  private final Work<T> work;
  private final Listener<T> listener;
  private boolean ended; // display thread

  ViewJob(String name, UiThread thread, Work<T> work, Listener<T> listener) {
    super(name);
    this.thread = thread;
    this.work = work;
    this.listener = listener;
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    try {
      T result = work.run(new Progress(monitor));
      end(() -> listener.done(result));
      return Status.OK_STATUS;
    } catch (OperationCanceledException e) {
      end(listener::cancelled);
      return Status.CANCEL_STATUS;
    } catch (PatchworkException | IllegalArgumentException | IllegalStateException e) {
      return fail(e.getMessage(), e);
    } catch (OutOfMemoryError e) {
      return fail("There is not enough memory; give Patchwork more with -Xmx.", e);
    } catch (RuntimeException | LinkageError e) { // the boundary: libraries may throw anything
      return fail("It failed unexpectedly (" + e + "). The Error Log has the details.", e);
    }
  }

  private IStatus fail(String message, Throwable cause) {
    end(() -> listener.failed(message));
    return Status.warning(getName() + ": " + message, cause);
  }

  private void end(Runnable report) {
    thread.later(
        () -> {
          ended = true;
          report.run();
        });
  }

  /** Passes the latest progress on to the view. */
  private final class Progress extends ProgressMonitorWrapper {
    private final UiThread.Update update = thread.coalesced(REPORT_MILLISECONDS, this::report);
    private double total = 1;
    private double done;
    private String text = "";

    Progress(IProgressMonitor monitor) {
      super(monitor);
    }

    private void report() {
      if (!ended) {
        listener.progressed(share(), text());
      }
    }

    private synchronized double share() {
      return Math.min(1, done / total);
    }

    private synchronized String text() {
      return text;
    }

    @Override
    public synchronized void beginTask(String name, int totalWork) {
      total = Math.max(1, totalWork);
      setText(name);
      super.beginTask(name, totalWork);
    }

    @Override
    public synchronized void setTaskName(String name) {
      setText(name);
      super.setTaskName(name);
    }

    @Override
    public synchronized void subTask(String name) {
      setText(name);
      super.subTask(name);
    }

    private void setText(String name) {
      if (name != null && !name.isEmpty()) {
        text = name;
        update.request();
      }
    }

    @Override
    public void worked(int work) {
      internalWorked(work);
    }

    @Override
    public synchronized void internalWorked(double work) {
      done += work;
      super.internalWorked(work);
      update.request();
    }
  }
}
