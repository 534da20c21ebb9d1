// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.core.VoteTable;
import org.patchwork.learn.Agreement;
import org.patchwork.project.ProjectSession;
import org.patchwork.ui.UiThread;

/**
 * Reads the votes and compares them in the background, one computation at a time; the next begins
 * after a pause that grows with what the last one took.
 */
final class AgreementFigures {
  /**
   * The outcome.
   *
   * @param labels the labels at the time
   */
  record Result(ProjectSession session, LabelTable labels, VoteTable votes, Agreement agreement) {}

  private static final int LEAST_PAUSE = 300;
  private static final int PAUSE_FACTOR = 10;

  private final UiThread thread;
  private final Consumer<Result> done;
  private final Consumer<String> failed;
  private ProjectSession wanted;
  private boolean busy;
  private int pause = LEAST_PAUSE;

  AgreementFigures(UiThread thread, Consumer<Result> done, Consumer<String> failed) {
    this.thread = thread;
    this.done = done;
    this.failed = failed;
  }

  /** Computes for this project soon, or after what is being computed; null computes nothing. */
  void request(ProjectSession session) {
    boolean waiting = wanted != null;
    wanted = session;
    if (session != null && !busy && !waiting) {
      thread.after(pause, this::start);
    }
  }

  private void start() {
    if (busy || wanted == null) {
      return;
    }
    ProjectSession session = wanted;
    wanted = null;
    busy = true;
    long begun = System.nanoTime();
    thread.deliver(
        CompletableFuture.supplyAsync(() -> compute(session)),
        result -> {
          finish(begun);
          done.accept(result);
        },
        error -> {
          finish(begun);
          failed.accept(error.getMessage());
        });
  }

  private void finish(long begun) {
    busy = false;
    long took = Duration.ofNanos(System.nanoTime() - begun).toMillis();
    pause = (int) Math.max(LEAST_PAUSE, Math.min(took * PAUSE_FACTOR, Integer.MAX_VALUE));
    if (wanted != null) {
      thread.after(pause, this::start);
    }
  }

  static Result compute(ProjectSession session) {
    try {
      VoteTable votes = session.annotators().votes(new NullProgressMonitor());
      LabelTable labels = session.labels();
      Agreement agreement =
          Agreement.of(
              votes,
              row -> row < labels.rows() && !labels.excluded(row),
              new NullProgressMonitor());
      return new Result(session, labels, votes, agreement);
    } catch (ProjectFormatException e) {
      throw new CompletionException(e);
    }
  }
}
