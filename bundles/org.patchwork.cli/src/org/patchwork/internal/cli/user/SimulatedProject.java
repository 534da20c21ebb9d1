// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.user;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.core.RandomStreams;
import org.patchwork.internal.cli.PatientTraining;
import org.patchwork.internal.cli.Projects;
import org.patchwork.internal.cli.RowLabels;
import org.patchwork.learn.Algorithms;
import org.patchwork.learn.Evaluation;
import org.patchwork.learn.ModelDesignSpec;
import org.patchwork.learn.TrainingSpec;
import org.patchwork.project.Edit;
import org.patchwork.project.EditOrigin;
import org.patchwork.project.ImageEntry;
import org.patchwork.project.NewProject;
import org.patchwork.project.ProjectSession;
import org.patchwork.training.TrainingData;
import org.patchwork.training.TrainingService;

/**
 * A real project in a folder of its own, with the answers known to the user but not to the project.
 * The test part is held out and labelled, so that no mode asks for it and no model learns from it;
 * an image whose answers are not all known is excluded.
 */
final class SimulatedProject implements AutoCloseable {
  private final Algorithms algorithms;
  private final ProjectSession session;
  private final LabelTable truth;
  private final FeatureMatrix features;
  private final RandomStreams streams;
  private final BitSet test;
  private int trainings;

  private SimulatedProject(
      Algorithms algorithms,
      ProjectSession session,
      UserData data,
      FeatureMatrix features,
      long seed) {
    this.algorithms = algorithms;
    this.session = session;
    this.truth = data.truth();
    this.test = data.test();
    this.features = features;
    this.streams = new RandomStreams(seed);
  }

  /** Makes the project; {@code features} stay open when it is closed. */
  static SimulatedProject create(
      Algorithms algorithms, UserData data, FeatureMatrix features, Path folder, long seed)
      throws PatchworkException {
    NewProject draft = new NewProject("Simulated user", null, "script", data.exclusive());
    ProjectSession session = ProjectSession.create(folder, draft, null);
    SimulatedProject project = new SimulatedProject(algorithms, session, data, features, seed);
    project.fill();
    return project;
  }

  private void fill() throws ProjectFormatException {
    List<ImageEntry> images = new ArrayList<>();
    for (int row = 0; row < truth.rows(); row++) {
      boolean unanswerable = truth.excluded(row) || truth.status(row) != LabelTable.Status.LABELED;
      images.add(
          new ImageEntry(truth.path(row), truth.subset(row), null, unanswerable, test.get(row)));
    }
    byte[][] labels = new byte[truth.classes()][truth.rows()];
    for (int c = 0; c < labels.length; c++) {
      for (int row = 0; row < truth.rows(); row++) {
        labels[c][row] = test.get(row) ? truth.label(row, c) : LabelTable.UNKNOWN;
      }
    }
    apply(new Edit.ImportLabels("Images", images, truth.classIds(), labels), "import");
  }

  ProjectSession session() {
    return session;
  }

  LabelTable labels() {
    return session.labels();
  }

  Algorithms algorithms() {
    return algorithms;
  }

  FeatureMatrix features() {
    return features;
  }

  boolean exclusive() {
    return session.model().getSchema().isExclusive();
  }

  /** The predictions of the last training, or null. */
  PredictionTable predictions() {
    return session.predictions();
  }

  /** A source of chance of this name. */
  RandomGenerator random(String name) {
    return streams.stream(name);
  }

  /** A seed of this name. */
  long seed(String name) {
    return streams.seedOf(name);
  }

  /** What the user sees in the image. */
  byte truth(int row, int classIndex) {
    return truth.label(row, classIndex);
  }

  /** The present class, where classes exclude each other. */
  int trueClass(int row) {
    for (int c = 0; c < truth.classes(); c++) {
      if (truth.label(row, c) == LabelTable.PRESENT) {
        return c;
      }
    }
    throw new IllegalStateException(truth.path(row) + " has no class, but exactly one is expected");
  }

  /** Edits as the workbench does: durable when this returns. */
  void apply(Edit edit, String source) throws ProjectFormatException {
    session.apply(edit, new EditOrigin("script", source));
  }

  Tally tally() {
    return Tally.of(session.labels(), truth);
  }

  /** Trains on the labels so far and shows the new predictions. */
  void train(IProgressMonitor monitor) throws PatchworkException {
    long seed = streams.seedOf("training " + trainings++);
    LabelTable labels = session.labels();
    TrainingData data =
        new TrainingData(labels, features, Projects.classNames(session), exclusive(), null);
    TrainingSpec spec =
        new TrainingSpec(
            "user",
            ModelDesignSpec.defaults(algorithms, exclusive()),
            PatientTraining.PARAMETERS.with("seed", seed));
    session.setPredictions(
        new TrainingService(algorithms).predictions(spec, data, "user", monitor));
  }

  /** Accuracy of the last model on the images held out, NaN where it is not defined. */
  double accuracy() {
    LabelTable answers = RowLabels.of(truth, test.stream().toArray(), classIds());
    return Evaluation.of(answers, session.predictions(), test::get).accuracy().orElse(Double.NaN);
  }

  /** The class ids in order. */
  List<String> classIds() {
    return session.labels().classIds();
  }

  String className(String id) {
    return session.classById(id).getName();
  }

  @Override
  public void close() throws ProjectFormatException {
    session.close();
  }

  @Override
  public String toString() {
    return "Simulated project " + Arrays.toString(classIds().toArray());
  }
}
