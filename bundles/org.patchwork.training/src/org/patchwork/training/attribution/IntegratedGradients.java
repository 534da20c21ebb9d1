// SPDX-License-Identifier: MIT
package org.patchwork.training.attribution;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.TrainingException;
import org.patchwork.image.ImagePatch;
import org.patchwork.learn.InputGradient;

/**
 * Integrated gradients (Sundararajan, Taly and Yan 2017, eq. 3) from black to an image. The mean
 * over the way follows the trapezoid rule, the ends counting half, where the paper takes the ends
 * of equal pieces; and it is not multiplied by the image.
 */
final class IntegratedGradients {
  /** So many images at a time bound the memory and the time until a cancel is seen. */
  private static final int CHUNK = 8;

  private IntegratedGradients() {}

  /**
   * Follows the way.
   *
   * @param steps number of images on it, at least 2
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  static Attribution of(ImagePatch image, InputGradient score, int steps, IProgressMonitor monitor)
      throws TrainingException {
    SubMonitor progress = SubMonitor.convert(monitor, "Gradients", steps);
    int width = image.values().length;
    double[] sums = new double[width];
    float[] gradients = new float[CHUNK * width];
    float[] scores = new float[CHUNK];
    double first = 0;
    for (int begin = 0; begin < steps; begin += CHUNK) {
      int count = Math.min(CHUNK, steps - begin);
      progress.split(count);
      score.apply(path(image.values(), begin, count, steps), count, scores, gradients);
      first = begin == 0 ? scores[0] : first;
      for (int i = 0; i < count; i++) {
        add(gradients, i, weight(begin + i, steps), sums);
      }
    }
    float[] means = new float[width];
    for (int j = 0; j < width; j++) {
      means[j] = (float) sums[j];
    }
    ImagePatch mean = new ImagePatch(image.height(), image.width(), image.channels(), means);
    return new Attribution(image, mean, scores[(steps - 1) % CHUNK], first);
  }

  /** Some of the images on the way, at equal distances, black first. */
  static float[] path(float[] image, int begin, int count, int steps) {
    float[] images = new float[count * image.length];
    for (int i = 0; i < count; i++) {
      float part = (begin + i) / (float) (steps - 1);
      for (int j = 0; j < image.length; j++) {
        images[i * image.length + j] = part * image[j];
      }
    }
    return images;
  }

  /** Part of a step in the mean over the means of neighbouring steps. */
  static double weight(int step, int steps) {
    return (step == 0 || step == steps - 1 ? 0.5 : 1) / (steps - 1);
  }

  private static void add(float[] gradients, int row, double weight, double[] sums) {
    for (int j = 0; j < sums.length; j++) {
      sums[j] += weight * gradients[row * sums.length + j];
    }
  }
}
