// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Optional;
import org.patchwork.core.EnsemblePredictions;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.Npy;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.ProjectFormatException;

/** Reads what a run predicted from its folder. Not for a display thread. */
public final class RunPredictions {
  /** Name of the folder of runs in a project. */
  public static final String RUNS = "runs";

  /** The predictions, {@code [images, classes]}, float32, NaN for an image without features. */
  public static final String FILE_NAME = "predictions.npy";

  /** Which images the model was trained on, {@code [images]}: 1 for those, else 0. */
  public static final String TRAINED_ROWS = "trained.npy";

  /**
   * What the last layer of the model sees of each image, {@code [images, width]}, float32, NaN for
   * an image without features; missing where that is the features themselves.
   */
  public static final String HIDDEN = "hidden.npy";

  private RunPredictions() {}

  /**
   * The predictions of a run; empty if it left none.
   *
   * @param run the run folder; its name becomes the source of the table
   * @throws ProjectFormatException if record or predictions are damaged; says which
   */
  public static Optional<PredictionTable> read(Path run) throws ProjectFormatException {
    if (!Files.isRegularFile(run.resolve(FILE_NAME))) {
      return Optional.empty();
    }
    RunData data = RunRecord.read(run).data();
    try (FeatureMatrix matrix = Npy.open(run.resolve(FILE_NAME))) {
      if (matrix.width() != data.classIds().size()) {
        throw new ProjectFormatException(
            run.resolve(FILE_NAME)
                + " has "
                + matrix.width()
                + " classes, but the record of the run names "
                + data.classIds().size()
                + ". Train again.");
      }
      return Optional.of(
          new PredictionTable(
              data.classIds(),
              PredictionTable.columns(matrix),
              run.getFileName().toString(),
              data.exclusive()));
    }
  }

  /**
   * What the members of a run's ensemble predicted; empty if the run trained a single model or
   * there is no such run.
   *
   * @throws ProjectFormatException if record or predictions are damaged; says which
   */
  public static Optional<EnsemblePredictions> members(Path run) throws ProjectFormatException {
    Path file = run.resolve(EnsemblePredictions.FILE_NAME);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    RunData data = RunRecord.read(run).data();
    return Optional.of(
        EnsemblePredictions.read(
            file, data.classIds(), run.getFileName().toString(), data.exclusive()));
  }

  /**
   * The members behind the predictions that a project shows.
   *
   * @param projectFolder folder of the project
   * @param shown predictions it shows, or null
   */
  public static Optional<EnsemblePredictions> members(Path projectFolder, PredictionTable shown)
      throws ProjectFormatException {
    return shown == null || shown.source().isEmpty()
        ? Optional.empty()
        : members(projectFolder.resolve(RUNS).resolve(shown.source()));
  }

  /**
   * What the last layer of the model behind the predictions of a project sees of each image.
   *
   * @param projectFolder folder of the project
   * @param shown predictions it shows, or null
   * @return to be closed; empty if that is the features themselves, or not known
   * @throws ProjectFormatException if the file is damaged
   */
  public static Optional<FeatureMatrix> hidden(Path projectFolder, PredictionTable shown)
      throws ProjectFormatException {
    if (shown == null || shown.source().isEmpty()) {
      return Optional.empty();
    }
    Path file = projectFolder.resolve(RUNS).resolve(shown.source()).resolve(HIDDEN);
    return Files.isRegularFile(file) ? Optional.of(Npy.open(file)) : Optional.empty();
  }

  /**
   * Rows that the model behind the predictions of a project was trained on.
   *
   * @param projectFolder folder of the project
   * @param shown predictions it shows
   * @return empty if the run is gone, or of a version that did not write it down
   * @throws ProjectFormatException if the file is damaged
   */
  public static Optional<BitSet> trainedRows(Path projectFolder, PredictionTable shown)
      throws ProjectFormatException {
    Path file = projectFolder.resolve(RUNS).resolve(shown.source()).resolve(TRAINED_ROWS);
    if (shown.source().isEmpty() || !Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (FeatureMatrix matrix = Npy.open(file)) {
      BitSet rows = new BitSet(matrix.rows());
      float[] value = new float[matrix.width()];
      for (int row = 0; row < matrix.rows(); row++) {
        matrix.read(row, value, 0);
        rows.set(row, value[0] > 0);
      }
      return Optional.of(rows);
    }
  }

  /**
   * True if the predictions that a project shows are those of an ensemble.
   *
   * @param projectFolder folder of the project
   * @param shown predictions it shows
   */
  public static boolean hasMembers(Path projectFolder, PredictionTable shown) {
    return !shown.source().isEmpty()
        && Files.isRegularFile(
            projectFolder
                .resolve(RUNS)
                .resolve(shown.source())
                .resolve(EnsemblePredictions.FILE_NAME));
  }
}
