// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.distillation;

import org.patchwork.core.ImageFormatException;
import org.patchwork.image.ImagePatch;
import org.patchwork.image.ImageSource;
import org.patchwork.image.InputSpec;
import org.patchwork.image.augmentation.Augmenter;

/**
 * The images as the student sees them.
 *
 * @param images one per row
 * @param input the size
 * @param augmenter of what is trained on
 */
record StudentImages(ImageSource images, InputSpec input, Augmenter augmenter) {

  /** Reads an image to train on. */
  void read(int row, long seed, float[] target, int offset) throws ImageFormatException {
    images.read(row, input, target, offset);
    if (!augmenter.isEmpty()) {
      float[] pixels = java.util.Arrays.copyOfRange(target, offset, offset + input.values());
      ImagePatch plain = new ImagePatch(input.height(), input.width(), input.channels(), pixels);
      System.arraycopy(augmenter.apply(plain, seed).values(), 0, target, offset, pixels.length);
    }
  }

  /** An image as it is; grey if it cannot be read. */
  ImagePatch plain(int row) {
    float[] pixels = new float[input.values()];
    try {
      images.read(row, input, pixels, 0);
    } catch (ImageFormatException e) {
      java.util.Arrays.fill(pixels, 0.5f); // the run names it among what cannot be read
    }
    return new ImagePatch(input.height(), input.width(), input.channels(), pixels);
  }
}
