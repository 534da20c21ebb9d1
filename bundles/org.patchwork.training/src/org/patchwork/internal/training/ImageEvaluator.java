// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.TrainableModel;
import org.patchwork.training.TrainingData;

/**
 * Evaluates a network whose extractor has changed: every image passes it, without augmentation.
 * Images that cannot be read get no prediction.
 */
final class ImageEvaluator implements LiveEvaluator {
  private final TrainingData data;
  private final ImagePredictor predictor;
  private final int[] validationRows;

  ImageEvaluator(
      TrainableModel model, TrainingData data, ImageInputs inputs, int[] validationRows) {
    this.data = data;
    this.predictor =
        new ImagePredictor(model, inputs.images(), inputs.input(), data.labels().classes());
    this.validationRows = validationRows;
  }

  @Override
  public OptionalDouble validationLoss(IProgressMonitor monitor) throws TrainingException {
    return predictor.loss(validationRows, data.labels()::copyLabels, monitor);
  }

  @Override
  public float[][] predict(IntPredicate wanted, IProgressMonitor monitor) throws TrainingException {
    int[] rows = IntStream.range(0, data.labels().rows()).filter(wanted).toArray();
    return predictor.predict(rows, data.labels().rows(), monitor).columns();
  }

  @Override
  public void close() {
    // the network belongs to the run
  }
}
