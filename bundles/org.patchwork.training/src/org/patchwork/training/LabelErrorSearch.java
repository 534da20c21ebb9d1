// SPDX-License-Identifier: MIT
package org.patchwork.training;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.LabelTable;
import org.patchwork.core.Param;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.TrainingSpec;
import org.patchwork.learn.evaluation.LabelErrors;
import org.patchwork.learn.split.Folds;
import org.patchwork.learn.split.GroupedSplit;
import org.patchwork.learn.split.HoldOut;
import org.patchwork.learn.split.RowGroups;
import org.patchwork.learn.split.SplitSettings;

/** Looks for wrong labels: cross-validates the model and asks where it contradicts them. */
public final class LabelErrorSearch {
  private static final int GROUP_WORK = 1;
  private static final int TRAIN_WORK = 9;

  private final TrainingService training;

  public LabelErrorSearch(TrainingService training) {
    this.training = training;
  }

  /** Settings besides those of the training and of the split. */
  public record Settings(
      @Param(
              label = "Folds",
              help = "Number of models; each predicts the images the others are trained on.",
              min = 2,
              max = 100)
          int folds) {
    public Settings() {
      this(5);
    }
  }

  /**
   * Searches.
   *
   * @throws TrainingException if there are too few labelled images to be shared out, or a training
   *     fails
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public LabelErrors run(
      TrainingSpec spec,
      TrainingData data,
      Settings settings,
      SplitSettings split,
      IProgressMonitor monitor)
      throws TrainingException {
    SubMonitor progress = SubMonitor.convert(monitor, GROUP_WORK + TRAIN_WORK);
    LabelTable labels = data.labels();
    int[] rows = HoldOut.labeled(labels);
    RowGroups groups = split.groups(labels, data.features(), rows, progress.split(GROUP_WORK));
    RandomStreams random = new RandomStreams(split.splitSeed());
    Folds folds =
        GroupedSplit.folds(labels, rows, groups, settings.folds(), random.stream("label errors"));
    PredictionTable predictions =
        new OutOfFold(training)
            .predictions(spec, data, folds, "cross-validation", progress.split(TRAIN_WORK));
    return LabelErrors.find(labels, predictions);
  }
}
