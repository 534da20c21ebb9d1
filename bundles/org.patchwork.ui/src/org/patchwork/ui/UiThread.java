// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Widget;

/**
 * The way from any thread to the display thread. What arrives after its owner was disposed is
 * dropped, so callers need no checks of their own. All methods may be called from any thread.
 */
public final class UiThread {
  private final Display display;
  private final BooleanSupplier gone;

  private UiThread(Display display, BooleanSupplier gone) {
    this.display = display;
    this.gone = gone;
  }

  /** Hops that end when this widget is disposed. */
  public static UiThread of(Widget owner) {
    return new UiThread(owner.getDisplay(), owner::isDisposed);
  }

  /** Hops that end with the application. */
  public static UiThread of(Display display) {
    return new UiThread(display, display::isDisposed);
  }

  /** Runs the task at once if this is the display thread, otherwise as {@link #later} does. */
  public void run(Runnable task) {
    if (Display.getCurrent() == display) {
      runIfAlive(task);
    } else {
      later(task);
    }
  }

  /**
   * Runs the task on the display thread after what is already waiting there; tasks keep their
   * order.
   */
  public void later(Runnable task) {
    try {
      if (!display.isDisposed()) {
        display.asyncExec(() -> runIfAlive(task));
      }
    } catch (SWTException e) {
      if (!display.isDisposed()) { // closing down between the check and the call is no error
        throw e;
      }
    }
  }

  /** Runs the task on the display thread after so many milliseconds. */
  public void after(int milliseconds, Runnable task) {
    run(() -> display.timerExec(milliseconds, () -> runIfAlive(task)));
  }

  /**
   * Hands the outcome of a future to the display thread.
   *
   * @param done takes the result
   * @param failed takes the cause, without the wrapper that futures put around it
   */
  public <T> void deliver(
      CompletableFuture<T> future, Consumer<T> done, Consumer<Throwable> failed) {
    future.whenComplete(
        (result, error) -> {
          if (error == null) {
            run(() -> done.accept(result));
          } else {
            Throwable cause =
                error instanceof CompletionException && error.getCause() != null
                    ? error.getCause()
                    : error;
            run(() -> failed.accept(cause));
          }
        });
  }

  /**
   * An update that may be asked for any number of times and runs once for all requests made before
   * it ran.
   *
   * @param milliseconds least time from a request to the run; 0 runs it with the next turn of the
   *     event loop
   */
  public Update coalesced(int milliseconds, Runnable task) {
    return new Update(this, milliseconds, task);
  }

  private void runIfAlive(Runnable task) {
    if (!gone.getAsBoolean()) {
      task.run();
    }
  }

  /** An update that is asked for more often than it needs to run. */
  public static final class Update {
    private final UiThread thread;
    private final int milliseconds;
    private final Runnable task;
    private final AtomicBoolean waiting = new AtomicBoolean();

    private Update(UiThread thread, int milliseconds, Runnable task) {
      this.thread = thread;
      this.milliseconds = milliseconds;
      this.task = task;
    }

    /** Asks for the update; may be called from any thread. */
    public void request() {
      if (!waiting.compareAndSet(false, true)) {
        return;
      }
      Runnable clearAndRun =
          () -> {
            waiting.set(false);
            task.run();
          };
      if (milliseconds > 0) {
        thread.after(milliseconds, clearAndRun);
      } else {
        thread.later(clearAndRun);
      }
    }
  }
}
