// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import org.patchwork.core.Param;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.encoder.Trainer;
import org.patchwork.learn.encoder.TrainerContext;
import org.patchwork.learn.encoder.TrainerRun;

/**
 * DetCon (Hénaff et al. 2021, the variant DetCon-S): parts of an image, found by superpixels or a
 * grid, are to be alike to themselves in another view and unlike all other parts, those of the same
 * image included. The parts follow the image through flips, turns, shears and zooms.
 */
public final class DetCon implements Trainer<DetCon.Parameters> {

  /** Settings. */
  public record Parameters(
      @Param(
              label = "Temperature",
              help = "Cosines are divided by it; small values look at the nearest negatives.",
              min = 0.005,
              max = 10)
          double temperature,
      @Param(
              label = "Scale",
              help =
                  "Mean scale of the superpixels of an image of 256×256 pixels, larger for larger"
                      + " ones; smaller images take less by their area. 0 for a grid.",
              min = 0,
              max = 100000)
          double scale,
      @Param(
              label = "Segments",
              help = "Segments of each image in a step; a grid has the next square below.",
              min = 2,
              max = 256)
          int segments,
      ProjectionHead head,
      @Param(
              label = "Batch norm",
              help = "Normalises in the head; off where small batches stall early.")
          boolean batchNorm) {
    public Parameters() {
      this(0.1, 1000, 16, new ProjectionHead(512, 128), true);
    }

    /** The same with other segments. */
    public Parameters with(double newScale, int newSegments) {
      return new Parameters(temperature, newScale, newSegments, head, batchNorm);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public TrainerRun open(Parameters parameters, TrainerContext context) throws TrainingException {
    int side = Math.min(context.input().height(), context.input().width());
    if (parameters.scale() == 0 && parameters.segments() > side * side) {
      throw new TrainingException(
          "A grid of "
              + parameters.segments()
              + " segments does not fit images of "
              + side
              + " pixels; take fewer segments or larger images.");
    }
    return new DetConRun(parameters, context);
  }
}
