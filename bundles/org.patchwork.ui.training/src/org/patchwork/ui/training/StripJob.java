// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.patchwork.ui.UiThread;

/**
 * What a view computes in the background, one at a time, with the strip that starts and stops it
 * and says how far it is and how the last one ended. What is under way when the strip is disposed
 * is cancelled, and nothing is heard of it. Used on the display thread only.
 */
final class StripJob {
  /**
   * Something to compute.
   *
   * @param name what lists of jobs call it
   * @param begins said until the work tells how far it is
   * @param done takes the result, when nothing is under way any more, and makes a sentence of it
   * @param cancelled said when it was stopped
   */
  record Task<T>(
      String name,
      String begins,
      ViewJob.Work<T> work,
      Function<T, String> done,
      String cancelled) {}

  private final UiThread thread;
  private final RunStrip strip;
  private final Runnable changed;
  private ViewJob<?> running;
  private String cancelled = ""; // said if what is under way never begins
  private String lastText = "";

  /**
   * Makes the strip, a line of the grid its parent is laid out by.
   *
   * @param linkChosen what the link in the sentence does, if it has one
   * @param changed called when something begins, and when nothing is under way any more; views call
   *     {@link #show} in it
   */
  StripJob(
      Composite parent,
      String text,
      String icon,
      String toolTip,
      Runnable startChosen,
      Runnable linkChosen,
      Runnable changed) {
    this.changed = changed;
    strip = new RunStrip(parent, text, icon, toolTip, startChosen, this::cancel, linkChosen);
    strip.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    thread = UiThread.of(strip);
    strip.addDisposeListener(event -> abandon());
  }

  /**
   * Starts something.
   *
   * @throws IllegalStateException if something is under way
   */
  <T> void start(Task<T> task) {
    startAfter(CompletableFuture.completedFuture(null), task);
  }

  /**
   * Starts something as soon as the future has ended, well or not. Until then it counts as under
   * way and can be cancelled.
   *
   * @throws IllegalStateException if something is under way
   */
  <T> void startAfter(CompletableFuture<?> first, Task<T> task) {
    if (running != null) {
      throw new IllegalStateException("Something is under way already.");
    }
    ViewJob<T> job = new ViewJob<>(task.name(), thread, task.work(), new Reports<>(task));
    running = job;
    cancelled = task.cancelled();
    strip.setRunning(true);
    strip.say(task.begins());
    changed.run();
    thread.deliver(first, ready -> schedule(job), error -> schedule(job));
  }

  private void schedule(ViewJob<?> job) {
    if (running == job) { // otherwise it was cancelled while it waited
      job.schedule();
    }
  }

  /** Stops what is under way; nothing happens if nothing is. */
  void cancel() {
    if (running != null && running.cancel()) { // it had not begun, so it will not report its end
      end(cancelled);
    }
  }

  /** Stops what is under way and says nothing more of what ended before: the project changed. */
  void forget() {
    cancel();
    lastText = "";
  }

  private void abandon() {
    ViewJob<?> job = running;
    running = null;
    if (job != null) {
      job.cancel();
    }
  }

  boolean running() {
    return running != null;
  }

  /** Says something in place of how the last work ended. */
  void say(String text) {
    lastText = text;
    changed.run();
  }

  /** As {@link #show(Optional, String)}, without a link. */
  void show(Optional<String> obstacle) {
    show(obstacle, "");
  }

  /**
   * Lets the work be started unless something is in its way, and says that, or else how the last
   * work ended. What is said of work under way stays.
   *
   * @param link a way to remove the obstacle, shown behind it; empty if there is none
   */
  void show(Optional<String> obstacle, String link) {
    strip.setStartEnabled(running == null && obstacle.isEmpty());
    if (running != null) {
      return;
    }
    if (obstacle.isPresent() && !link.isEmpty()) {
      strip.say(obstacle.get(), link);
    } else {
      strip.say(obstacle.orElse(lastText));
    }
  }

  RunStrip strip() {
    return strip;
  }

  private void end(String text) {
    running = null;
    lastText = text;
    strip.setRunning(false);
    strip.say(text);
    changed.run();
  }

  /** Follows the job. */
  private final class Reports<T> implements ViewJob.Listener<T> {
    private final Task<T> task;

    Reports(Task<T> task) {
      this.task = task;
    }

    @Override
    public void progressed(double share, String text) {
      strip.showProgress(share, text);
    }

    @Override
    public void done(T result) {
      running = null;
      end(task.done().apply(result));
    }

    @Override
    public void cancelled() {
      end(task.cancelled());
    }

    @Override
    public void failed(String message) {
      end("");
      strip.sayFailed(message);
    }
  }
}
