// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import org.patchwork.core.Param;
import org.patchwork.core.TrainingException;
import org.patchwork.internal.pretraining.losses.CrossCorrelationLoss;
import org.patchwork.learn.encoder.EncoderLoss;
import org.patchwork.learn.encoder.EncoderTowers;
import org.patchwork.learn.encoder.ViewTrainer;

/**
 * Barlow Twins (Zbontar, Jing, Misra, LeCun and Deny 2021): each dimension of the embeddings is to
 * say the same of two views and nothing that another dimension says. No negatives, no target.
 */
public final class BarlowTwins implements ViewTrainer<BarlowTwins.Parameters> {

  /** Settings. */
  public record Parameters(
      @Param(
              label = "Redundancy",
              help = "Factor of correlations between different dimensions (λ).",
              min = 0)
          double redundancy,
      Expander expander) {
    public Parameters() {
      this(0.005, new Expander(1024));
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public EncoderLoss build(EncoderTowers towers, Parameters parameters) throws TrainingException {
    return new CrossCorrelationLoss(parameters.redundancy())
        .build(
            towers.online(),
            parameters.expander().embedding(towers, 0),
            parameters.expander().embedding(towers, 1));
  }
}
