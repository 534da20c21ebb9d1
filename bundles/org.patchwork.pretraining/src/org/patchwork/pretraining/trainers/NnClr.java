// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import org.patchwork.core.Param;
import org.patchwork.core.TrainingException;
import org.patchwork.internal.pretraining.losses.NearestNeighbourLoss;
import org.patchwork.learn.encoder.EncoderLoss;
import org.patchwork.learn.encoder.EncoderTowers;
import org.patchwork.learn.encoder.Memory;
import org.patchwork.learn.encoder.TrainerContext;
import org.patchwork.learn.encoder.TrainerRun;
import org.patchwork.learn.encoder.ViewTrainer;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;

/**
 * NNCLR (Dwibedi, Aytar, Tompson, Sermanet and Zisserman 2021): as SimCLR, but the positive is the
 * image most like the other view among those of earlier steps, so that images of a kind attract
 * each other, not only views of one image.
 */
public final class NnClr implements ViewTrainer<NnClr.Parameters> {

  /** Settings. */
  public record Parameters(
      @Param(label = "Queue", help = "Embeddings of earlier steps.", min = 2, max = 1048576)
          int queue,
      @Param(label = "Temperature", help = "Cosines are divided by it.", min = 0.005, max = 10)
          double temperature,
      ProjectionHead head,
      @Param(label = "Layers", help = "Dense layers of the head.", min = 1, max = 5) int layers,
      @Param(
              label = "Predictor",
              help = "A small network that predicts the neighbour, as in the paper.")
          boolean predictor,
      @Param(
              label = "Epsilon",
              help = "Feature modification (Robinson et al. 2021): 0.1 to 0.5, or 0 for none.",
              min = 0,
              max = 1)
          double epsilon) {
    public Parameters() {
      this(8192, 0.1, new ProjectionHead(1024, 256), 3, true, 0);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public TrainerRun open(Parameters parameters, TrainerContext context) throws TrainingException {
    Queues.require(parameters.queue(), context);
    return ViewTrainer.super.open(parameters, context);
  }

  @Override
  public int rehearsals(Parameters parameters, int batchSize, int most) {
    return Queues.rehearsals(parameters.queue(), batchSize, most);
  }

  @Override
  public EncoderLoss build(EncoderTowers towers, Parameters parameters) throws TrainingException {
    Network ops = towers.online();
    Node z1 = embedding(towers, 0, parameters);
    Node z2 = embedding(towers, 1, parameters);
    Memory queue =
        towers.memory(
            "queue", Memory.Start.UNIT_NOISE, parameters.queue(), parameters.head().output());
    Node unit1 = ops.l2Normalize(z1);
    Node unit2 = ops.l2Normalize(z2);
    queue.push(ops.stopGradient(unit1));
    return new NearestNeighbourLoss(parameters.temperature(), parameters.epsilon())
        .build(
            ops,
            compared(towers, z1, parameters),
            compared(towers, z2, parameters),
            NearestNeighbourLoss.neighbours(ops, unit1, queue.value()),
            NearestNeighbourLoss.neighbours(ops, unit2, queue.value()));
  }

  private static Node embedding(EncoderTowers towers, int view, Parameters parameters)
      throws TrainingException {
    Network network = towers.online();
    Node pooled = towers.encodePooled(network, towers.view(view));
    Node z =
        Heads.mlp(
            network,
            "projection",
            pooled,
            parameters.head().hidden(),
            parameters.layers(),
            parameters.head().output());
    return network.batchNorm("embedding_norm", z);
  }

  private static Node compared(EncoderTowers towers, Node z, Parameters parameters) {
    return parameters.predictor() ? parameters.head().predict(towers.online(), z) : z;
  }
}
