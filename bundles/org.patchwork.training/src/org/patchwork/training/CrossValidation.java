// SPDX-License-Identifier: MIT
package org.patchwork.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.Evaluation;
import org.patchwork.learn.TrainingSpec;
import org.patchwork.learn.split.Folds;
import org.patchwork.learn.split.GroupedSplit;
import org.patchwork.learn.split.HoldOut;
import org.patchwork.learn.split.RowGroups;

/**
 * Settings judged by k-fold cross-validation, for projects with too few labels to hold many out.
 * All labelled images take part, held out or not; groups stay whole, and each fold gets its share
 * of every class. Early stop is off, since what it would watch is what is judged.
 *
 * @param folds how the rows were shared out
 * @param predictions of each row by the model that did not see its labels; NaN for rows in no fold
 * @param overall evaluation of all these predictions together
 * @param perFold one evaluation per fold
 */
public record CrossValidation(
    Folds folds, PredictionTable predictions, Evaluation overall, List<Evaluation> perFold) {

  public CrossValidation {
    perFold = List.copyOf(perFold);
  }

  /** A figure over the folds: its mean and its standard deviation from fold to fold. */
  public record Spread(double mean, double deviation) {}

  /**
   * Shares the labelled rows of the data out.
   *
   * @throws TrainingException if there are fewer groups than folds; says what to do
   */
  public static Folds folds(TrainingData data, CrossValidationParameters parameters)
      throws TrainingException {
    return GroupedSplit.folds(
        data.labels(),
        HoldOut.labeled(data.labels()),
        RowGroups.of(data.labels(), parameters.grouping()),
        parameters.folds(),
        new RandomStreams(parameters.splitSeed()).stream("folds"));
  }

  /**
   * Trains once for each fold and judges.
   *
   * @throws TrainingException if a training fails, for example because a fold has all the labels
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public static CrossValidation run(
      TrainingService service,
      TrainingSpec spec,
      TrainingData data,
      Folds folds,
      IProgressMonitor monitor)
      throws TrainingException {
    PredictionTable predictions =
        new OutOfFold(service).predictions(spec, data, folds, "cross-validation", monitor);
    List<Evaluation> perFold = new ArrayList<>();
    for (int fold = 0; fold < folds.count(); fold++) {
      int wanted = fold;
      perFold.add(evaluation(data, predictions, row -> folds.fold()[row] == wanted));
    }
    Evaluation overall = evaluation(data, predictions, row -> folds.fold()[row] >= 0);
    return new CrossValidation(folds, predictions, overall, perFold);
  }

  private static Evaluation evaluation(
      TrainingData data, PredictionTable predictions, IntPredicate rows) {
    return Evaluation.of(data.labels(), predictions, rows);
  }

  /** Number of rows that were judged. */
  public int rows() {
    return (int) IntStream.of(folds.fold()).filter(fold -> fold >= 0).count();
  }

  /**
   * A figure over the folds that have it; NaN if none has.
   *
   * @param figure takes it from the evaluation of a fold, NaN where it is undefined
   */
  public Spread spread(Function<Evaluation, Double> figure) {
    double[] values =
        perFold.stream().mapToDouble(figure::apply).filter(Double::isFinite).toArray();
    double mean =
        IntStream.range(0, values.length).mapToDouble(i -> values[i]).average().orElse(Double.NaN);
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return new Spread(mean, values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1)));
  }
}
