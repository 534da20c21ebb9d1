// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.bench;

import java.util.Arrays;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.TrainingSpec;
import org.patchwork.learn.evaluation.Calibration;
import org.patchwork.learn.evaluation.CalibrationMethod;
import org.patchwork.learn.evaluation.ModelReport;
import org.patchwork.learn.evaluation.Thresholds;
import org.patchwork.learn.split.Folds;
import org.patchwork.learn.split.GroupedSplit;
import org.patchwork.learn.split.Grouping;
import org.patchwork.learn.split.HoldOut;
import org.patchwork.learn.split.RowGroups;
import org.patchwork.training.TrainingData;
import org.patchwork.training.TrainingService;

/**
 * Calibration measured on up to 3,000 images, each by a model that saw neither its labels in
 * training nor in calibration: of five folds three train, one calibrates and one is judged, in
 * turn.
 */
record CalibrationTrial(TrainingService training, TrainingData data, long seed) {
  private static final int FOLDS = 5;

  void measure(TrainingSpec spec, String name, TrustBenchmark.Means means, IProgressMonitor monitor)
      throws TrainingException {
    SubMonitor progress = SubMonitor.convert(monitor, FOLDS);
    LabelTable truth = FlippedLabels.some(data.labels(), seed);
    int[] rows = HoldOut.labeled(truth);
    Folds folds =
        GroupedSplit.folds(
            truth,
            rows,
            RowGroups.of(truth, Grouping.AUTO),
            FOLDS,
            new RandomStreams(seed).stream("calibration"));
    float[][] raw = new float[truth.classes()][truth.rows()];
    float[][] calibrated = new float[truth.classes()][truth.rows()];
    boolean exclusive = data.exclusive();
    for (int fold = 0; fold < FOLDS; fold++) {
      int[] judged = folds.rows(fold);
      int[] fitting = folds.rows((fold + 1) % FOLDS);
      LabelTable labels = split(truth, judged, fitting);
      PredictionTable predictions =
          training.predictions(spec, data.withLabels(labels), "trial", progress.split(1));
      exclusive = predictions.exclusive();
      PredictionTable better =
          Calibration.fit(labels, predictions, fitting, CalibrationMethod.AUTO).apply(predictions);
      for (int c = 0; c < truth.classes(); c++) {
        for (int row : judged) {
          raw[c][row] = predictions.probability(row, c);
          calibrated[c][row] = better.probability(row, c);
        }
      }
    }
    ModelReport before = report(raw, exclusive, rows);
    ModelReport after = report(calibrated, exclusive, rows);
    means.add(name + "_accuracy", before.accuracy().orElseThrow());
    means.add(name + "_error_before", before.reliability().calibrationError().orElseThrow());
    means.add(name + "_error_after", after.reliability().calibrationError().orElseThrow());
    means.add(name + "_error_by_chance", after.reliability().byChance().orElseThrow());
  }

  /** The labels without those to be judged, and with those to be fitted to held out. */
  private static LabelTable split(LabelTable truth, int[] judged, int[] fitting) {
    byte[] unknown = new byte[judged.length];
    Arrays.fill(unknown, LabelTable.UNKNOWN);
    byte[] held = new byte[fitting.length];
    Arrays.fill(held, (byte) 1);
    LabelTable labels = truth.withValidation(fitting, held);
    for (int c = 0; c < truth.classes(); c++) {
      labels = labels.withLabels(c, judged, unknown);
    }
    return labels;
  }

  private ModelReport report(float[][] columns, boolean exclusive, int[] rows) {
    PredictionTable predictions =
        new PredictionTable(data.labels().classIds(), columns, "trial", exclusive);
    return ModelReport.of(data.labels(), predictions, Thresholds.HALF, List.of(), rows);
  }
}
