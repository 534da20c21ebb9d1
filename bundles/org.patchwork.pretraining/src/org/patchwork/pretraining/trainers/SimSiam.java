// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import org.patchwork.core.Param;
import org.patchwork.core.TrainingException;
import org.patchwork.internal.pretraining.losses.CosineLoss;
import org.patchwork.learn.encoder.EncoderLoss;
import org.patchwork.learn.encoder.EncoderTowers;
import org.patchwork.learn.encoder.ViewTrainer;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;

/**
 * SimSiam (Chen and He 2021): from each view a small network predicts the embedding of the other,
 * which gets no gradient. No negatives, no target network, good with small batches.
 */
public final class SimSiam implements ViewTrainer<SimSiam.Parameters> {
  private static final int LAYERS = 3;

  /** Settings. */
  public record Parameters(
      @Param(label = "Width", help = "Width of the embeddings.", min = 2, max = 16384) int width,
      @Param(
              label = "Predictor width",
              help = "Width of the bottleneck of the predictor, a quarter of the embeddings.",
              min = 2,
              max = 16384)
          int predictorWidth) {
    public Parameters() {
      this(2048, 512);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public EncoderLoss build(EncoderTowers towers, Parameters parameters) throws TrainingException {
    Network ops = towers.online();
    Node z1 = embedding(towers, 0, parameters);
    Node z2 = embedding(towers, 1, parameters);
    Node p1 = prediction(towers.online(), z1, parameters);
    Node p2 = prediction(towers.online(), z2, parameters);
    Node both = ops.add(CosineLoss.negative(ops, p1, z2), CosineLoss.negative(ops, p2, z1));
    return EncoderLoss.of(ops.multiply(ops.constant(0.5f), both))
        .with("output_std", CosineLoss.spread(ops, p1));
  }

  private static Node embedding(EncoderTowers towers, int view, Parameters parameters)
      throws TrainingException {
    Network network = towers.online();
    Node x = towers.encodePooled(network, towers.view(view));
    for (int layer = 1; layer <= LAYERS; layer++) {
      String name = "projection" + layer;
      x = network.batchNorm(name + "_norm", Heads.linear(network, name, x, parameters.width()));
      x = layer < LAYERS ? network.relu(x) : x;
    }
    return x;
  }

  private static Node prediction(Network network, Node z, Parameters parameters) {
    return Heads.mlp(network, "prediction", z, parameters.predictorWidth(), 2, parameters.width());
  }
}
