// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import java.io.IOException;
import java.nio.file.Path;
import org.patchwork.core.Param;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.Checkpoint;
import org.patchwork.learn.encoder.Trainer;
import org.patchwork.learn.encoder.TrainerContext;
import org.patchwork.learn.encoder.TrainerRun;

/**
 * LiT (Zhai et al. 2022): the encoder of an earlier run stays as it is, and a transformer of texts
 * learns to say what the encoder sees. The text network has the width of the features at its end,
 * so that nothing stands between the encoder and the texts.
 */
public final class Lit implements Trainer<Lit.Parameters> {
  private static final String RUNS = "pretraining";
  private static final String CHECKPOINT = "checkpoint.npz";

  /** Settings. */
  public record Parameters(
      @Param(
              label = "Tower",
              help =
                  "Name of the pre-training run whose encoder is taken; network, size and channels"
                      + " must be as they were there.")
          String tower,
      PairSettings pairs) {
    public Parameters() {
      this("", new PairSettings());
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public TrainerRun open(Parameters parameters, TrainerContext context) throws TrainingException {
    String name = parameters.tower().strip();
    if (name.isEmpty() || !name.matches("[\\w.-]+")) {
      throw new TrainingException(
          "Name the pre-training run whose encoder is to be taken (option tower).");
    }
    Path file = context.folder().resolve(RUNS).resolve(name).resolve(CHECKPOINT);
    try {
      return new PairRun(
          parameters.pairs(), context, PairRun.AS_FEATURES, Checkpoint.read(file).state());
    } catch (IOException e) {
      throw new TrainingException(
          "The encoder of the run "
              + name
              + " cannot be read: "
              + file
              + " ("
              + e.getMessage()
              + "). Pre-train it first, or name another run.",
          e);
    }
  }
}
