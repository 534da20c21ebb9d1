// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import java.util.Optional;
import org.patchwork.core.Param;
import org.patchwork.core.TrainingException;
import org.patchwork.internal.pretraining.losses.NegativesLoss;
import org.patchwork.internal.pretraining.losses.QueueContrastLoss;
import org.patchwork.learn.encoder.EncoderLoss;
import org.patchwork.learn.encoder.EncoderOptimizer.Method;
import org.patchwork.learn.encoder.EncoderTowers;
import org.patchwork.learn.encoder.Memory;
import org.patchwork.learn.encoder.OwnRule;
import org.patchwork.learn.encoder.Trainer;
import org.patchwork.learn.encoder.TrainerContext;
import org.patchwork.learn.encoder.TrainerRun;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;

/**
 * AdCo (Hu, Wang, Hu and Qi 2021): as MoCo, but the negatives are learned themselves: they move to
 * where they are most in the way of the queries.
 */
public final class AdCo implements Trainer<AdCo.Parameters> {

  /** Settings. */
  public record Parameters(
      @Param(label = "Negatives", help = "Number of learned negatives.", min = 2, max = 1048576)
          int negatives,
      @Param(
              label = "Momentum",
              help = "How slowly the copy follows; the paper's 0.999 wants 10,000 steps and more.",
              min = 0,
              max = 1)
          double momentum,
      @Param(
              label = "Temperature",
              help = "Cosines are divided by it in the loss of the encoder.",
              min = 0.005,
              max = 10)
          double temperature,
      @Param(
              label = "Adversarial temperature",
              help = "Cosines are divided by it in the loss of the negatives.",
              min = 0.005,
              max = 10)
          double adversarialTemperature,
      @Param(
              label = "Adversarial rate",
              help = "Learning rate of the negatives; follows the schedule of the run.",
              min = 0,
              max = 1000)
          double adversarialRate,
      @Param(
              label = "Adversarial decay",
              help = "Pull of the negatives towards 0.",
              min = 0,
              max = 1)
          double adversarialDecay,
      @Param(
              label = "Among queries",
              help =
                  "Each negative divides its attention among the queries, as in the code of the"
                      + " authors, instead of each query among the negatives.")
          boolean amongQueries,
      ProjectionHead head) {
    public Parameters() {
      this(4096, 0.99, 0.12, 0.02, 3, 1e-4, false, new ProjectionHead(2048, 128));
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public TrainerRun open(Parameters parameters, TrainerContext context) throws TrainingException {
    Queues.require(parameters.negatives(), context);
    return new Run(parameters, context.batchSize(), context.learningRate());
  }

  private record Run(Parameters parameters, int batchSize, double learningRate)
      implements TrainerRun {
    @Override
    public Optional<Double> targetDecay(double progress) {
      return Optional.of(parameters.momentum());
    }

    @Override
    public int rehearsals(int most) {
      return Queues.rehearsals(parameters.negatives(), batchSize, most);
    }

    @Override
    public EncoderLoss build(EncoderTowers towers) throws TrainingException {
      Network ops = towers.online();
      Node queries = embed(towers, towers.online(), 0);
      Node keys = ops.stopGradient(embed(towers, towers.target(), 1));
      OwnRule rule = new OwnRule(Method.MOMENTUM, parameters.adversarialRate() / learningRate);
      Memory buffer =
          towers.trainedMemory(
              "negatives",
              Memory.Start.UNIT_NOISE,
              rule,
              parameters.negatives(),
              parameters.head().output());
      buffer.pushInRehearsal(keys);
      Node negatives = ops.l2Normalize(buffer.value());
      Node cosines = ops.matMul(queries, ops.stopGradient(negatives), true);
      EncoderLoss loss =
          new QueueContrastLoss(parameters.temperature(), 0, true)
              .build(ops, queries, keys, cosines);
      Node moved = ops.add(loss.loss(), onlyGradient(ops, adversary(ops, queries, keys, buffer)));
      return EncoderLoss.of(moved)
          .with("accuracy", loss.measures().get("accuracy"))
          .with("weight_diff", towers.targetDistance());
    }

    private Node adversary(Network ops, Node queries, Node keys, Memory buffer) {
      Node negatives = ops.l2Normalize(buffer.value());
      Node against =
          new NegativesLoss(parameters.adversarialTemperature(), parameters.amongQueries())
              .build(ops, queries, keys, negatives);
      Node pull =
          ops.multiply(
              ops.constant((float) parameters.adversarialDecay()),
              ops.mean(ops.square(buffer.value()), false));
      return ops.add(against, pull);
    }

    /** Zero, with the gradient of x: the loss that is logged stays that of the encoder. */
    private static Node onlyGradient(Network ops, Node x) {
      return ops.subtract(x, ops.stopGradient(x));
    }

    private Node embed(EncoderTowers towers, Network network, int view) throws TrainingException {
      Node pooled = towers.encodePooled(network, towers.view(view));
      Node hidden = network.relu(network.dense("projection", pooled, parameters.head().hidden()));
      return network.l2Normalize(network.dense("embedding", hidden, parameters.head().output()));
    }
  }
}
