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

  /** Names of what {@link #step} gives: the goals, {@code loss} first, then further measures. */
  List<String> measures();

  /** Further inputs that the loss asked for: the shape of a row, by name. */
  Map<String, int[]> inputs();

  /**
   * One step. Weights change in every step, or, if gradients are accumulated, in every n-th.
   *
   * @return goals before the step, without weight decay, and the further measures
   * @throws TrainingException if the goal of this step is not finite; the weights are then useless
   */
  double[] step(EncoderBatch batch, EncoderStep how) throws TrainingException;

  /** Lets memories see a batch as a step does; weights and statistics stay as they are. */
  void rehearse(EncoderBatch batch) throws TrainingException;

  /**
   * What the loss named as outputs, in training mode, without a step.
   *
   * @return row-major values, by name
   */
  Map<String, float[]> outputs(EncoderBatch batch) throws TrainingException;

  /**
   * Feature maps in inference mode.
   *
   * @param images {@code count} images
   * @param features takes {@code count × product(featureShape)} values
   */
  void encode(float[] images, int count, float[] features) throws TrainingException;

  /**
   * A function of the loss in inference mode.
   *
   * @param name its name
   * @param inputs {@code count} images, or inputs of its own
   * @return row-major outputs
   * @throws TrainingException if the loss has no such function
   */
  default float[] apply(String name, float[] inputs, int count) throws TrainingException {
    throw new TrainingException("This encoder has no function " + name + ".");
  }

  /**
   * Writes a function as a SavedModel; see {@link EncoderFunctions#export}.
   *
   * @param range the value of images that becomes 1 inside
   * @throws TrainingException if the loss has no such function, or the folder cannot be written
   */
  default void export(String name, Path directory, double range) throws TrainingException {
    throw new TrainingException("This encoder has no function " + name + ".");
  }

  /** Number of steps so far, those that only accumulated included. */
  long steps();

  /**
   * Copies of everything a training goes on from: weights, statistics, targets, memories and what
   * the optimiser remembers, by name.
   */
  Map<String, float[]> state() throws TrainingException;

  /** Shapes of the weights of the encoder, in the order in which it was built, by name. */
  default Map<String, int[]> shapes() {
    return Map.of();
  }

  /**
   * Goes back to a state; from there on everything is bit for bit as it was.
   *
   * @param steps number of steps at that time
   * @throws TrainingException if it is the state of another network; names what is missing
   */
  void restore(Map<String, float[]> state, long steps) throws TrainingException;

  /**
   * Sets some of the {@linkplain #state state}.
   *
   * @throws TrainingException if there is nothing of such a name or size; names it
   */
  void set(Map<String, float[]> values) throws TrainingException;

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
