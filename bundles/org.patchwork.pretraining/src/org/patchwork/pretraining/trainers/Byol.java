// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import java.util.Optional;
import org.patchwork.core.Param;
import org.patchwork.core.TrainingException;
import org.patchwork.internal.pretraining.losses.CosineLoss;
import org.patchwork.learn.encoder.EncoderLoss;
import org.patchwork.learn.encoder.EncoderTowers;
import org.patchwork.learn.encoder.ViewTrainer;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;

/**
 * BYOL (Grill et al. 2020): from one view a network predicts the embedding of the other by a target
 * network, a moving average of itself. No negatives.
 */
public final class Byol implements ViewTrainer<Byol.Parameters> {

  /** Settings. */
  public record Parameters(
      ProjectionHead head,
      @Param(
              label = "Tau",
              help = "How slowly the target follows; lower for runs of few steps.",
              min = 0,
              max = 1)
          double tau,
      @Param(
              label = "Tau to one",
              help = "Lets tau rise to 1 over the run along half a cosine, as the paper does.")
          boolean tauToOne) {
    public Parameters() {
      this(new ProjectionHead(4096, 256), 0.996, true);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public Optional<Double> targetDecay(Parameters parameters, double progress) {
    double tau = parameters.tau();
    return Optional.of(
        parameters.tauToOne() ? 1 - (1 - tau) * (1 + Math.cos(Math.PI * progress)) / 2 : tau);
  }

  @Override
  public EncoderLoss build(EncoderTowers towers, Parameters parameters) throws TrainingException {
    Network ops = towers.online();
    Node p1 = prediction(towers, 0, parameters);
    Node p2 = prediction(towers, 1, parameters);
    Node t1 = projection(towers, towers.target(), 0, parameters);
    Node t2 = projection(towers, towers.target(), 1, parameters);
    Node loss = ops.add(CosineLoss.distance(ops, p1, t2), CosineLoss.distance(ops, p2, t1));
    return EncoderLoss.of(loss).with("output_std", CosineLoss.spread(ops, p1));
  }

  private static Node prediction(EncoderTowers towers, int view, Parameters parameters)
      throws TrainingException {
    Network network = towers.online();
    Node z = projection(towers, network, view, parameters);
    return parameters.head().predict(network, z);
  }

  private static Node projection(
      EncoderTowers towers, Network network, int view, Parameters parameters)
      throws TrainingException {
    Node pooled = towers.encodePooled(network, towers.view(view));
    return parameters.head().project(network, pooled);
  }
}
