// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import org.patchwork.core.Param;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.encoder.Trainer;
import org.patchwork.learn.encoder.TrainerContext;
import org.patchwork.learn.encoder.TrainerRun;

/**
 * FixMatch (Sohn et al. 2020) as a training of the whole network: labelled images teach the classes
 * of the project, and of the others what the network is sure of in a weak view is taught to a
 * strong one. All views of a step pass the network together.
 */
public final class FixMatch implements Trainer<FixMatch.Parameters> {

  /** Settings. */
  public record Parameters(
      @Param(
              label = "Threshold",
              help =
                  "How sure the network must be of a class, or of its absence, to learn from its"
                      + " own answer.",
              min = 0.5,
              max = 1,
              step = 0.05)
          double threshold,
      @Param(
              label = "Weight",
              help = "How much the images without labels count beside those with labels.",
              min = 0,
              max = 100)
          double weight,
      @Param(
              label = "Ratio",
              help = "Images without labels for each one with labels in a step.",
              min = 1,
              max = 16)
          int ratio,
      @Param(
              label = "Passes",
              help = "How often the smaller of the two piles is seen in an epoch.",
              min = 1,
              max = 10000)
          int passes) {
    public Parameters() {
      this(0.95, 1, 4, 1);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public TrainerRun open(Parameters parameters, TrainerContext context) throws TrainingException {
    return new FixMatchRun(parameters, context);
  }
}
