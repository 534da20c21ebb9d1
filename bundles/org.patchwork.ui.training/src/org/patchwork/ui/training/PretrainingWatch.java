// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import org.patchwork.pretraining.PretrainingEpoch;
import org.patchwork.pretraining.PretrainingListener;
import org.patchwork.pretraining.PretrainingRun;
import org.patchwork.pretraining.PretrainingStep;
import org.patchwork.project.ProjectSession;
import org.patchwork.ui.UiThread;

/** Which run is going on, and what its steps measure. Used on the display thread. */
final class PretrainingWatch {
  private static final int MEASURED_MILLISECONDS = 250;

  private final UiThread.Update measured;
  private MeasuredCourse course = new MeasuredCourse();
  private String watched; // the run that the course is of, or null
  private boolean running;

  /**
   * Watches nothing yet.
   *
   * @param measured called when there is more to see, at most four times a second
   */
  PretrainingWatch(UiThread thread, Runnable measured) {
    this.measured = thread.coalesced(MEASURED_MILLISECONDS, measured);
  }

  /** Watches a run that begins, and whose name is not known yet; returns what it is to tell. */
  PretrainingListener begin(ProjectSession session) {
    MeasuredCourse steps = new MeasuredCourse();
    course = steps;
    watched = null;
    return new PretrainingListener() {
      @Override
      public void epoch(PretrainingEpoch epoch) {
        session.runsChanged();
      }

      @Override
      public void step(PretrainingStep step) {
        steps.add(step);
        measured.request();
      }
    };
  }

  /** The run that has begun has this name. */
  void runs(String name) {
    watched = name;
    running = true;
  }

  void ended() {
    running = false;
  }

  /** Name of the run that is going on; null if none is. */
  String running() {
    return running ? watched : null;
  }

  /**
   * What a run measured in its steps, as far as it went on under this watch.
   *
   * @param run null for one that has left nothing yet
   */
  MeasuredCourse course(PretrainingRun run) {
    boolean seen = run == null ? running : run.name().equals(watched);
    return seen ? course : new MeasuredCourse();
  }
}
