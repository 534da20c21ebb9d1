// SPDX-License-Identifier: MIT
package org.patchwork.learn.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.split.Folds;
import org.patchwork.learn.split.GroupedSplit;
import org.patchwork.learn.split.Grouping;
import org.patchwork.learn.split.RowGroups;

/**
 * Calibration and thresholds of a run: the content of {@code calibration.json} in its folder.
 *
 * @param settings how they were chosen
 * @param calibration from the model's probabilities to calibrated ones
 * @param choices threshold of each class of the model, for calibrated probabilities
 * @param rows number of labelled rows they were fitted to
 * @param errorBefore calibration error of the model as it is, see {@link Reliability}
 * @param errorAfter that of the calibrated model, by fitting to one half of the rows and measuring
 *     on the other, both ways; empty if the rows cannot be halved
 * @param errorByChance what a perfectly calibrated model would show on so few rows
 */
public record CalibrationRecord(
    CalibrationSettings settings,
    Calibration calibration,
    List<ThresholdChoice> choices,
    int rows,
    OptionalDouble errorBefore,
    OptionalDouble errorAfter,
    OptionalDouble errorByChance) {
  /** Name of the file in the run folder. */
  public static final String FILE_NAME = "calibration.json";

  public CalibrationRecord {
    choices = List.copyOf(choices);
  }

  /**
   * Calibrates a model and chooses its thresholds.
   *
   * @param rows rows the model was not trained on, for example those held out
   * @param random halves the rows for {@code errorAfter}
   * @throws TrainingException if none of the rows has a label and a prediction
   */
  public static CalibrationRecord fit(
      LabelTable labels,
      PredictionTable predictions,
      int[] rows,
      CalibrationSettings settings,
      RandomGenerator random)
      throws TrainingException {
    Reliability before = reliability(labels, predictions, rows);
    if (before.calibrationError().isEmpty()) {
      throw new TrainingException(
          "Calibration needs labelled images that are held out, and there are none with"
              + " predictions. Hold some labelled images out for validation, train, and calibrate"
              + " then.");
    }
    Calibration calibration = Calibration.fit(labels, predictions, rows, settings.method());
    PredictionTable calibrated = calibration.apply(predictions);
    List<ThresholdChoice> choices = new ArrayList<>();
    for (String id : predictions.classIds()) {
      ScoredCells cells = ScoredCells.of(labels, calibrated, id, rows);
      choices.add(ThresholdChoice.of(id, cells, settings.thresholds(), settings.target()));
    }
    return new CalibrationRecord(
        settings,
        calibration,
        choices,
        rows.length,
        before.calibrationError(),
        errorAfter(labels, predictions, rows, settings.method(), random),
        before.byChance());
  }

  /** Of the most probable class where exactly one is present, else of all cells. */
  private static Reliability reliability(
      LabelTable labels, PredictionTable predictions, int[] rows) {
    return predictions.exclusive()
        ? Reliability.ofMostProbable(labels, predictions, rows)
        : Reliability.ofAll(
            predictions.classIds().stream()
                .map(id -> ScoredCells.of(labels, predictions, id, rows))
                .toList());
  }

  private static OptionalDouble errorAfter(
      LabelTable labels,
      PredictionTable predictions,
      int[] rows,
      CalibrationMethod method,
      RandomGenerator random)
      throws TrainingException {
    RowGroups groups = RowGroups.of(labels, Grouping.AUTO);
    if (groups.count(rows) < 2) {
      return OptionalDouble.empty();
    }
    Folds halves = GroupedSplit.folds(labels, rows, groups, 2, random);
    PredictionTable[] fitted = new PredictionTable[2];
    for (int half = 0; half < 2; half++) {
      fitted[half] =
          Calibration.fit(labels, predictions, halves.others(half), method).apply(predictions);
    }
    return reliability(labels, pieced(fitted, halves, predictions), rows).calibrationError();
  }

  /** Every row as calibrated by the other half. */
  private static PredictionTable pieced(
      PredictionTable[] fitted, Folds halves, PredictionTable predictions) {
    int classes = predictions.classIds().size();
    float[][] columns = new float[classes][predictions.rows()];
    for (int c = 0; c < classes; c++) {
      for (int row = 0; row < columns[c].length; row++) {
        int half = Math.max(0, halves.fold()[row]);
        columns[c][row] = fitted[half].probability(row, c);
      }
    }
    return new PredictionTable(
        predictions.classIds(), columns, predictions.source(), predictions.exclusive());
  }

  /** The thresholds, for calibrated probabilities. */
  public Thresholds thresholds() {
    Map<String, Double> byClass = new LinkedHashMap<>();
    choices.forEach(choice -> byClass.put(choice.classId(), choice.threshold()));
    return new Thresholds(byClass);
  }

  /** The choice for a class, or null. */
  public ThresholdChoice choice(String classId) {
    return choices.stream().filter(each -> each.classId().equals(classId)).findFirst().orElse(null);
  }

  /**
   * Writes {@code calibration.json}.
   *
   * @param folder the run folder
   */
  public void write(Path folder) throws IOException {
    Files.write(folder.resolve(FILE_NAME), CalibrationJson.write(this));
  }

  /**
   * Reads {@code calibration.json}, if the run has been calibrated.
   *
   * @param folder a run folder, which need not exist
   * @throws ProjectFormatException if the file cannot be read; names it
   */
  public static Optional<CalibrationRecord> read(Path folder) throws ProjectFormatException {
    Path file = folder.resolve(FILE_NAME);
    return Files.exists(file) ? Optional.of(CalibrationJson.read(file)) : Optional.empty();
  }
}
