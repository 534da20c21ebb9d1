// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining;

import org.patchwork.core.TrainingException;
import org.patchwork.learn.encoder.EncoderStep;
import org.patchwork.learn.encoder.RateSchedule;
import org.patchwork.learn.encoder.TrainerRun;
import org.patchwork.pretraining.PretrainingParameters;

/**
 * A trainer at work, and the course of its run.
 *
 * @param run the trainer
 * @param parameters those of all trainers
 * @param stepsPerEpoch steps of an epoch; images that do not fill a batch wait for the next
 */
public record PretrainingPlan(TrainerRun run, PretrainingParameters parameters, int stepsPerEpoch) {

  /**
   * The plan of a run.
   *
   * @param images number of images
   * @throws TrainingException if an epoch does not fill a batch
   */
  public static PretrainingPlan of(TrainerRun run, PretrainingParameters parameters, int images)
      throws TrainingException {
    int inEpoch = run.epochSize(images);
    if (inEpoch < parameters.batchSize()) {
      throw new TrainingException(
          "There are "
              + inEpoch
              + " images to learn from, but a batch has "
              + parameters.batchSize()
              + ". Take a smaller batch size, or add images.");
    }
    return new PretrainingPlan(run, parameters, inEpoch / parameters.batchSize());
  }

  /** Steps of the run. */
  long steps() {
    return (long) parameters.epochs() * stepsPerEpoch;
  }

  RateSchedule rates() {
    return parameters.rates(steps());
  }

  /** Number of batches that memories see before the first step. */
  int rehearsals() {
    return run.rehearsals(stepsPerEpoch);
  }

  /** How a step is done, the first being 0; target decay 1 where there is no target. */
  EncoderStep step(long step, double rate) {
    double progress = (double) step / Math.max(1, steps() - 1);
    return new EncoderStep(
        rate, run.targetDecay(progress).orElse(1.0), run.goal(step / parameters.accumulate()));
  }
}
