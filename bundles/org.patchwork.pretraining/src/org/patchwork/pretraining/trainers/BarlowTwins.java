// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import org.patchwork.core.Param;
import org.patchwork.core.TrainingException;
import org.patchwork.internal.pretraining.losses.CrossCorrelationLoss;
import org.patchwork.learn.encoder.EncoderLoss;
import org.patchwork.learn.encoder.EncoderTowers;
import org.patchwork.learn.encoder.ViewTrainer;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;

/**
 * Barlow Twins (Zbontar, Jing, Misra, LeCun and Deny 2021): each dimension of the embeddings is to
 * say the same of two views and nothing that another dimension says. No negatives, no target.
 */
public final class BarlowTwins implements ViewTrainer<BarlowTwins.Parameters> {
  private static final int LAYERS = 3;

  /** Settings. */
  public record Parameters(
      @Param(
              label = "Redundancy",
              help = "Factor of correlations between different dimensions (λ).",
              min = 0)
          double redundancy,
      @Param(
              label = "Width",
              help =
                  "Width of the three layers behind the encoder; the paper takes 8192, which wants a"
                      + " graphics card.",
              min = 2,
              max = 16384)
          int width) {
    public Parameters() {
      this(0.005, 1024);
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
            embedding(towers, 0, parameters.width()),
            embedding(towers, 1, parameters.width()));
  }

  private static Node embedding(EncoderTowers towers, int view, int width)
      throws TrainingException {
    Network network = towers.online();
    Node pooled = towers.encodePooled(network, towers.view(view));
    return Heads.mlp(network, "projection", pooled, width, LAYERS, width);
  }
}
