// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.patchwork.core.Param;
import org.patchwork.core.TrainingException;
import org.patchwork.internal.pretraining.losses.CodeLoss;
import org.patchwork.internal.pretraining.losses.Sinkhorn;
import org.patchwork.learn.encoder.EncoderLoss;
import org.patchwork.learn.encoder.EncoderTowers;
import org.patchwork.learn.encoder.Memory;
import org.patchwork.learn.encoder.StepImage;
import org.patchwork.learn.encoder.Trainer;
import org.patchwork.learn.encoder.TrainerContext;
import org.patchwork.learn.encoder.TrainerRun;
import org.patchwork.learn.encoder.View;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Network.Init;
import org.patchwork.learn.network.Network.Kind;
import org.patchwork.learn.network.Node;

/**
 * SwAV (Caron, Misra, Mairal, Goyal, Bojanowski and Joulin 2020): images are divided evenly among
 * prototypes, and each view, small crops too, is to tell to which one another view belongs.
 */
public final class SwAv implements Trainer<SwAv.Parameters> {
  private static final String QUEUE_IN_USE = "queue_in_use";

  /** Settings. */
  public record Parameters(
      @Param(
              label = "Prototypes",
              help = "Number of prototypes: several times the kinds of images there may be.",
              min = 2,
              max = 65536)
          int prototypes,
      @Param(label = "Temperature", help = "Cosines are divided by it.", min = 0.005, max = 10)
          double temperature,
      @Param(
              label = "Epsilon",
              help = "Smoothness of the division; small values give one prototype to an image.",
              min = 0.005,
              max = 10)
          double epsilon,
      @Param(
              label = "Iterations",
              help = "How often the division among prototypes is evened.",
              min = 1,
              max = 100)
          int iterations,
      ProjectionHead head,
      @Param(
              label = "Queue",
              help =
                  "Embeddings of earlier steps that are divided together with the batch, for batches"
                      + " with fewer images than there are prototypes; 0 for none.",
              min = 0,
              max = 1048576)
          int queue,
      @Param(label = "Queue epoch", help = "The epoch from which the queue counts.", min = 1)
          int queueEpoch,
      Crops crops) {
    public Parameters() {
      this(64, 0.1, 0.03, 3, new ProjectionHead(2048, 128), 1024, 2, new Crops(4, 0.5, 0.3));
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public TrainerRun open(Parameters parameters, TrainerContext context) throws TrainingException {
    if (parameters.queue() > 0) {
      Queues.require(parameters.queue(), context);
    }
    return new Run(parameters);
  }

  private record Run(Parameters parameters) implements TrainerRun {
    @Override
    public List<View> views() {
      return parameters.crops().views();
    }

    @Override
    public EncoderLoss build(EncoderTowers towers) throws TrainingException {
      Network ops = towers.online();
      Node kernel =
          towers
              .online()
              .weight(
                  "prototypes/kernel",
                  Kind.KERNEL,
                  Init.GLOROT_UNIFORM,
                  parameters.prototypes(),
                  parameters.head().output());
      Node prototypes = ops.l2Normalize(kernel);
      List<Node> embeddings = new ArrayList<>();
      List<Node> scores = new ArrayList<>();
      for (int view = 0; view < views().size(); view++) {
        Node z = embedding(towers, view);
        embeddings.add(z);
        scores.add(ops.matMul(z, prototypes, true));
      }
      List<Node> codes = codes(towers, ops, embeddings, scores, prototypes);
      Node loss = new CodeLoss(parameters.temperature()).build(ops, codes, scores);
      return EncoderLoss.of(loss)
          .with("code_entropy", CodeLoss.entropy(ops, codes.get(0)))
          .with("used_prototypes", CodeLoss.used(ops, codes.get(0)));
    }

    private Node embedding(EncoderTowers towers, int view) throws TrainingException {
      Network network = towers.online();
      Node pooled = towers.encodePooled(network, towers.view(view));
      return network.l2Normalize(parameters.head().project(network, pooled));
    }

    /** Codes of the large views. */
    private List<Node> codes(
        EncoderTowers towers,
        Network ops,
        List<Node> embeddings,
        List<Node> scores,
        Node prototypes) {
      Sinkhorn division = new Sinkhorn(parameters.epsilon(), parameters.iterations());
      int count = towers.batchSize();
      Node batch = ops.constant(ones(count), count, 1);
      if (parameters.queue() == 0) {
        return scores.subList(0, Crops.LARGE).stream()
            .map(view -> division.codes(ops, view, batch))
            .toList();
      }
      Node inUse = ops.mean(towers.input(QUEUE_IN_USE), false);
      int rows = parameters.queue();
      Node weights = ops.concat(0, batch, ops.multiply(inUse, ops.constant(ones(rows), rows, 1)));
      List<Node> codes = new ArrayList<>();
      for (int view = 0; view < Crops.LARGE; view++) {
        Memory queue =
            towers.memory(
                "queue" + view, Memory.Start.UNIT_NOISE, rows, parameters.head().output());
        queue.push(ops.stopGradient(embeddings.get(view)));
        Node earlier = ops.matMul(queue.value(), prototypes, true);
        Node all = ops.concat(0, scores.get(view), earlier);
        codes.add(ops.slice(division.codes(ops, all, weights), 0, 0, count));
      }
      return codes;
    }

    private static float[] ones(int count) {
      float[] ones = new float[count];
      Arrays.fill(ones, 1);
      return ones;
    }

    @Override
    public void fill(StepImage image, String input, float[] values, int offset) {
      values[offset] = image.epoch() + 1 >= parameters.queueEpoch() ? 1 : 0;
    }
  }
}
