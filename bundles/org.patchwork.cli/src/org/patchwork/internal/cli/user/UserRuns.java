// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.user;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.PatchworkException;
import org.patchwork.learn.Algorithms;

/** Plays one mode after the other, each in a project of its own that starts alike. */
final class UserRuns {
  /** Images labelled between two trainings before the counting starts. */
  private static final int START_BATCH = 50;

  private final Algorithms algorithms;
  private final UserData data;
  private final FeatureMatrix features;
  private final UserParameters parameters;
  private final Path folder;

  /**
   * Prepares.
   *
   * @param folder takes the projects
   */
  UserRuns(
      Algorithms algorithms,
      UserData data,
      FeatureMatrix features,
      UserParameters parameters,
      Path folder) {
    this.algorithms = algorithms;
    this.data = data;
    this.features = features;
    this.parameters = parameters;
    this.folder = folder;
  }

  /** Labels to the end of the budget; the figures are those from the start on. */
  Map<String, Object> play(UserMode mode, IProgressMonitor monitor) throws PatchworkException {
    Path place = folder.resolve(mode.name());
    try (SimulatedProject project =
        SimulatedProject.create(algorithms, data, features, place, parameters.seed())) {
      SubMonitor progress = SubMonitor.convert(monitor);
      start(project, progress);
      Tally before = project.tally();
      double accuracy = project.accuracy();
      Effort effort = new Effort(parameters.decision(), parameters.key());
      label(mode, project, effort, progress);
      project.train(progress.setWorkRemaining(100).split(1));
      return figures(project, project.tally().since(before), effort, accuracy);
    }
  }

  private void start(SimulatedProject project, SubMonitor progress) throws PatchworkException {
    PageUser user = new PageUser(START_BATCH);
    Effort uncounted = new Effort(0, 0);
    int missing = parameters.start();
    while (missing > 0) {
      int batch = Math.min(START_BATCH, missing);
      SubMonitor step = progress.setWorkRemaining(100).split(1);
      if (!user.page(project, batch, uncounted, step)) {
        return;
      }
      missing -= batch;
      project.train(progress.setWorkRemaining(100).split(1));
    }
  }

  private void label(UserMode mode, SimulatedProject project, Effort effort, SubMonitor progress)
      throws PatchworkException {
    int labels = project.tally().labels(project.exclusive());
    int budget = budget(project);
    int trained = labels;
    while (labels < budget) {
      SubMonitor step = progress.setWorkRemaining(100).split(1);
      if (!mode.step(project, effort, step)) {
        return;
      }
      labels = project.tally().labels(project.exclusive());
      progress.subTask(String.format("%s: %,d labels", mode.name(), labels));
      if (labels - trained >= parameters.retrain() && labels < budget) {
        effort.press(1); // F9
        project.train(progress.setWorkRemaining(100).split(1));
        trained = labels;
      }
    }
  }

  /** The budget counts images; where each class is a label of its own, as many times more. */
  private int budget(SimulatedProject project) {
    int images = data.truth().rows() - data.test().cardinality();
    int wanted = Math.min(parameters.budgetCount(), images);
    return project.exclusive() ? wanted : wanted * project.classIds().size();
  }

  private static Map<String, Object> figures(
      SimulatedProject project, Tally tally, Effort effort, double accuracyBefore) {
    int correct = tally.correct(project.exclusive());
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("labels", tally.labels(project.exclusive()));
    figures.put("wrong_labels", tally.labels(project.exclusive()) - correct);
    figures.put("keys", effort.keys());
    figures.put("keys_per_correct_label", ratio(effort.keys(), correct));
    figures.put("keys_per_correct_cell", ratio(effort.keys(), tally.correctCells()));
    figures.put("correct_labels_per_hour", ratio(correct, effort.hours()));
    figures.put("model_accuracy_before", accuracyBefore);
    figures.put("model_accuracy_after", project.accuracy());
    return figures;
  }

  private static double ratio(double value, double of) {
    return of == 0 ? Double.NaN : value / of;
  }
}
