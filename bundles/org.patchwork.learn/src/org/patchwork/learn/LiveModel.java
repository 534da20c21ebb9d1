// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.nio.file.Path;
import java.util.List;
import org.patchwork.core.TrainingException;

/** The network of a {@link LiveBuild}. Used by one thread at a time; close it. */
public interface LiveModel extends TrainableModel {
  /**
   * The losses of one step.
   *
   * @param supervised on the labelled inputs, without weight decay
   * @param unlabelled on the unlabelled ones, without its weight; 0 if there is no such loss
   */
  record StepLoss(double supervised, double unlabelled) {}

  /**
   * One optimiser step.
   *
   * @param trainExtractor true to train the extractor's weights as well; the first such step begins
   *     with a fresh optimiser for all weights
   * @return the losses before the step
   * @throws TrainingException if a loss is not finite; the weights are then useless
   */
  StepLoss step(LiveBatch batch, double learningRate, boolean trainExtractor)
      throws TrainingException;

  /** Number of weights of the extractor that {@code trainExtractor} trains. */
  long extractorParameterCount();

  /**
   * Writes extractor and network, as they are now, as one SavedModel: input {@code images} {@code
   * [n, h, w, c]} with values in [0, 1], output {@code probabilities}; class names as in {@link
   * #export}.
   *
   * @throws TrainingException also if the network has no extractor of its own
   */
  void exportWhole(Path directory, List<String> classNames) throws TrainingException;
}
