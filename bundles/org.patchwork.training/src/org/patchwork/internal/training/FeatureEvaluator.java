// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.TrainableModel;
import org.patchwork.training.TrainingData;

/**
 * Evaluates on stored features: a network on features itself, or the head of one whose extractor
 * stays as it was, which is hundreds of times faster than sending all images through it.
 */
final class FeatureEvaluator implements LiveEvaluator {
  private final TrainableModel trained;
  private final TrainableModel head;
  private final TrainingData data;
  private final ValidationLoss validation;

  /**
   * An evaluator.
   *
   * @param trained the network that learns
   * @param head the same network without extractor, which takes over its weights; {@code trained}
   *     itself if it has none. Closed with the evaluator unless it is {@code trained}
   */
  FeatureEvaluator(
      TrainableModel trained, TrainableModel head, TrainingData data, int[] validationRows) {
    this.trained = trained;
    this.head = head;
    this.data = data;
    this.validation = new ValidationLoss(data, validationRows);
  }

  private TrainableModel current() throws TrainingException {
    if (head != trained) {
      head.restore(trained.weights());
    }
    return head;
  }

  @Override
  public OptionalDouble validationLoss(IProgressMonitor monitor) throws TrainingException {
    return validation.of(current());
  }

  @Override
  public float[][] predict(IntPredicate wanted, IProgressMonitor monitor) throws TrainingException {
    int classes = data.labels().classes();
    return new Predictor(data.features(), data.labels().rows(), classes, wanted)
        .predict(current(), monitor);
  }

  @Override
  public void close() {
    if (head != trained) {
      head.close();
    }
  }
}
