// SPDX-License-Identifier: MIT
package org.patchwork.learn.encoder;

import java.util.Optional;
import org.patchwork.core.Algorithm;
import org.patchwork.core.TrainingException;

/**
 * A way to train an encoder on images without labels: how many views of an image it wants, and what
 * it makes of them. Extension point {@code org.patchwork.pretraining.trainers}. Reading,
 * augmenting, steps, checkpoints and monitoring are the same for all and not its business.
 *
 * @param <P> parameter record
 */
public interface Trainer<P extends Record> extends Algorithm<P> {
  /** Number of views of each image in a step, each augmented on its own. */
  default int views() {
    return 2;
  }

  /**
   * Builds the network behind the encoder and the loss. Called once for a run.
   *
   * @param towers the views, the encoder and the networks to build in
   */
  EncoderLoss build(EncoderTowers towers, P parameters) throws TrainingException;

  /**
   * How slowly the {@linkplain EncoderTowers#target target} follows the weights: target ← decay ·
   * target + (1 − decay) · weights after each step.
   *
   * @param progress part of the run that is over, from 0 to 1
   * @return empty if no target is asked for
   */
  default Optional<Double> targetDecay(P parameters, double progress) {
    return Optional.empty();
  }
}
