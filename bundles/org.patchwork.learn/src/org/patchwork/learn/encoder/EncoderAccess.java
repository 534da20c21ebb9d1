// SPDX-License-Identifier: MIT
package org.patchwork.learn.encoder;

import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.TrainingException;

/** The encoder between two epochs, for trainers that look at all images or change weights. */
public interface EncoderAccess {
  /**
   * Features of images as they are, in inference mode, averaged over the image: one array of
   * channels for each row. Images that cannot be read count as black.
   *
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor was cancelled
   */
  float[][] features(int[] rows, IProgressMonitor monitor) throws PatchworkException;

  /**
   * An {@linkplain EncoderLoss#outputs output} of the loss for images as they are: one array of
   * values for each row. The images stand in view 0; all other views are black and further inputs
   * 0.
   *
   * @param name name of the output, whose first dimension is the batch
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor was cancelled
   */
  float[][] outputs(String name, int[] rows, IProgressMonitor monitor) throws PatchworkException;

  /** Copies of everything in the checkpoint, by name; see {@link EncoderModel#state}. */
  Map<String, float[]> state() throws TrainingException;

  /** Sets some of it; see {@link EncoderModel#set}. */
  void set(Map<String, float[]> values) throws TrainingException;
}
