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
 * What a run that learnt images and texts has left: two SavedModels whose embeddings of unit length
 * can be compared, and the numbers of texts. Used by one thread at a time; close it.
 */
public final class TextModels implements AutoCloseable {
  /** In a run folder: from images with values from 0 to 255 to embeddings. */
  public static final String IMAGE_MODEL = "image_model";

  /** In a run folder: from numbers of texts to embeddings. */
  public static final String TEXT_MODEL = "text_model";

  /** In a run folder: the pairs of the tokenizer. */
  public static final String TOKENIZER = "tokenizer.json";

  private final CompiledFunction images;
  private final CompiledFunction texts;
  private final BytePairTokenizer tokenizer;

  private TextModels(CompiledFunction images, CompiledFunction texts, BytePairTokenizer tokenizer) {
    this.images = images;
    this.texts = texts;
    this.tokenizer = tokenizer;
  }

  /** True if a run has left such models. */
  public static boolean in(Path run) {
    return Files.isDirectory(run.resolve(IMAGE_MODEL))
        && Files.isDirectory(run.resolve(TEXT_MODEL))
        && Files.isRegularFile(run.resolve(TOKENIZER));
  }

  /**
   * Opens the models of a run.
   *
   * @throws TrainingException if it has none or they are damaged
   */
  public static TextModels open(Engine engine, Path run) throws TrainingException {
    if (!in(run)) {
      throw new TrainingException(
          "The run "
              + run.getFileName()
              + " has not learnt texts. Pre-train with clip or lit, for one epoch at least.");
    }
    BytePairTokenizer tokenizer = BytePairTokenizer.read(run.resolve(TOKENIZER));
    SavedModelCall call = SavedModelCall.of(SavedModelCall.SERVING);
    CompiledFunction images = engine.openSavedModel(run.resolve(IMAGE_MODEL), call);
    try {
      return new TextModels(
          images, engine.openSavedModel(run.resolve(TEXT_MODEL), call), tokenizer);
    } catch (TrainingException e) {
      images.close();
      throw e;
    }
  }

  /** Height, width and channels of the images. */
  public int[] imageShape() {
    return images.inputShape();
  }

  /** Length of the embeddings. */
  public int width() {
    return images.outputShape()[0];
  }

  /**
   * Embeddings of images, values from 0 to 255.
   *
   * @param embeddings takes {@code count × width} values
   */
  public void images(float[] pixels, int count, float[] embeddings) throws TrainingException {
    images.apply(pixels, count, embeddings);
  }

  /** The embedding of a text. */
  public float[] text(String text) throws TrainingException {
    float[] embedding = new float[width()];
    texts.apply(tokenizer.encode(text, texts.inputShape()[0]), 1, embedding);
    return embedding;
  }

  @Override
  public void close() {
    images.close();
    texts.close();
  }
}
