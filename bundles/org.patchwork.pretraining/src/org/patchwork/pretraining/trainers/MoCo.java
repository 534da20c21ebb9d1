// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.patchwork.core.Param;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;
import org.patchwork.internal.pretraining.losses.MixedNegatives;
import org.patchwork.internal.pretraining.losses.QueueContrastLoss;
import org.patchwork.learn.encoder.EncoderLoss;
import org.patchwork.learn.encoder.EncoderTowers;
import org.patchwork.learn.encoder.Memory;
import org.patchwork.learn.encoder.StepImage;
import org.patchwork.learn.encoder.Trainer;
import org.patchwork.learn.encoder.TrainerContext;
import org.patchwork.learn.encoder.TrainerRun;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;

/**
 * MoCo (He, Fan, Wu, Xie and Girshick 2020) and its second version (Chen, Fan, Girshick and He
 * 2020): a view is to be more like the other one, seen by a slow copy of the network, than like
 * many images of steps before, whose embeddings wait in a queue. With the margin of EqCo and the
 * mixed negatives of MoCHi.
 */
public final class MoCo implements Trainer<MoCo.Parameters> {
  private static final String FIRST = "mixed_first";
  private static final String SECOND = "mixed_second";
  private static final String SHARE = "mixed_share";
  private static final String QUERY_PICK = "query_mixed";
  private static final String QUERY_SHARE = "query_share";

  /** Settings. */
  public record Parameters(
      @Param(
              label = "Queue",
              help = "Embeddings of earlier steps that serve as negatives.",
              min = 2,
              max = 1048576)
          int queue,
      @Param(
              label = "Momentum",
              help = "How slowly the copy follows; the paper's 0.999 wants 10,000 steps and more.",
              min = 0,
              max = 1)
          double momentum,
      @Param(label = "Temperature", help = "Cosines are divided by it.", min = 0.005, max = 10)
          double temperature,
      @Param(
              label = "Layers",
              help = "Dense layers of the head: 1 is MoCo, 2 its second version.",
              min = 1,
              max = 5)
          int layers,
      ProjectionHead head,
      @Param(
              label = "In-batch negatives",
              help = "Takes the keys of other images of the batch as negatives too.")
          boolean inBatchNegatives,
      @Param(
              label = "Norm groups",
              help =
                  "Divides the batch so that batch norm sees queries and keys in different company;"
                      + " 1 for no division.",
              min = 1,
              max = 64)
          int normGroups,
      @Param(
              label = "Margin",
              help =
                  "EqCo (Zhu et al. 2020), off at 0: temperature times ln(a / queue) makes the queue"
                      + " count as a negatives.",
              min = -10,
              max = 10)
          double margin,
      @Param(
              label = "Hardest",
              help =
                  "MoCHi (Kalantidis et al. 2020): mixes among so many hardest negatives; 0 off.",
              min = 0,
              max = 65536)
          int hardest,
      @Param(
              label = "Mixed",
              help = "MoCHi: negatives mixed of two of the hardest, for each query.",
              min = 0,
              max = 65536)
          int mixed,
      @Param(
              label = "Query mixed",
              help = "MoCHi: negatives mixed of the query and one of the hardest.",
              min = 0,
              max = 65536)
          int queryMixed) {
    public Parameters() {
      this(4096, 0.99, 0.1, 2, new ProjectionHead(2048, 128), true, 1, 0, 0, 0, 0);
    }

    public Parameters {
      if (hardest > queue) {
        throw new IllegalArgumentException(
            "Hardest is " + hardest + ", but the queue holds only " + queue + ".");
      }
      if (hardest > 0 != (mixed + queryMixed > 0) || hardest == 1 && mixed > 0) {
        throw new IllegalArgumentException(
            "MoCHi mixes among two or more hardest negatives: set hardest together with mixed or"
                + " query mixed.");
      }
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public TrainerRun open(Parameters parameters, TrainerContext context) throws TrainingException {
    Queues.require(parameters.queue(), context);
    if (context.batchSize() % parameters.normGroups() != 0) {
      throw new TrainingException(
          "A batch of "
              + context.batchSize()
              + " does not divide into "
              + parameters.normGroups()
              + " groups; choose norm groups that divide it.");
    }
    return new Run(parameters, context.batchSize());
  }

  private record Run(Parameters parameters, int batchSize) implements TrainerRun {
    @Override
    public Optional<Double> targetDecay(double progress) {
      return Optional.of(parameters.momentum());
    }

    @Override
    public int rehearsals(int most) {
      return Queues.rehearsals(parameters.queue(), batchSize, most);
    }

    @Override
    public EncoderLoss build(EncoderTowers towers) throws TrainingException {
      Network ops = towers.online();
      NormGroups groups = new NormGroups(parameters.normGroups(), batchSize);
      Node queries =
          ops.l2Normalize(
              groups.apply(
                  ops, towers.view(0), false, part -> embed(towers, towers.online(), part)));
      Node keys =
          ops.stopGradient(
              ops.l2Normalize(
                  groups.apply(
                      ops, towers.view(1), true, part -> embed(towers, towers.target(), part))));
      Memory queue =
          towers.memory(
              "queue", Memory.Start.UNIT_NOISE, parameters.queue(), parameters.head().output());
      queue.push(keys);
      Node negatives = negatives(towers, ops, queries, queue.value());
      return new QueueContrastLoss(
              parameters.temperature(), parameters.margin(), parameters.inBatchNegatives())
          .build(ops, queries, keys, negatives)
          .with("weight_diff", towers.targetDistance());
    }

    private Node embed(EncoderTowers towers, Network network, Node images)
        throws TrainingException {
      Node x = towers.encodePooled(network, images);
      for (int layer = 1; layer < parameters.layers(); layer++) {
        x = network.relu(network.dense("projection" + layer, x, parameters.head().hidden()));
      }
      return network.dense("embedding", x, parameters.head().output());
    }

    private Node negatives(EncoderTowers towers, Network ops, Node queries, Node queue) {
      List<Node> cosines = new ArrayList<>();
      cosines.add(ops.matMul(queries, queue, true));
      MixedNegatives mixtures = new MixedNegatives(parameters.hardest());
      if (parameters.mixed() > 0) {
        int count = parameters.mixed();
        MixedNegatives.Pairs pairs =
            new MixedNegatives.Pairs(
                towers.input(FIRST, count),
                towers.input(SECOND, count),
                towers.input(SHARE, count));
        cosines.add(mixtures.ofPairs(ops, queries, queue, pairs));
      }
      if (parameters.queryMixed() > 0) {
        int count = parameters.queryMixed();
        Node pick = towers.input(QUERY_PICK, count);
        Node share = towers.input(QUERY_SHARE, count);
        cosines.add(mixtures.ofQuery(ops, queries, queue, pick, share));
      }
      return cosines.size() == 1 ? cosines.get(0) : ops.concat(1, cosines.toArray(Node[]::new));
    }

    /** Draws of its own for each query: a ~ U(0, 1), b ~ U(0, .5), two different ranks. */
    @Override
    public void fill(StepImage image, String input, float[] values, int offset) {
      RandomStreams random = new RandomStreams(image.seeds()[0]);
      RandomGenerator ranks = random.stream("ranks");
      RandomGenerator own = random.stream(input);
      int n = parameters.hardest();
      for (int i = 0; i < (isOfQuery(input) ? parameters.queryMixed() : parameters.mixed()); i++) {
        int first = ranks.nextInt(n);
        int second = n > 1 ? (first + 1 + ranks.nextInt(n - 1)) % n : first;
        values[offset + i] =
            switch (input) {
              case FIRST -> first;
              case SECOND -> second;
              case SHARE -> own.nextFloat();
              case QUERY_PICK -> own.nextInt(n);
              case QUERY_SHARE -> own.nextFloat() / 2;
              default -> throw new IllegalStateException("Nobody fills the input " + input);
            };
      }
    }

    private static boolean isOfQuery(String input) {
      return input.equals(QUERY_PICK) || input.equals(QUERY_SHARE);
    }
  }
}
