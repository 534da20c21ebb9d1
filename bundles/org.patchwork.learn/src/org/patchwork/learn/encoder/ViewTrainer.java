// SPDX-License-Identifier: MIT
package org.patchwork.learn.encoder;

import java.util.List;
import java.util.Optional;
import org.patchwork.core.TrainingException;

/**
 * A trainer that makes its loss of the views alone: no labels, no files, nothing to remember but
 * variables.
 *
 * @param <P> parameter record
 */
public interface ViewTrainer<P extends Record> extends Trainer<P> {
  /** See {@link TrainerRun#views}; two of full size unless overridden. */
  default List<View> views(P parameters) {
    return List.of(View.FULL, View.FULL);
  }

  /** See {@link TrainerRun#build}. */
  EncoderLoss build(EncoderTowers towers, P parameters) throws TrainingException;

  /** See {@link TrainerRun#targetDecay}. */
  default Optional<Double> targetDecay(P parameters, double progress) {
    return Optional.empty();
  }

  /**
   * See {@link TrainerRun#rehearsals}.
   *
   * @param batchSize number of images in each view
   */
  default int rehearsals(P parameters, int batchSize, int most) {
    return 0;
  }

  @Override
  default TrainerRun open(P parameters, TrainerContext context) throws TrainingException {
    return new TrainerRun() {
      @Override
      public List<View> views() {
        return ViewTrainer.this.views(parameters);
      }

      @Override
      public EncoderLoss build(EncoderTowers towers) throws TrainingException {
        return ViewTrainer.this.build(towers, parameters);
      }

      @Override
      public Optional<Double> targetDecay(double progress) {
        return ViewTrainer.this.targetDecay(parameters, progress);
      }

      @Override
      public int rehearsals(int most) {
        return ViewTrainer.this.rehearsals(parameters, context.batchSize(), most);
      }
    };
  }
}
