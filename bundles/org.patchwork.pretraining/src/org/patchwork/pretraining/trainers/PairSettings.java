// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import java.util.Arrays;
import org.patchwork.core.Param;
import org.patchwork.core.TrainingException;
import org.patchwork.internal.pretraining.text.BytePairTokenizer;
import org.patchwork.internal.pretraining.text.Captions;
import org.patchwork.learn.encoder.TrainerContext;

/** The settings that {@link Clip} and {@link Lit} have in common. */
public record PairSettings(
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
    @Param(label = "Hidden", help = "Width of its dense layers.", min = 4, max = 16384) int hidden,
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
  /** What stands for the caption in a prompt. */
  static final String CAPTION = "{}";

  public PairSettings() {
    this("", "caption", CAPTION, 4096, 32, 128, 512, 2, 4, 0.1, 0.07);
  }

  public PairSettings {
    if (width % heads != 0) {
      throw new IllegalArgumentException(
          "The width "
              + width
              + " cannot be shared by "
              + heads
              + " heads; take a multiple of their number.");
    } else if (!prompt.contains(CAPTION)) {
      throw new IllegalArgumentException(
          "The prompt \"" + prompt + "\" has no place for the caption; write {} there.");
    }
  }

  /** The text that is learnt for a caption. */
  String text(String caption) {
    return prompt.replace(CAPTION, caption);
  }

  Captions read(TrainerContext context) throws TrainingException {
    if (captions.isBlank()) {
      throw new TrainingException(
          "Name a CSV file with the columns filepath and "
              + column
              + " (option captions); the method learns from pairs of images and texts.");
    }
    return Captions.read(context.folder().resolve(captions.strip()), column, context.labels());
  }

  /** Learns the numbers from the captions of some images. */
  BytePairTokenizer tokenizer(Captions texts, int[] rows) {
    return BytePairTokenizer.learn(texts.of(rows).stream().map(this::text).toList(), vocabulary);
  }

  TextTransformer network(BytePairTokenizer tokenizer) {
    return new TextTransformer(tokenizer.size(), length, width, hidden, layers, heads, dropout);
  }

  /** Those of some rows that have a caption and are held out, or are not. */
  static int[] rows(TrainerContext context, Captions captions, boolean held) {
    return Arrays.stream(context.rows())
        .filter(row -> captions.byRow().containsKey(row))
        .filter(row -> context.labels().validation(row) == held)
        .toArray();
  }
}
