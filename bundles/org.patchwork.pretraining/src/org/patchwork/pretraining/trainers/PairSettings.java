// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import java.util.Arrays;
import org.patchwork.core.TrainingException;
import org.patchwork.internal.pretraining.text.BytePairTokenizer;
import org.patchwork.internal.pretraining.text.Captions;
import org.patchwork.learn.encoder.TrainerContext;

/**
 * What {@link Clip} and {@link Lit} have in common.
 *
 * @param captions file, relative to the project
 * @param column its column of captions
 * @param prompt text around a caption, which stands for {@code {}}
 * @param vocabulary most numbers of the tokenizer
 * @param length numbers of a text
 * @param width length of the vectors of the text network
 * @param hidden width of its dense layers
 * @param layers its blocks
 * @param heads its heads
 * @param dropout part of values it drops
 * @param temperature what cosines are divided by
 */
record PairSettings(
    String captions,
    String column,
    String prompt,
    int vocabulary,
    int length,
    int width,
    int hidden,
    int layers,
    int heads,
    double dropout,
    double temperature) {
  /** What stands for the caption in a prompt. */
  static final String CAPTION = "{}";

  PairSettings {
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
