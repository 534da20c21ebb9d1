// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.function.Function;
import org.patchwork.ui.UiThread;

/**
 * One piece of work in the background at a time, and a sentence on how the last one ended. Used on
 * the display thread only.
 */
final class SingleTask {
  /** Follows the work on the display thread. */
  interface Listener {
    /** Some of it is done. */
    void progressed(double share, String text);

    /** It begins, or nothing is under way any more. */
    void changed();
  }

  private final UiThread thread;
  private final Listener listener;
  private ViewJob<?> job;
  private String message = "";
  private boolean failed;

  SingleTask(UiThread thread, Listener listener) {
    this.thread = thread;
    this.listener = listener;
  }

  /**
   * Starts something.
   *
   * @param done what is said when it went well
   * @param stopped what is said when it was stopped
   * @throws IllegalStateException if something is under way
   */
  <T> void start(String title, ViewJob.Work<T> work, Function<T, String> done, String stopped) {
    if (job != null) {
      throw new IllegalStateException("Something is under way already.");
    }
    ViewJob<T> next = new ViewJob<>(title, thread, work, new Ends<>(done, stopped));
    job = next;
    message = "";
    failed = false;
    listener.changed();
    next.schedule();
  }

  /** Stops what is under way; nothing happens if nothing is. */
  void stop() {
    if (job != null && job.cancel()) { // it had not begun, so it will not report its end
      end("Stopped before it began.", false);
    }
  }

  boolean busy() {
    return job != null;
  }

  /** How the last work ended; empty before, and while something is under way. */
  String message() {
    return message;
  }

  /** True if the last work failed. */
  boolean failed() {
    return failed;
  }

  /** Says why something cannot even begin. */
  void refuse(String why) {
    message = why;
    failed = true;
    listener.changed();
  }

  /** Says nothing any more. */
  void forget() {
    message = "";
    failed = false;
  }

  private void end(String text, boolean failure) {
    job = null;
    message = text;
    failed = failure;
    listener.changed();
  }

  private final class Ends<T> implements ViewJob.Listener<T> {
    private final Function<T, String> done;
    private final String stopped;

    Ends(Function<T, String> done, String stopped) {
      this.done = done;
      this.stopped = stopped;
    }

    @Override
    public void progressed(double share, String text) {
      listener.progressed(share, text);
    }

    @Override
    public void done(T result) {
      end(done.apply(result), false);
    }

    @Override
    public void cancelled() {
      end(stopped, false);
    }

    @Override
    public void failed(String why) {
      end(why, true);
    }
  }
}
