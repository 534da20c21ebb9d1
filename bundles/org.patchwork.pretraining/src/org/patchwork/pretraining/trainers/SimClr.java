// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import org.patchwork.core.Param;
import org.patchwork.core.TrainingException;
import org.patchwork.internal.pretraining.losses.ContrastiveLoss;
import org.patchwork.learn.encoder.EncoderLoss;
import org.patchwork.learn.encoder.EncoderTowers;
import org.patchwork.learn.encoder.ViewTrainer;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;

/**
 * SimCLR (Chen, Kornblith, Norouzi and Hinton 2020): two views of an image are to be more alike
 * than views of other images of the batch. With switches for the decoupled loss, feature
 * modification, RINCE and DirectCLR (Jing, Vincent, LeCun and Tian 2022: no head, the first
 * channels themselves).
 */
public final class SimClr implements ViewTrainer<SimClr.Parameters> {

  /** Settings. */
  public record Parameters(
      @Param(
              label = "Temperature",
              help = "Cosines are divided by it; small values look at the nearest negatives.",
              min = 0.005,
              max = 10)
          double temperature,
      @Param(
              label = "Hidden",
              help = "Width of the hidden layers behind the encoder; 0 for DirectCLR, no head.",
              min = 0,
              max = 16384)
          int hidden,
      @Param(label = "Output", help = "Length of the embeddings.", min = 2, max = 16384) int output,
      @Param(label = "Layers", help = "Dense layers of the head.", min = 1, max = 5) int layers,
      @Param(
              label = "Batch norm",
              help = "Normalises in the head; off where small batches stall early.")
          boolean batchNorm,
      @Param(
              label = "Decoupled",
              help = "Decoupled loss with weights (Yeh et al. 2022), better for small batches.")
          boolean decoupled,
      @Param(
              label = "Epsilon",
              help = "Feature modification (Robinson et al. 2021): 0.1 to 0.5, or 0 for none.",
              min = 0,
              max = 1)
          double epsilon,
      @Param(
              label = "Q",
              help = "RINCE (Chuang et al. 2022), robust to false positives; 0 for none.",
              min = 0,
              max = 1)
          double q) {
    public Parameters() {
      this(0.1, 2048, 2048, 2, true, false, 0, 0);
    }

    public Parameters {
      if (decoupled && q > 0) {
        throw new IllegalArgumentException(
            "Decoupled and q are two different losses; choose one of them.");
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
    ContrastiveLoss loss =
        new ContrastiveLoss(
            parameters.temperature(), parameters.epsilon(), parameters.decoupled(), parameters.q());
    return loss.build(ops, embedding(towers, 0, parameters), embedding(towers, 1, parameters));
  }

  private static Node embedding(EncoderTowers towers, int view, Parameters parameters)
      throws TrainingException {
    Network network = towers.online();
    Node x = towers.encodePooled(network, towers.view(view));
    if (parameters.hidden() == 0) {
      return network.slice(x, 1, 0, Math.min(parameters.output(), x.size(-1)));
    }
    for (int layer = 1; layer < parameters.layers(); layer++) {
      String name = "projection" + layer;
      x = network.dense(name, x, parameters.hidden());
      x = network.relu(parameters.batchNorm() ? network.batchNorm(name + "_norm", x) : x);
    }
    Node embedding = Heads.linear(network, "embedding", x, parameters.output());
    return parameters.batchNorm() ? network.batchNorm("embedding_norm", embedding) : embedding;
  }
}
