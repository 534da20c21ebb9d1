// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import java.util.Map;
import org.patchwork.core.Param;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.encoder.Trainer;
import org.patchwork.learn.encoder.TrainerContext;
import org.patchwork.learn.encoder.TrainerRun;

/**
 * CLIP (Radford et al. 2021): an encoder of images and a transformer of texts learn which caption
 * belongs to which image of the batch. The run keeps both, so that images can be found by words.
 */
public final class Clip implements Trainer<Clip.Parameters> {

  /** Settings. */
  public record Parameters(
      PairSettings pairs,
      @Param(label = "Output", help = "Length of the embeddings.", min = 2, max = 4096)
          int output) {
    public Parameters() {
      this(new PairSettings(), 64);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public TrainerRun open(Parameters parameters, TrainerContext context) throws TrainingException {
    return new PairRun(parameters.pairs(), context, parameters.output(), Map.of());
  }
}
