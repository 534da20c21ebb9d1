// SPDX-License-Identifier: MIT
package org.patchwork.training.runs;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.TrainingException;

/** Where MLflow keeps runs: a folder or a server. May wait for disk or net. */
public interface MlflowTracking {

  /**
   * Adds runs to an experiment, which is made if there is none. A run that is there already is
   * passed over, so a place can be brought up to date again and again.
   *
   * @param experiment its name; that of a project
   * @return number of runs that were not there before
   * @throws TrainingException if the place cannot be written or reached; says what to do
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled,
   *     between two runs
   */
  int add(String experiment, List<MlflowRun> runs, IProgressMonitor monitor)
      throws TrainingException;

  /**
   * Brings a run up to date that is going on: what was measured since the last time is added,
   * nothing stands there twice, also when the run was stopped or killed in between and goes on in
   * another process.
   *
   * @param run as it is by now; its metrics in the order of their steps
   * @param status how it is
   * @throws TrainingException if the place cannot be written or reached; the next call makes up for
   *     it
   */
  void follow(String experiment, MlflowRun run, MlflowStatus status) throws TrainingException;

  /**
   * The place with this address.
   *
   * @param place {@code http://…} or {@code https://…} for a server, where MLflow's own variables
   *     {@code MLFLOW_TRACKING_USERNAME}, {@code MLFLOW_TRACKING_PASSWORD} and {@code
   *     MLFLOW_TRACKING_TOKEN} hold; else a folder, as path or {@code file:} address
   * @param base what a relative path is relative to
   * @throws IllegalArgumentException if it is neither; says what it may be
   */
  static MlflowTracking at(String place, Path base) {
    String address = place.strip();
    try {
      if (address.matches("(?i)https?://.+")) {
        return new MlflowServer(URI.create(address), System.getenv());
      }
      return new MlflowStore(
          address.startsWith("file:") ? Path.of(URI.create(address)) : base.resolve(address));
    } catch (IllegalArgumentException e) { // no address, or no path
      throw new IllegalArgumentException(
          "\""
              + place
              + "\" is no place for MLflow. Name a folder, or a server as in"
              + " http://localhost:5000.",
          e);
    }
  }
}
