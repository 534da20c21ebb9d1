// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import java.util.List;
import java.util.stream.IntStream;
import org.patchwork.core.Param;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.encoder.EncoderLoss;
import org.patchwork.learn.encoder.EncoderTowers;
import org.patchwork.learn.encoder.StepImage;
import org.patchwork.learn.encoder.Trainer;
import org.patchwork.learn.encoder.TrainerContext;
import org.patchwork.learn.encoder.TrainerRun;
import org.patchwork.learn.encoder.View;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;

/**
 * Rotation prediction (Gidaris, Singh and Komodakis 2018): the image is turned by quarter turns,
 * and the network is to say by how many. Quarter turns and upside-down flips of the augmentation
 * would take the task away and are switched off.
 */
public final class Rotation implements Trainer<Rotation.Parameters> {
  private static final int TURNS = 4;

  /** Settings. */
  public record Parameters(
      @Param(label = "Hidden", help = "Width of the hidden layer.", min = 2, max = 16384)
          int hidden,
      @Param(
              label = "All turns",
              help =
                  "Each step sees every image in all four positions, as the paper advises; off for"
                      + " one position by lot, four times as fast a step.")
          boolean allTurns) {
    public Parameters() {
      this(512, true);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public TrainerRun open(Parameters parameters, TrainerContext context) throws TrainingException {
    if (context.input().height() != context.input().width()) {
      throw new TrainingException("Rotation prediction needs square images; set a size.");
    }
    return new Run(parameters);
  }

  private record Run(Parameters parameters) implements TrainerRun {
    private static final String TURN = "turn";

    @Override
    public List<View> views() {
      return List.of(new View(1, "rot90=off,flip_up_down=off", 0));
    }

    @Override
    public void fill(StepImage image, String input, float[] values, int offset) {
      values[offset + new RandomStreams(image.seeds()[0]).stream(TURN).nextInt(TURNS)] = 1;
    }

    @Override
    public EncoderLoss build(EncoderTowers towers) throws TrainingException {
      Network network = towers.online();
      Node images = towers.view(0);
      Node[] turned =
          IntStream.range(0, TURNS)
              .mapToObj(turns -> turned(network, images, turns))
              .toArray(Node[]::new);
      if (parameters.allTurns()) {
        Node truth =
            network.constant(everyTurn(towers.batchSize()), TURNS * towers.batchSize(), TURNS);
        return loss(towers, network, network.concat(0, turned), truth);
      }
      Node truth = towers.input(TURN, TURNS);
      return loss(towers, network, chosen(network, turned, truth), truth);
    }

    private EncoderLoss loss(EncoderTowers towers, Network network, Node images, Node truth)
        throws TrainingException {
      Node pooled = towers.encodePooled(network, images);
      Node hidden = network.relu(network.dense("hidden", pooled, parameters.hidden()));
      Node logits = network.dense("turns", hidden, TURNS);
      Node likelihood = network.multiply(truth, network.logSoftmax(logits));
      Node loss = network.negate(network.mean(network.sum(likelihood, false, 1), false));
      Node right = network.sum(network.multiply(truth, logits), true, 1);
      Node best = network.greaterEqual(right, network.max(logits, true, 1));
      return EncoderLoss.of(loss).with("accuracy", network.mean(best, false));
    }

    private static Node chosen(Network network, Node[] turned, Node truth) {
      Node sum = null;
      for (int turns = 0; turns < TURNS; turns++) {
        Node share = network.reshape(network.slice(truth, 1, turns, 1), -1, 1, 1, 1);
        Node part = network.multiply(turned[turns], share);
        sum = sum == null ? part : network.add(sum, part);
      }
      return sum;
    }
  }

  /** Images turned counter-clockwise by quarter turns. */
  static Node turned(Network network, Node images, int turns) {
    return switch (turns) {
      case 1 -> network.reverse(network.permute(images, 0, 2, 1, 3), 1);
      case 2 -> network.reverse(network.reverse(images, 1), 2);
      case 3 -> network.permute(network.reverse(images, 1), 0, 2, 1, 3);
      default -> images;
    };
  }

  /** The turns of all images unturned, then of all turned once, and so on, one-hot. */
  private static float[] everyTurn(int images) {
    float[] truth = new float[TURNS * images * TURNS];
    for (int i = 0; i < TURNS * images; i++) {
      truth[i * TURNS + i / images] = 1;
    }
    return truth;
  }
}
