// SPDX-License-Identifier: MIT
package org.patchwork.learn.encoder;

import java.nio.file.Path;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.TrainingException;

/** The {@linkplain EncoderFunction functions} of a loss at the end of an epoch. */
public interface EncoderFunctions {
  /** Folder of the run, for files of the trainer's own. */
  Path folder();

  /**
   * A function of images as they are, not augmented; one array of outputs for each row. Images that
   * cannot be read count as black.
   *
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor was cancelled
   */
  float[][] apply(String function, int[] rows, IProgressMonitor monitor) throws PatchworkException;

  /** A function of inputs of its own; one array of outputs for each. */
  float[][] apply(String function, float[][] inputs) throws TrainingException;

  /**
   * Writes a function as a SavedModel, signature {@code serving_default}, output {@code outputs}:
   * of images with values from 0 to 255, input {@code images}, encoder included, or of its own
   * {@code inputs}.
   */
  void export(String function, Path directory) throws TrainingException;
}
