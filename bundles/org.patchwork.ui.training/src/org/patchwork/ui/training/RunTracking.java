// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.patchwork.core.TrainingException;
import org.patchwork.project.ProjectSession;
import org.patchwork.training.TrainingResult;
import org.patchwork.training.runs.MlflowRun;
import org.patchwork.training.runs.MlflowTracking;
import org.patchwork.training.runs.TrainedRun;

/**
 * Where runs of the workbench are tracked by MLflow beside their folders, if anywhere. The place is
 * of the user and not of the project: others have another server, or none.
 */
public final class RunTracking {
  private final Consumer<String> keep;
  private volatile String place;

  /**
   * Tracking.
   *
   * @param place a folder or the address of a server; empty for nowhere
   * @param keep takes another place to remember it
   */
  public RunTracking(String place, Consumer<String> keep) {
    this.place = place;
    this.keep = keep;
  }

  /** A folder or the address of a server; empty for nowhere. */
  public String place() {
    return place;
  }

  /**
   * Tracks at another place from the next run on.
   *
   * @throws IllegalArgumentException if it can be no place; says what may be one
   */
  public void setPlace(String newPlace) {
    at(newPlace.strip());
    place = newPlace.strip();
    keep.accept(place);
  }

  private static MlflowTracking at(String place) {
    return MlflowTracking.at(place, Path.of(System.getProperty("user.home")));
  }

  /**
   * Tracks a finished run; nothing happens if runs are not tracked. May wait for the net.
   *
   * @return what came of it in a sentence, or nothing
   * @throws TrainingException if the place cannot be written or reached; the run is not spoilt by
   *     it
   */
  String track(ProjectSession session, TrainingResult result) throws TrainingException {
    String where = place;
    if (where.isEmpty()) {
      return "";
    }
    TrainedRun run =
        new TrainedRun(result.folder().getFileName().toString(), result.folder(), result.record());
    at(where).add(session.name(), List.of(MlflowRun.of(run)), new NullProgressMonitor());
    return "Tracked by MLflow.";
  }
}
