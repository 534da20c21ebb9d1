// SPDX-License-Identifier: MIT
package org.patchwork.learn.evaluation;

import java.nio.file.Path;
import java.util.Optional;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.learn.RunPredictions;

/**
 * Predictions as they are to be read: calibrated, with thresholds, if their run has been
 * calibrated, else as the model gave them, with ½.
 *
 * @param predictions calibrated if {@code record} is there
 * @param thresholds from which probability on each class counts as present
 * @param record calibration of the run, if there is one and it is wanted
 */
public record CalibratedModel(
    PredictionTable predictions, Thresholds thresholds, Optional<CalibrationRecord> record) {

  /** The predictions as they are. */
  public static CalibratedModel raw(PredictionTable predictions) {
    return new CalibratedModel(predictions, Thresholds.HALF, Optional.empty());
  }

  /**
   * Applies the calibration of the run that the predictions come from. Reads the disk.
   *
   * @param project the project folder
   * @throws ProjectFormatException if the calibration cannot be read; names the file
   */
  public static CalibratedModel of(PredictionTable predictions, Path project)
      throws ProjectFormatException {
    Optional<CalibrationRecord> record = CalibrationRecord.read(runFolder(project, predictions));
    return record.isEmpty()
        ? raw(predictions)
        : new CalibratedModel(
            record.get().calibration().apply(predictions), record.get().thresholds(), record);
  }

  /** The folder of the run that predictions come from; need not exist. */
  public static Path runFolder(Path project, PredictionTable predictions) {
    return project.resolve(RunPredictions.RUNS).resolve(predictions.source());
  }
}
