// SPDX-License-Identifier: MIT
package org.patchwork.training;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.TrainingSpec;
import org.patchwork.learn.split.Folds;

/**
 * Predictions of each row by a model that was trained without its labels: one model for each fold,
 * trained on all other folds. What says whether labels contradict what the model would expect.
 */
public final class OutOfFold {
  private final TrainingService training;

  public OutOfFold(TrainingService training) {
    this.training = training;
  }

  /**
   * Trains once for each fold. Rows of the other folds are trained on even if they are held out
   * otherwise; early stop is off, since nothing is left to judge by.
   *
   * @param source what the predictions name as their source
   * @return NaN for rows that are in no fold
   * @throws TrainingException if a training fails, for example because a fold has all the labels
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public PredictionTable predictions(
      TrainingSpec spec, TrainingData data, Folds folds, String source, IProgressMonitor monitor)
      throws TrainingException {
    SubMonitor progress = SubMonitor.convert(monitor, "Cross-validation", folds.count());
    int classes = data.labels().classes();
    float[][] columns = new float[classes][data.labels().rows()];
    for (float[] column : columns) {
      Arrays.fill(column, Float.NaN);
    }
    boolean exclusive = data.exclusive();
    for (int fold = 0; fold < folds.count(); fold++) {
      progress.subTask(String.format("Fold %d of %d", fold + 1, folds.count()));
      int[] rows = folds.rows(fold);
      TrainingData without = data.withLabels(hidden(data.labels(), folds, rows));
      PredictionTable fitted =
          training.predictions(
              withoutEarlyStop(spec), without, judged(folds, fold), source, progress.split(1));
      exclusive = fitted.exclusive();
      for (int c = 0; c < classes; c++) {
        for (int row : rows) {
          columns[c][row] = fitted.probability(row, c);
        }
      }
    }
    return new PredictionTable(data.labels().classIds(), columns, source, exclusive);
  }

  private static IntPredicate judged(Folds folds, int fold) {
    return row -> folds.fold()[row] == fold;
  }

  /** The labels without those of some rows; all rows of folds may be trained on. */
  private static LabelTable hidden(LabelTable labels, Folds folds, int[] rows) {
    int[] all = IntStream.range(0, folds.fold().length).filter(r -> folds.fold()[r] >= 0).toArray();
    LabelTable table = labels.withValidation(all, new byte[all.length]);
    byte[] unknown = new byte[rows.length];
    Arrays.fill(unknown, LabelTable.UNKNOWN);
    for (int c = 0; c < labels.classes(); c++) {
      table = table.withLabels(c, rows, unknown);
    }
    return table;
  }

  private static TrainingSpec withoutEarlyStop(TrainingSpec spec) {
    return spec.with(spec.parameters().with("earlyStop", 0));
  }
}
