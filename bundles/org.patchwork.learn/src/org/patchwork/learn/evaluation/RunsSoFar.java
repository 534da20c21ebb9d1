// SPDX-License-Identifier: MIT
package org.patchwork.learn.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.learn.Evaluation;
import org.patchwork.learn.RunPredictions;
import org.patchwork.learn.RunRecord;

/**
 * What the runs of a project tell about how labelling went.
 *
 * @param curve labelled training images and error on validation of each run that was judged
 * @param stability agreement of the last two runs that left predictions, see {@link
 *     PredictionStability}; empty before there are two
 */
public record RunsSoFar(List<PowerLaw.Point> curve, OptionalDouble stability) {
  public RunsSoFar {
    curve = List.copyOf(curve);
  }

  /**
   * Reads the runs. Not for a display thread.
   *
   * @param folders run folders, oldest first, with records that can be read
   * @param labels all labels; the last two models are compared on what is not excluded
   * @throws ProjectFormatException if a record or predictions are damaged; says which
   */
  public static RunsSoFar read(List<Path> folders, LabelTable labels)
      throws ProjectFormatException {
    List<PowerLaw.Point> curve = new ArrayList<>();
    for (Path folder : folders) {
      RunRecord record = RunRecord.read(folder);
      OptionalDouble figure = figure(record.validationMetrics(), record.data().exclusive());
      if (figure.isPresent() && record.data().trainingRows() > 0) {
        int labeled = record.data().trainingRows();
        curve.add(new PowerLaw.Point(labeled, 1 - figure.getAsDouble()));
      }
    }
    int[] rows = IntStream.range(0, labels.rows()).filter(r -> !labels.excluded(r)).toArray();
    return new RunsSoFar(curve, stability(folders, rows));
  }

  /**
   * The one figure that learning curves are drawn of: accuracy where classes are exclusive, else
   * mean average precision, which does not depend on thresholds.
   *
   * @param evaluation or null
   */
  public static OptionalDouble figure(Evaluation evaluation, boolean exclusive) {
    if (evaluation == null) {
      return OptionalDouble.empty();
    }
    return exclusive ? evaluation.accuracy() : evaluation.meanAveragePrecision();
  }

  private static OptionalDouble stability(List<Path> folders, int[] rows)
      throws ProjectFormatException {
    PredictionTable last = null;
    for (Path folder : folders.reversed()) {
      Optional<PredictionTable> predictions = RunPredictions.read(folder);
      if (predictions.isPresent() && last != null) {
        return PredictionStability.kappa(predictions.get(), last, rows);
      }
      last = predictions.orElse(last);
    }
    return OptionalDouble.empty();
  }
}
