// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.core.runtime.ILog;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.pretraining.PretrainingRun;
import org.patchwork.project.ProjectSession;
import org.patchwork.ui.UiThread;
import org.patchwork.workflow.ProjectPretraining;

/**
 * The runs of a project as they were read last, and the one that is looked at: the newest, until
 * the user chooses another. Reads in the background, one time after another.
 */
final class PretrainingShelf {
  private final UiThread thread;
  private final Runnable changed;
  private ProjectSession session;
  private List<PretrainingRun> runs = List.of();
  private String shown;
  private boolean reading;
  private boolean stale;

  PretrainingShelf(UiThread thread, Runnable changed) {
    this.thread = thread;
    this.changed = changed;
  }

  List<PretrainingRun> runs() {
    return runs;
  }

  /** The run that is looked at; null if there is none, or if it has left nothing yet. */
  PretrainingRun shown() {
    if (shown == null) {
      return runs.isEmpty() ? null : runs.getLast();
    }
    return runs.stream().filter(run -> run.name().equals(shown)).findFirst().orElse(null);
  }

  /** Looks at the run of this name, now or as soon as there is one. */
  void show(String run) {
    if (!run.equals(shown)) {
      shown = run;
      changed.run();
    }
  }

  /** Looks at the newest run again, if it was this one that was looked at. */
  void forget(String run) {
    if (run.equals(shown)) {
      shown = null;
    }
  }

  /** Reads the runs of a project; null for none. */
  void read(ProjectSession wanted) {
    if (session != wanted) {
      session = wanted;
      runs = List.of();
      shown = null;
      changed.run();
    }
    if (wanted == null) {
      return;
    }
    stale = reading;
    if (!reading) {
      reading = true;
      thread.deliver(
          CompletableFuture.supplyAsync(() -> all(wanted)), all -> take(wanted, all), this::fail);
    }
  }

  private static List<PretrainingRun> all(ProjectSession session) {
    try {
      return ProjectPretraining.runs(session).all();
    } catch (ProjectFormatException e) {
      throw new CompletionException(e);
    }
  }

  private void take(ProjectSession of, List<PretrainingRun> all) {
    if (of == session) {
      runs = all;
      changed.run();
    }
    again();
  }

  private void fail(Throwable error) {
    ILog.of(PretrainingShelf.class).warn("The pre-training runs could not be read", error);
    again();
  }

  private void again() {
    reading = false;
    if (stale) {
      stale = false;
      read(session);
    }
  }
}
