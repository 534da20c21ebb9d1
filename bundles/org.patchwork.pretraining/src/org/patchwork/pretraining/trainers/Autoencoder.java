// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import java.io.IOException;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.Param;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.TrainingException;
import org.patchwork.internal.pretraining.losses.ReconstructionLoss;
import org.patchwork.learn.encoder.EncoderAccess;
import org.patchwork.learn.encoder.EncoderLoss;
import org.patchwork.learn.encoder.EncoderTowers;
import org.patchwork.learn.encoder.Trainer;
import org.patchwork.learn.encoder.TrainerContext;
import org.patchwork.learn.encoder.TrainerRun;
import org.patchwork.learn.encoder.View;
import org.patchwork.learn.log.PictureLog;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;

/**
 * Autoencoder (Hinton and Salakhutdinov 2006; Masci et al. 2011 for the convolutional one): the
 * feature maps are to hold what the image can be drawn from again. The loss is the mean absolute
 * difference.
 */
public final class Autoencoder implements Trainer<Autoencoder.Parameters> {

  /** Settings. */
  public record Parameters(
      @Param(
              label = "Width",
              help =
                  "Channels of the last layer of the network that draws; each before it has twice"
                      + " as many.",
              min = 1,
              max = 512)
          int width,
      @Param(
              label = "Dropout",
              help = "Part of the channels that are dropped before it draws.",
              min = 0,
              max = 0.9)
          double dropout) {
    public Parameters() {
      this(32, 0.5);
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
    private static final String DRAWN = "drawn";

    @Override
    public List<View> views() {
      return List.of(View.FULL);
    }

    @Override
    public EncoderLoss build(EncoderTowers towers) throws TrainingException {
      Node images = towers.view(0);
      Network network = towers.online();
      Node loss = ReconstructionLoss.absolute(network, images, drawn(towers, network));
      return EncoderLoss.of(loss).withOutput(DRAWN, drawn(towers, towers.inference()));
    }

    private Node drawn(EncoderTowers towers, Network network) throws TrainingException {
      Node maps = towers.encode(network, towers.view(0));
      Node kept = network.spatialDropout(maps, parameters.dropout());
      PictureDecoder decoder = new PictureDecoder(parameters.width(), 3, false);
      return decoder.draw(network, "decoder", kept, context.imageShape());
    }

    @Override
    public void draw(EncoderAccess access, PictureLog pictures, IProgressMonitor monitor)
        throws PatchworkException, IOException {
      DrawnImages shown = new DrawnImages(context);
      shown.log("reconstructions", access.outputs(DRAWN, shown.rows(), monitor), pictures);
    }
  }
}
