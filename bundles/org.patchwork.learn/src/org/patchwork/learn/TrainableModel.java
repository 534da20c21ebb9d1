// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.patchwork.core.TrainingException;

/**
 * A network with its optimiser and weights in native memory. Used by one thread at a time; close
 * it.
 */
public interface TrainableModel extends AutoCloseable {
  /** Number of trainable parameters. */
  long parameterCount();

  /**
   * One optimiser step on one batch.
   *
   * @param inputs {@code count × product(inputShape)} values
   * @param targets {@code count × outputs} values, −1, 0 or 1
   * @return the loss before the step, without weight decay
   * @throws TrainingException if the loss is not finite; the weights are then useless
   */
  double step(float[] inputs, float[] targets, int count, double learningRate)
      throws TrainingException;

  /** The loss of a batch in inference mode. */
  double loss(float[] inputs, float[] targets, int count) throws TrainingException;

  /**
   * Outputs in inference mode.
   *
   * @param probabilities takes {@code count × outputs} values
   */
  void predict(float[] inputs, int count, float[] probabilities) throws TrainingException;

  /** Copies of all variables, trainable or not, by name. */
  Map<String, float[]> weights() throws TrainingException;

  /**
   * Sets all variables to what {@link #weights()} gave, for example to return to the best epoch.
   */
  void restore(Map<String, float[]> weights) throws TrainingException;

  /**
   * What a training goes on from: all variables and what the optimiser remembers of them, by name;
   * empty if this model cannot go on where another stopped.
   *
   * @throws TrainingException if the engine fails
   */
  default Optional<Map<String, float[]>> state() throws TrainingException {
    return Optional.empty();
  }

  /**
   * Goes on from what {@link #state()} gave. Further steps are then bit for bit those that the
   * model it came from would have made.
   *
   * @param steps how many steps that model had made
   * @throws TrainingException if the state is that of another network; names what does not fit
   * @throws UnsupportedOperationException if this model has no state
   */
  default void resume(Map<String, float[]> state, long steps) throws TrainingException {
    throw new UnsupportedOperationException("This model cannot go on where another stopped");
  }

  /**
   * Writes the inference network as a SavedModel, signature {@code serving_default}: input {@code
   * features}, output {@code probabilities}; the class names stand in the folder's {@code
   * assets.extra/classes.txt}, one a line.
   */
  void export(Path directory, List<String> classNames) throws TrainingException;

  /**
   * Writes extractor and network as one SavedModel, input {@code images} {@code [n, h, w, c]} with
   * values in [0, 1], output {@code probabilities}; class names as in {@link #export}.
   *
   * @param extractor made by the same engine, its output as this network's input
   */
  void exportWithExtractor(FeatureExtractor extractor, Path directory, List<String> classNames)
      throws TrainingException;

  @Override
  void close();
}
