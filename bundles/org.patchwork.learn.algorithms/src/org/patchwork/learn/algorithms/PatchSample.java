// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.ImageFormatException;
import org.patchwork.core.TrainingException;
import org.patchwork.image.ImageSource;
import org.patchwork.image.InputSpec;
import org.patchwork.learn.RandomRows;

/**
 * Random patches from random images of a project.
 *
 * @param channels 1 if all images looked at are grey, else as many as were asked for
 * @param patches the patches, channels last
 */
record PatchSample(int channels, Points patches) {

  /**
   * Takes a sample. Images that cannot be read are passed over.
   *
   * @param images number of images looked at, at most
   * @param perImage patches taken from each
   * @throws TrainingException if no image can be read; quotes the first failure
   */
  static PatchSample take(
      ImageSource source,
      InputSpec input,
      int patchSize,
      int images,
      int perImage,
      RandomGenerator random,
      IProgressMonitor monitor)
      throws TrainingException {
    int[] all = IntStream.range(0, source.size()).toArray();
    int[] chosen = RandomRows.withoutReplacement(all, images, random);
    SubMonitor progress = SubMonitor.convert(monitor, chosen.length);
    int width = patchSize * patchSize * input.channels();
    float[] patches = new float[chosen.length * perImage * width];
    float[] image = new float[input.values()];
    int count = 0;
    String failure = null;
    for (int index : chosen) {
      progress.split(1);
      try {
        source.read(index, input, image, 0);
      } catch (ImageFormatException e) {
        failure = failure == null ? e.getMessage() : failure;
        continue;
      }
      for (int i = 0; i < perImage; i++) {
        cut(image, input, patchSize, random, patches, count++ * width);
      }
    }
    if (count == 0) {
      throw new TrainingException(
          "There is no image to learn features from"
              + (failure == null ? "; import images first." : ": " + failure));
    }
    Points colour = new Points(Arrays.copyOf(patches, count * width), count, width);
    return isGrey(colour, input.channels())
        ? new PatchSample(1, firstChannel(colour, input.channels()))
        : new PatchSample(input.channels(), colour);
  }

  private static void cut(
      float[] image,
      InputSpec input,
      int size,
      RandomGenerator random,
      float[] target,
      int offset) {
    int top = random.nextInt(input.height() - size + 1);
    int left = random.nextInt(input.width() - size + 1);
    int row = size * input.channels();
    for (int y = 0; y < size; y++) {
      int from = ((top + y) * input.width() + left) * input.channels();
      System.arraycopy(image, from, target, offset + y * row, row);
    }
  }

  private static boolean isGrey(Points patches, int channels) {
    float[] values = patches.values();
    for (int i = 0; i < values.length; i++) {
      if (values[i] != values[i - i % channels]) {
        return false;
      }
    }
    return true;
  }

  private static Points firstChannel(Points patches, int channels) {
    float[] values = new float[patches.values().length / channels];
    for (int i = 0; i < values.length; i++) {
      values[i] = patches.values()[i * channels];
    }
    return new Points(values, patches.count(), patches.width() / channels);
  }
}
