// SPDX-License-Identifier: MIT
package org.patchwork.learn.conformance;

import java.util.SplittableRandom;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.encoder.EncoderLoss;
import org.patchwork.learn.encoder.EncoderTowers;
import org.patchwork.learn.encoder.Trainer;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;

/** Checks what pre-training relies on in a trainer, without an engine. */
public abstract class TrainerConformance<P extends Record>
    extends AlgorithmConformance<Trainer<P>, P> {
  private static final int BATCH = 4;
  private static final int SIDE = 4;
  private static final int CHANNELS = 3;
  private static final int FEATURES = 5;

  /**
   * Checks that loss and measures are finite scalars, that views are asked for that were announced,
   * and that the decay of a target is a part from 0 to 1.
   *
   * @throws AssertionError if a rule is broken; says which
   */
  public final void verify() {
    verifyAlgorithm();
    Towers towers = new Towers();
    EncoderLoss loss = build(towers);
    scalar("The loss", loss.loss());
    loss.measures().forEach((name, node) -> scalar("The measure " + name, node));
    require(!loss.measures().containsKey("loss"), "No further measure may be called loss");
    require(towers.encoded, "The loss must depend on the encoder");
    for (double progress : new double[] {0, 0.5, 1}) {
      var decay = algorithm().targetDecay(parameters(), progress);
      require(
          decay.isPresent() || !towers.targetAsked, "It asks for a target: give its targetDecay");
      require(
          decay.isEmpty() || decay.get() >= 0 && decay.get() <= 1,
          "The decay of the target must be from 0 to 1");
    }
  }

  private EncoderLoss build(Towers towers) {
    try {
      return algorithm().build(towers, parameters());
    } catch (TrainingException e) {
      throw new AssertionError("A small encoder must do: " + e.getMessage(), e);
    }
  }

  private static void scalar(String what, Node node) {
    require(node.rank() == 0, what + " must be a scalar");
    double value = ReferenceOps.value(node).scalar();
    require(Double.isFinite(value), what + " must be finite, not " + value);
  }

  /** Random images and an encoder of one convolution. */
  private final class Towers implements EncoderTowers {
    private final ReferenceNetwork network = new ReferenceNetwork(3);
    private final int views = algorithm().views();
    private boolean encoded;
    private boolean targetAsked;

    @Override
    public int batchSize() {
      return BATCH;
    }

    @Override
    public Node view(int number) {
      require(number >= 0 && number < views, "It asks for view " + number + " of " + views);
      int size = BATCH * SIDE * SIDE * CHANNELS;
      double[] values = new SplittableRandom(number).doubles(size).toArray();
      return ReferenceValue.of(values, BATCH, SIDE, SIDE, CHANNELS);
    }

    @Override
    public Network online() {
      return network.again();
    }

    @Override
    public Network target() {
      targetAsked = true;
      return network.again();
    }

    @Override
    public Node encode(Network in, Node images) {
      encoded = true;
      return in.conv("encoder", images, FEATURES, 3);
    }
  }
}
