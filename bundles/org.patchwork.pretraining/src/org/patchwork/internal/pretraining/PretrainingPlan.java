// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining;

import org.patchwork.core.TrainingException;
import org.patchwork.learn.encoder.EncoderLoss;
import org.patchwork.learn.encoder.EncoderTowers;
import org.patchwork.learn.encoder.RateSchedule;
import org.patchwork.learn.encoder.Trainer;
import org.patchwork.pretraining.PretrainingParameters;

/**
 * A trainer with its parameters, and the course of its run.
 *
 * @param trainer the trainer
 * @param own its parameters
 * @param parameters those of all trainers
 * @param images number of images
 */
public record PretrainingPlan<P extends Record>(
    Trainer<P> trainer, P own, PretrainingParameters parameters, int images) {

  /** Builds the loss. */
  public EncoderLoss build(EncoderTowers towers) throws TrainingException {
    return trainer.build(towers, own);
  }

  /** Number of views of an image. */
  public int views() {
    return trainer.views();
  }

  /** Steps of an epoch; images that do not fill a batch wait for the next epoch. */
  int stepsPerEpoch() {
    return images / parameters.batchSize();
  }

  /** Steps of the run. */
  long steps() {
    return (long) parameters.epochs() * stepsPerEpoch();
  }

  RateSchedule rates() {
    return parameters.rates(steps());
  }

  /** Decay of the target in a step, the first being 0; 1 where there is no target. */
  double targetDecay(long step) {
    return trainer.targetDecay(own, (double) step / Math.max(1, steps() - 1)).orElse(1.0);
  }
}
