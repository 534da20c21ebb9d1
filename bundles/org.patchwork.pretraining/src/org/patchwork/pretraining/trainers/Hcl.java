// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import org.patchwork.core.Param;
import org.patchwork.core.TrainingException;
import org.patchwork.internal.pretraining.losses.ContrastiveLoss;
import org.patchwork.internal.pretraining.losses.HardNegativeLoss;
import org.patchwork.learn.encoder.EncoderLoss;
import org.patchwork.learn.encoder.EncoderTowers;
import org.patchwork.learn.encoder.ViewTrainer;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;

/**
 * Contrastive learning with hard negative samples (Robinson, Chuang, Sra and Jegelka 2021): as
 * SimCLR, but the negatives that are most alike count most, less what is expected of hidden
 * positives.
 */
public final class Hcl implements ViewTrainer<Hcl.Parameters> {

  /** Settings. */
  public record Parameters(
      @Param(label = "Temperature", help = "Cosines are divided by it.", min = 0.03, max = 10)
          double temperature,
      @Param(label = "Beta", help = "How much hard negatives count.", min = 0, max = 10)
          double beta,
      @Param(
              label = "Tau plus",
              help = "Part of the negatives that may be of the same kind: one by the classes.",
              min = 0,
              max = 0.9)
          double tauPlus,
      @Param(
              label = "Mean over all",
              help =
                  "Takes the mean weight over all columns, two of which are always zero, instead of"
                      + " the negatives of the paper.")
          boolean meanOverAll,
      ProjectionHead head) {
    public Parameters() {
      this(0.07, 0.5, 0.1, false, new ProjectionHead(128, 64));
    }

    public Parameters {
      if (beta == 0 != (tauPlus == 0)) {
        throw new IllegalArgumentException(
            "Beta and tau plus are both 0, which is SimCLR, or both above 0.");
      }
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public EncoderLoss build(EncoderTowers towers, Parameters parameters) throws TrainingException {
    Network ops = towers.online();
    Node first = embedding(towers, 0, parameters);
    Node second = embedding(towers, 1, parameters);
    if (parameters.beta() == 0) {
      return new ContrastiveLoss(parameters.temperature(), 0, false, 0).build(ops, first, second);
    }
    return new HardNegativeLoss(
            parameters.temperature(),
            parameters.beta(),
            parameters.tauPlus(),
            parameters.meanOverAll())
        .build(ops, first, second);
  }

  private static Node embedding(EncoderTowers towers, int view, Parameters parameters)
      throws TrainingException {
    Network network = towers.online();
    Node pooled = towers.encodePooled(network, towers.view(view));
    return parameters.head().project(network, pooled);
  }
}
