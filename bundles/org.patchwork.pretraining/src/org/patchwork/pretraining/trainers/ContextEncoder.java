// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.Param;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;
import org.patchwork.internal.pretraining.losses.AdversarialLoss;
import org.patchwork.internal.pretraining.losses.ReconstructionLoss;
import org.patchwork.learn.encoder.EncoderAccess;
import org.patchwork.learn.encoder.EncoderGoal;
import org.patchwork.learn.encoder.EncoderLoss;
import org.patchwork.learn.encoder.EncoderTowers;
import org.patchwork.learn.encoder.StepImage;
import org.patchwork.learn.encoder.Trainer;
import org.patchwork.learn.encoder.TrainerContext;
import org.patchwork.learn.encoder.TrainerRun;
import org.patchwork.learn.encoder.View;
import org.patchwork.learn.log.PictureLog;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;

/**
 * Context encoder (Pathak, Krähenbühl, Donahue, Darrell and Efros 2016): a quarter of the image is
 * covered, and the network is to draw what is there. With an adversary that learns, in every other
 * step, to tell what was drawn from what was photographed.
 */
public final class ContextEncoder implements Trainer<ContextEncoder.Parameters> {

  /** Settings. */
  public record Parameters(
      @Param(
              label = "Reconstruction weight",
              help = "Weight of the mean absolute difference where the image was covered.",
              min = 0,
              max = 1000)
          double reconstructionWeight,
      @Param(
              label = "Adversary weight",
              help =
                  "Weight of fooling the adversary; 0 for none, which halves the time and does as"
                      + " well on small collections.",
              min = 0,
              max = 1000)
          double adversaryWeight,
      @Param(
              label = "Adversary rate",
              help = "Factor of the learning rate of the adversary.",
              min = 0.001,
              max = 100)
          double adversaryRate,
      @Param(
              label = "Channel-wise",
              help =
                  "Joins all places of a channel by a dense layer in the middle; otherwise by a"
                      + " 5×5 depthwise convolution.")
          boolean channelWise,
      @Param(
              label = "Width",
              help =
                  "Channels of the last layer of the network that draws; each before it has twice"
                      + " as many.",
              min = 1,
              max = 512)
          int width) {
    public Parameters() {
      this(1, 1e-3, 0.1, true, 32);
    }

    public Parameters {
      if (reconstructionWeight == 0 && adversaryWeight == 0) {
        throw new IllegalArgumentException(
            "Of the weights of reconstruction and adversary one must not be 0.");
      }
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public TrainerRun open(Parameters parameters, TrainerContext context) {
    return new Run(parameters, context);
  }

  private record Run(Parameters parameters, TrainerContext context) implements TrainerRun {
    private static final String MASK = "mask";
    private static final String FILLED = "filled";

    @Override
    public List<View> views() {
      return List.of(View.FULL);
    }

    @Override
    public void fill(StepImage image, String input, float[] values, int offset) {
      int[] shape = context.imageShape();
      RandomGenerator random = new RandomStreams(image.seeds()[0]).stream(MASK);
      CoveredPart.random(shape[0], shape[1], random).write(shape[1], values, offset);
    }

    @Override
    public int goal(long step) {
      return parameters.adversaryWeight() > 0 ? (int) (step % 2) : 0;
    }

    @Override
    public EncoderLoss build(EncoderTowers towers) throws TrainingException {
      int[] shape = context.imageShape();
      Network network = towers.online();
      Node images = towers.view(0);
      Node mask = towers.input(MASK, shape[0], shape[1], 1);
      ContextNetworks networks = new ContextNetworks(towers, parameters, shape);
      Node drawn = networks.inpaint(network, images, mask);
      Node difference = ReconstructionLoss.covered(network, mask, images, drawn);
      Node weighted =
          network.multiply(difference, network.constant((float) parameters.reconstructionWeight()));
      Node filled = filled(towers, networks);
      return parameters.adversaryWeight() > 0
          ? withAdversary(towers, networks, weighted, drawn)
              .with("reconstruction_loss", difference)
              .withOutput(FILLED, filled)
          : EncoderLoss.of(weighted).withOutput(FILLED, filled);
    }

    private EncoderLoss withAdversary(
        EncoderTowers towers, ContextNetworks networks, Node reconstruction, Node drawn) {
      Network ops = towers.online();
      Node told = networks.discriminate(towers.online(), drawn);
      Node real = networks.discriminate(towers.online(), towers.view(0));
      Node fooling = AdversarialLoss.fooling(ops, told);
      Node weight = ops.constant((float) parameters.adversaryWeight());
      Node total = ops.add(reconstruction, ops.multiply(weight, fooling));
      return EncoderLoss.of(
              new EncoderGoal(
                  EncoderGoal.LOSS, total, name -> !ContextNetworks.ofAdversary(name), 1),
              new EncoderGoal(
                  "adversary_loss",
                  AdversarialLoss.telling(ops, real, told),
                  ContextNetworks::ofAdversary,
                  parameters.adversaryRate()))
          .with("fooling_loss", fooling);
    }

    /** The images with their middle drawn. */
    private Node filled(EncoderTowers towers, ContextNetworks networks) throws TrainingException {
      int[] shape = context.imageShape();
      float[] middle = new float[shape[0] * shape[1]];
      CoveredPart.middle(shape[0], shape[1]).write(shape[1], middle, 0);
      Network network = towers.inference();
      Node mask = network.constant(middle, 1, shape[0], shape[1], 1);
      Node images = towers.view(0);
      Node drawn = networks.inpaint(network, images, mask);
      Node change = network.multiply(mask, network.subtract(drawn, images));
      return network.add(images, change);
    }

    @Override
    public void draw(EncoderAccess access, PictureLog pictures, IProgressMonitor monitor)
        throws PatchworkException, IOException {
      DrawnImages shown = new DrawnImages(context);
      int[] shape = context.imageShape();
      float[][] images = shown.images();
      for (float[] image : images) {
        CoveredPart.middle(shape[0], shape[1]).blacken(shape[1], shape[2], image);
      }
      shown.log("inpaints", images, access.outputs(FILLED, shown.rows(), monitor), pictures);
    }
  }
}
