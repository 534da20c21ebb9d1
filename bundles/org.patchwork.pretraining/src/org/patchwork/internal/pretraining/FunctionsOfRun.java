// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining;

import java.nio.file.Path;
import java.util.Arrays;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.encoder.EncoderFunctions;
import org.patchwork.learn.encoder.EncoderModel;

/**
 * The functions of a loss between epochs.
 *
 * @param folder folder of the run
 * @param images reads images
 * @param model the model
 */
record FunctionsOfRun(Path folder, ImageEncoder images, EncoderModel model)
    implements EncoderFunctions {
  private static final double RANGE = 255;

  @Override
  public float[][] apply(String function, int[] rows, IProgressMonitor monitor)
      throws PatchworkException {
    return images.apply(function, rows, monitor);
  }

  @Override
  public float[][] apply(String function, float[][] inputs) throws TrainingException {
    if (inputs.length == 0) {
      return new float[0][];
    }
    int width = inputs[0].length;
    float[] joined = new float[Math.multiplyExact(inputs.length, width)];
    for (int i = 0; i < inputs.length; i++) {
      System.arraycopy(inputs[i], 0, joined, i * width, width);
    }
    return split(model.apply(function, joined, inputs.length), inputs.length);
  }

  /** Rows of an array. */
  static float[][] split(float[] values, int count) {
    int width = values.length / count;
    float[][] rows = new float[count][];
    for (int i = 0; i < count; i++) {
      rows[i] = Arrays.copyOfRange(values, i * width, (i + 1) * width);
    }
    return rows;
  }

  @Override
  public void export(String function, Path directory) throws TrainingException {
    model.export(function, directory, RANGE);
  }
}
