// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining;

import java.util.Arrays;
import java.util.List;
import org.patchwork.core.ImageFormatException;
import org.patchwork.image.ImagePatch;
import org.patchwork.image.InputSpec;
import org.patchwork.image.augmentation.Augmenter;
import org.patchwork.pretraining.PretrainingData;

/**
 * The images of a run, at the size the network takes, plain or augmented.
 *
 * @param data all images and labels
 * @param input the size
 * @param augmenter the augmentation of the run
 * @param ofViews the augmentation of each view
 * @param rows the rows to train on
 */
public record SomeImages(
    PretrainingData data,
    InputSpec input,
    Augmenter augmenter,
    List<Augmenter> ofViews,
    int[] rows) {

  /** The same, read from elsewhere. */
  public SomeImages from(PretrainingData other) {
    return new SomeImages(other, input, augmenter, ofViews, rows);
  }

  int width() {
    return input.values();
  }

  /** Reads an image. */
  void plain(int row, float[] target, int offset) throws ImageFormatException {
    data.images().read(row, input, target, offset);
  }

  /** Reads an image of its own. */
  ImagePatch plain(int row) throws ImageFormatException {
    float[] pixels = new float[width()];
    plain(row, pixels, 0);
    return new ImagePatch(input.height(), input.width(), input.channels(), pixels);
  }

  /** A copy of the image that begins at a place. */
  ImagePatch patch(float[] pixels, int offset) {
    return new ImagePatch(
        input.height(),
        input.width(),
        input.channels(),
        Arrays.copyOfRange(pixels, offset, offset + width()));
  }

  /** Reads an image and augments it as the run does. */
  void augmented(int row, long seed, float[] target, int offset) throws ImageFormatException {
    float[] made = augmenter.apply(plain(row), seed).values();
    System.arraycopy(made, 0, target, offset, made.length);
  }
}
