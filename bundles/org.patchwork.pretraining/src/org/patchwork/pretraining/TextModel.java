// SPDX-License-Identifier: MIT
package org.patchwork.pretraining;

import java.nio.file.Files;
import java.nio.file.Path;
import org.patchwork.core.TrainingException;
import org.patchwork.internal.pretraining.text.BytePairTokenizer;
import org.patchwork.learn.CompiledFunction;
import org.patchwork.learn.Engine;
import org.patchwork.learn.SavedModelCall;

/**
 * The text network of a run that learnt images and texts. Its embeddings have unit length and can
 * be compared with those of the {@link #IMAGE_MODEL}. Used by one thread at a time; close it.
 */
public final class TextModel implements AutoCloseable {
  /** In a run folder: SavedModel from images with values from 0 to 255 to embeddings. */
  public static final String IMAGE_MODEL = "image_model";

  /** In a run folder: SavedModel from numbers of texts to embeddings. */
  public static final String TEXT_MODEL = "text_model";

  /** In a run folder: the pairs of the tokenizer. */
  public static final String TOKENIZER = "tokenizer.json";

  private final CompiledFunction function;
  private final BytePairTokenizer tokenizer;

  private TextModel(CompiledFunction function, BytePairTokenizer tokenizer) {
    this.function = function;
    this.tokenizer = tokenizer;
  }

  /** True if a run has left models of images and texts. */
  public static boolean in(Path run) {
    return Files.isDirectory(run.resolve(IMAGE_MODEL))
        && Files.isDirectory(run.resolve(TEXT_MODEL))
        && Files.isRegularFile(run.resolve(TOKENIZER));
  }

  /**
   * Opens the text network of a run.
   *
   * @throws TrainingException if it has none or it is damaged
   */
  public static TextModel open(Engine engine, Path run) throws TrainingException {
    if (!in(run)) {
      throw new TrainingException(
          "The run "
              + run.getFileName()
              + " has not learnt texts. Pre-train with clip or lit, for one epoch at least.");
    }
    BytePairTokenizer tokenizer = BytePairTokenizer.read(run.resolve(TOKENIZER));
    SavedModelCall call = SavedModelCall.of(SavedModelCall.SERVING);
    return new TextModel(engine.openSavedModel(run.resolve(TEXT_MODEL), call), tokenizer);
  }

  /** The embedding of a text. */
  public float[] embed(String text) throws TrainingException {
    float[] embedding = new float[function.outputShape()[0]];
    function.apply(tokenizer.encode(text, function.inputShape()[0]), 1, embedding);
    return embedding;
  }

  @Override
  public void close() {
    function.close();
  }
}
