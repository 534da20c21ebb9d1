// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.nio.file.Path;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.encoder.EncoderBuild;
import org.patchwork.learn.encoder.EncoderModel;
import org.patchwork.learn.network.NetworkFunction;

/**
 * Runs networks. There is one in a product (TensorFlow); it comes through the extension point
 * {@code org.patchwork.learn.engines}. Methods may be called from any thread; what they return
 * belongs to one thread at a time and holds native memory until closed.
 */
public interface Engine {
  /** Name and version for the run record, for example {@code "TensorFlow 2.16.2"}. */
  String version();

  /** Builds a network to train. */
  TrainableModel open(ModelBuild build) throws TrainingException;

  /**
   * Builds a network to train that takes images through an extractor, unlabelled inputs, or both.
   *
   * @throws TrainingException also if this engine cannot, or if the extractor cannot be trained as
   *     wanted; says what to do
   */
  default LiveModel openLive(LiveBuild build) throws TrainingException {
    throw new TrainingException(
        "The engine "
            + version()
            + " trains on stored features and labelled images only. Switch the live extractor and"
            + " the unlabelled weight off.");
  }

  /**
   * Builds an encoder to train on images without labels.
   *
   * @throws TrainingException also if this engine cannot
   */
  default EncoderModel openEncoder(EncoderBuild build) throws TrainingException {
    throw new TrainingException("The engine " + version() + " cannot train encoders.");
  }

  /**
   * Differentiates a number that is made of the features of an image with respect to the image.
   *
   * @param extractor made by this engine; read once, not closed
   * @param score from features {@code [n, d]} or {@code [n, h, w, d]} to {@code [n]}, each number
   *     from the features of its own image alone, without trainable weights
   * @throws TrainingException also if this engine cannot, or if the extractor has no gradients;
   *     says what to do
   */
  default InputGradient openGradient(FeatureExtractor extractor, NetworkFunction score)
      throws TrainingException {
    throw new TrainingException(
        "The engine " + version() + " cannot differentiate extractors by their images.");
  }

  /**
   * Compiles a function without trainable weights, for example a feature extractor made of
   * constants.
   *
   * @param inputShape shape of one input, without the batch
   */
  CompiledFunction compile(int[] inputShape, NetworkFunction function) throws TrainingException;

  /**
   * Opens a SavedModel with one float32 input {@code [n, …]}, to take one of its float32 outputs.
   *
   * @throws TrainingException if it cannot be opened or does not fit; the message names the
   *     directory and what it has
   */
  CompiledFunction openSavedModel(Path directory, SavedModelCall call) throws TrainingException;
}
