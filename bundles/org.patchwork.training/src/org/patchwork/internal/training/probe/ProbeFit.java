// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.probe;

import java.util.function.BooleanSupplier;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.internal.training.graph.PooledRows;
import org.patchwork.learn.Metrics;
import org.patchwork.training.probe.ProbeParameters;
import org.patchwork.training.probe.ProbePoint;
import org.patchwork.training.probe.ProbedFeatures;

/** One extractor in one experiment. */
public final class ProbeFit {
  private final LabelTable labels;
  private final int column;
  private final ProbeParameters parameters;
  private final BooleanSupplier cancelled;

  public ProbeFit(
      LabelTable labels, int column, ProbeParameters parameters, BooleanSupplier cancelled) {
    this.labels = labels;
    this.column = column;
    this.parameters = parameters;
    this.cancelled = cancelled;
  }

  /** Learns and tests. */
  public ProbePoint run(int experiment, ProbedFeatures features, ProbeDraw draw) {
    float[][] training = read(features.features(), draw.training());
    float[][] test = read(features.features(), draw.test());
    if (parameters.standardize()) {
      standardize(training, test);
    }
    boolean[] taught = new boolean[training.length];
    int positives = 0;
    for (int i = 0; i < taught.length; i++) {
      boolean present = present(draw.training()[i]);
      positives += present ? 1 : 0;
      taught[i] = present ^ draw.noisy()[i];
    }
    LogisticRegression model = LogisticRegression.fit(training, taught, parameters.c(), cancelled);
    float[][] sides = sides(model, test, draw.test());
    double testError = 1 - (double) countRight(sides) / Math.max(1, draw.test().length);
    double trainingError =
        1
            - (double) countRight(sides(model, training, draw.training()))
                / Math.max(1, draw.training().length);
    return new ProbePoint(
        experiment,
        features.name(),
        draw.training().length,
        positives,
        trainingError,
        draw.test().length,
        testError,
        Metrics.auc(sides[0], sides[1]));
  }

  private boolean present(int row) {
    return labels.label(row, column) == LabelTable.PRESENT;
  }

  private static float[][] read(FeatureMatrix features, int[] rows) {
    PooledRows pooled = new PooledRows(features);
    float[][] points = new float[rows.length][pooled.width()];
    for (int i = 0; i < rows.length; i++) {
      pooled.read(rows[i], points[i], 0);
    }
    return points;
  }

  /** By what is learnt from; a feature that does not vary there becomes 0. */
  private static void standardize(float[][] training, float[][] test) {
    int width = training[0].length;
    for (int j = 0; j < width; j++) {
      double sum = 0;
      double squares = 0;
      for (float[] point : training) {
        sum += point[j];
        squares += (double) point[j] * point[j];
      }
      double mean = sum / training.length;
      double variance = squares / training.length - mean * mean;
      double factor = variance > 1e-12 ? 1 / Math.sqrt(variance) : 0;
      for (float[] point : training) {
        point[j] = (float) ((point[j] - mean) * factor);
      }
      for (float[] point : test) {
        point[j] = (float) ((point[j] - mean) * factor);
      }
    }
  }

  /** Logits of images with the class, and of those without. */
  private float[][] sides(LogisticRegression model, float[][] points, int[] rows) {
    int present = 0;
    for (int row : rows) {
      present += present(row) ? 1 : 0;
    }
    float[][] sides = {new float[present], new float[rows.length - present]};
    int[] filled = new int[2];
    for (int i = 0; i < rows.length; i++) {
      int side = present(rows[i]) ? 0 : 1;
      sides[side][filled[side]++] = (float) model.logit(points[i]);
    }
    return sides;
  }

  private static int countRight(float[][] sides) {
    int right = 0;
    for (float logit : sides[0]) {
      right += logit >= 0 ? 1 : 0;
    }
    for (float logit : sides[1]) {
      right += logit < 0 ? 1 : 0;
    }
    return right;
  }
}
