// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import org.patchwork.core.Param;
import org.patchwork.core.TrainingException;
import org.patchwork.internal.pretraining.losses.VarianceCovarianceLoss;
import org.patchwork.learn.encoder.EncoderLoss;
import org.patchwork.learn.encoder.EncoderTowers;
import org.patchwork.learn.encoder.ViewTrainer;

/**
 * VICReg (Bardes, Ponce and LeCun 2022): two views are to be alike, while each dimension of the
 * embeddings keeps its variance and none repeats another. No negatives, no target; the parts of the
 * loss stand in the log.
 */
public final class VicReg implements ViewTrainer<VicReg.Parameters> {

  /** Settings. */
  public record Parameters(
      @Param(label = "Invariance", help = "Factor of how alike views are (λ).", min = 0)
          double invariance,
      @Param(label = "Variance", help = "Factor of what variances lack (μ).", min = 0)
          double variance,
      @Param(label = "Covariance", help = "Factor of covariances (ν).", min = 0) double covariance,
      Expander expander) {
    public Parameters() {
      this(25, 25, 1, new Expander(1024));
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public EncoderLoss build(EncoderTowers towers, Parameters parameters) throws TrainingException {
    return new VarianceCovarianceLoss(
            parameters.invariance(), parameters.variance(), parameters.covariance())
        .build(
            towers.online(),
            parameters.expander().embedding(towers, 0),
            parameters.expander().embedding(towers, 1));
  }
}
