// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import java.io.IOException;
import java.nio.file.Path;
import org.patchwork.core.Param;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.encoder.Trainer;
import org.patchwork.learn.encoder.TrainerContext;
import org.patchwork.learn.encoder.TrainerRun;
import org.patchwork.pretraining.Checkpoint;

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
      @Param(
              label = "Captions",
              help =
                  "CSV file with the columns filepath and caption, relative to the folder of the"
                      + " project; several lines for an image are several captions.",
              file = true)
          String captions,
      @Param(label = "Column", help = "Name of the column of captions.") String column,
      @Param(
              label = "Prompt",
              help = "Text that is learnt for a caption, which stands for {}, as in a photo of {}.")
          String prompt,
      @Param(
              label = "Vocabulary",
              help = "Pieces of words that have a number of their own, at most.",
              min = 515,
              max = 65536)
          int vocabulary,
      @Param(label = "Length", help = "Pieces of a text; more are cut.", min = 3, max = 512)
          int length,
      @Param(label = "Width", help = "Width of the text network.", min = 4, max = 4096) int width,
      @Param(label = "Hidden", help = "Width of its dense layers.", min = 4, max = 16384)
          int hidden,
      @Param(label = "Layers", help = "Blocks of the text network.", min = 1, max = 48) int layers,
      @Param(
              label = "Heads",
              help = "Heads of its attention; they share the width.",
              min = 1,
              max = 64)
          int heads,
      @Param(
              label = "Dropout",
              help = "Part of the values the text network drops.",
              min = 0,
              max = 0.9)
          double dropout,
      @Param(
              label = "Temperature",
              help = "Cosines are divided by it; small values tell near texts apart.",
              min = 0.005,
              max = 10)
          double temperature) {
    public Parameters() {
      this("", "", "caption", PairSettings.CAPTION, 4096, 32, 128, 512, 2, 4, 0.1, 0.07);
    }

    public Parameters {
      new PairSettings(
          captions,
          column,
          prompt,
          vocabulary,
          length,
          width,
          hidden,
          layers,
          heads,
          dropout,
          temperature); // says what does not fit
    }

    PairSettings pairs() {
      return new PairSettings(
          captions,
          column,
          prompt,
          vocabulary,
          length,
          width,
          hidden,
          layers,
          heads,
          dropout,
          temperature);
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
