// SPDX-License-Identifier: MIT
package org.patchwork.learn.encoder;

import org.patchwork.core.Algorithm;
import org.patchwork.core.TrainingException;

/**
 * A way to train an encoder: how many views of an image it wants, and what it makes of them.
 * Extension point {@code org.patchwork.pretraining.trainers}. Reading, augmenting, steps,
 * checkpoints and monitoring are the same for all and not its business. One that needs neither
 * labels nor files nor memory of its own between epochs implements {@link ViewTrainer}.
 *
 * @param <P> parameter record
 */
public interface Trainer<P extends Record> extends Algorithm<P> {
  /**
   * Begins a run.
   *
   * @throws TrainingException if the run cannot do without what the context does not have, such as
   *     labels or a file; says what and where
   */
  TrainerRun open(P parameters, TrainerContext context) throws TrainingException;
}
