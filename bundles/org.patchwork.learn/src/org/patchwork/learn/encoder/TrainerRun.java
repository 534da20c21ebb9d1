// SPDX-License-Identifier: MIT
package org.patchwork.learn.encoder;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.TrainingException;
import org.patchwork.image.ImagePatch;
import org.patchwork.image.augmentation.Augmenter;
import org.patchwork.learn.RandomRows;
import org.patchwork.learn.log.PictureLog;

/**
 * A trainer at work: its views, its loss, and what it remembers between epochs.
 *
 * <p>The loop calls {@link #beginEpoch}, {@link #state} and {@link #restore} on its own thread
 * while no image is being read. {@link #view} and {@link #fill} run on several threads at once;
 * they must depend on their arguments and on what {@code beginEpoch} left alone, so that a run that
 * goes on after a break sees what it would have seen.
 */
public interface TrainerRun {
  /** The views of each image in a step; always the same. */
  default List<View> views() {
    return List.of(View.FULL, View.FULL);
  }

  /**
   * True if labels or texts teach it. Features are then judged by images that are held out alone,
   * which it must not learn from: on others even a network that learns by heart would look good.
   */
  default boolean supervised() {
    return false;
  }

  /**
   * Builds the network behind the encoder and the loss. Called once.
   *
   * @param towers the views, the encoder and the networks to build in
   */
  EncoderLoss build(EncoderTowers towers) throws TrainingException;

  /**
   * How slowly the {@linkplain EncoderTowers#target target} follows the weights: target ← decay ·
   * target + (1 − decay) · weights after each step.
   *
   * @param progress part of the run that is over, from 0 to 1
   * @return empty if no target is asked for
   */
  default Optional<Double> targetDecay(double progress) {
    return Optional.empty();
  }

  /**
   * Which of its goals a step follows.
   *
   * @param step number of the optimiser step, from 0
   */
  default int goal(long step) {
    return 0;
  }

  /**
   * Number of batches that are seen before the first step to fill {@linkplain Memory memories};
   * nothing else changes in them.
   *
   * @param most batches of an epoch
   */
  default int rehearsals(int most) {
    return 0;
  }

  /**
   * Number of images in an epoch.
   *
   * @param images number of images of the run
   */
  default int epochSize(int images) {
    return images;
  }

  /**
   * The rows of an epoch in the order in which they are seen, of which the epoch takes as many as
   * it needs, from the start again if there are too few. All of them in an order by lot unless
   * overridden.
   *
   * @param stream see {@link View#stream}
   * @param epoch number of the epoch, from 0
   * @param rows the rows of the run; must not be changed
   * @param random draws of this epoch and stream
   * @return not empty
   */
  default int[] order(int stream, int epoch, int[] rows, RandomGenerator random) {
    return RandomRows.shuffled(rows, random);
  }

  /**
   * Makes one view of an image at the size of the run; augments it unless overridden.
   *
   * @param number of the view
   * @param augmenter the augmentation of this view
   * @return of the shape of the plain image; the loop reduces it where the view is smaller
   */
  default ImagePatch view(int number, StepImage image, Augmenter augmenter) {
    return augmenter.apply(image.plain(), image.seeds()[number]);
  }

  /**
   * Writes the row of a further input for an image of stream 0.
   *
   * @param input name of the input
   * @param values takes the row; all zero there
   * @param offset where the row begins
   */
  default void fill(StepImage image, String input, float[] values, int offset) {
    throw new IllegalStateException("Nobody fills the input " + input);
  }

  /**
   * Called before the first step of each epoch. May look at all images and change weights.
   *
   * @param epoch number of the epoch, from 0
   * @return further numbers for the log of this epoch, by name
   * @throws PatchworkException if images cannot be encoded or weights not be set
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor was cancelled; it is
   *     then called again when the run goes on
   */
  default Map<String, Double> beginEpoch(int epoch, EncoderAccess access, IProgressMonitor monitor)
      throws PatchworkException {
    return Map.of();
  }

  /**
   * Adds pictures that tell how the run is doing. Called before the first epoch and after each.
   *
   * @throws PatchworkException if the network cannot be asked
   * @throws IOException if a picture cannot be written
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor was cancelled
   */
  default void draw(EncoderAccess access, PictureLog pictures, IProgressMonitor monitor)
      throws PatchworkException, IOException {}

  /**
   * Called after the last step of each epoch. May ask the functions of its loss and write files of
   * its own.
   *
   * @param epoch number of the epoch that is over, from 0
   * @return numbers for the log and the record of this epoch, by name
   * @throws PatchworkException if an image cannot be asked about or a file cannot be written
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor was cancelled; it is
   *     then not called again
   */
  default Map<String, Double> endEpoch(
      int epoch, EncoderFunctions functions, IProgressMonitor monitor) throws PatchworkException {
    return Map.of();
  }

  /** What the checkpoint keeps beside variables, by name. */
  default Map<String, float[]> state() {
    return Map.of();
  }

  /**
   * Goes back to a {@linkplain #state state}.
   *
   * @throws TrainingException if it does not fit; says why
   */
  default void restore(Map<String, float[]> state) throws TrainingException {}
}
