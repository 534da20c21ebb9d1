// SPDX-License-Identifier: MIT
package org.patchwork.training.search;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.Evaluation;
import org.patchwork.learn.Part;
import org.patchwork.learn.TrainingSpec;
import org.patchwork.learn.split.Folds;
import org.patchwork.training.CrossValidation;
import org.patchwork.training.CrossValidationParameters;
import org.patchwork.training.TrainingData;
import org.patchwork.training.TrainingService;

/** Trains one setting and judges it. */
final class TrialRunner {
  private final TrainingService service;
  private final TrainingData data;
  private final SearchParameters parameters;
  private final Folds folds;

  private TrialRunner(
      TrainingService service, TrainingData data, SearchParameters parameters, Folds folds) {
    this.service = service;
    this.data = data;
    this.parameters = parameters;
    this.folds = folds;
  }

  /**
   * Prepares trials that are all judged on the same images.
   *
   * @throws TrainingException if there is nothing to judge by
   */
  static TrialRunner of(TrainingService service, TrainingData data, SearchParameters parameters)
      throws TrainingException {
    if (parameters.folds() == 0) {
      requireValidation(data);
      return new TrialRunner(service, data, parameters, null);
    }
    CrossValidationParameters split =
        new CrossValidationParameters(
            parameters.folds(), parameters.grouping(), parameters.searchSeed());
    return new TrialRunner(service, data, parameters, CrossValidation.folds(data, split));
  }

  private static void requireValidation(TrainingData data) throws TrainingException {
    for (int c = 0; c < data.labels().classes(); c++) {
      int[] counts = data.labels().tally(c, true);
      if (counts[1] > 0 && counts[2] > 0) {
        return;
      }
    }
    throw new TrainingException(
        "There is nothing to judge by: no class has labelled validation images with and without it."
            + " Hold some labelled images out for validation, or choose folds.");
  }

  /** Trains and judges; a training that fails is a trial without a score. */
  Trial run(int number, TrainingSpec spec, int epochs, IProgressMonitor monitor) {
    TrainingSpec shortened = spec.with(spec.parameters().with("epochs", epochs));
    long start = System.nanoTime();
    try {
      return judge(number, spec, shortened, start, new CancelOnly(monitor));
    } catch (TrainingException e) {
      return new Trial(number, spec, epochs, Double.NaN, 0, null, seconds(start), e.getMessage());
    }
  }

  private Trial judge(
      int number, TrainingSpec spec, TrainingSpec trained, long start, IProgressMonitor monitor)
      throws TrainingException {
    Evaluation evaluation;
    double deviation = 0;
    if (folds == null) {
      PredictionTable predictions =
          service.predictions(trained, data, data.labels()::validation, "search", monitor);
      evaluation = Evaluation.of(data.labels(), predictions, Part.VALIDATION);
    } else {
      CrossValidation result = CrossValidation.run(service, trained, data, folds, monitor);
      evaluation = result.overall();
      deviation = result.spread(parameters.score()::of).deviation();
    }
    if (monitor.isCanceled()) {
      throw new OperationCanceledException();
    }
    return new Trial(
        number,
        spec,
        trained.parameters().epochs(),
        parameters.score().of(evaluation),
        deviation,
        evaluation,
        seconds(start),
        "");
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) * 1e-9;
  }

  /** Lets trials that run at once hear of a cancel without mixing their progress. */
  private static final class CancelOnly extends NullProgressMonitor {
    private final IProgressMonitor monitor;

    CancelOnly(IProgressMonitor monitor) {
      this.monitor = monitor;
    }

    @Override
    public boolean isCanceled() {
      return monitor.isCanceled();
    }
  }
}
