// SPDX-License-Identifier: MIT
package org.patchwork.learn.encoder;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.patchwork.core.TrainingException;

/**
 * An encoder under training, with optimiser and weights in native memory. Used by one thread at a
 * time; close it.
 */
public interface EncoderModel extends AutoCloseable {
  /** Number of trainable parameters of the encoder and of what the trainer put behind it. */
  long parameterCount();

  /** Shape of the feature maps of one image: height, width and channels. */
  int[] featureShape();

  /** Names of what {@link #step} gives, {@code loss} first. */
  List<String> measures();

  /**
   * One optimiser step.
   *
   * @param images {@code views × batchSize} images, all of the first view first
   * @param targetDecay see {@link Trainer#targetDecay}; ignored without a target
   * @return the loss before the step, without weight decay, and the further measures
   * @throws TrainingException if the loss is not finite; the weights are then useless
   */
  double[] step(float[] images, double learningRate, double targetDecay) throws TrainingException;

  /**
   * Feature maps in inference mode.
   *
   * @param images {@code count} images
   * @param features takes {@code count × product(featureShape)} values
   */
  void encode(float[] images, int count, float[] features) throws TrainingException;

  /** Number of steps so far. */
  long steps();

  /**
   * Copies of everything a training goes on from: weights, statistics, targets and what the
   * optimiser remembers, by name.
   */
  Map<String, float[]> state() throws TrainingException;

  /**
   * Goes back to a state; from there on everything is bit for bit as it was.
   *
   * @param steps number of steps at that time
   * @throws TrainingException if it is the state of another network; names what is missing
   */
  void restore(Map<String, float[]> state, long steps) throws TrainingException;

  /**
   * Writes the encoder as a SavedModel, signature {@code serving_default}: input {@code images}
   * {@code [n, h, w, c]} with values from 0 to {@code range}, output {@code features}.
   *
   * @param range the value that becomes 1 inside; 255 is what SavedModels are mostly fed with
   */
  void export(Path directory, double range) throws TrainingException;

  @Override
  void close();
}
