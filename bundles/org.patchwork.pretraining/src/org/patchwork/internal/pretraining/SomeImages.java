// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining;

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
 * @param augmenter makes views
 * @param rows the rows to train on
 */
public record SomeImages(PretrainingData data, InputSpec input, Augmenter augmenter, int[] rows) {

  int width() {
    return input.values();
  }

  /** Reads an image. */
  void plain(int row, float[] target, int offset) throws ImageFormatException {
    data.images().read(row, input, target, offset);
  }

  /** Reads an image and makes as many views as there are seeds, each to its own place. */
  void views(int row, long[] seeds, float[] target, int[] offsets) throws ImageFormatException {
    float[] pixels = new float[width()];
    plain(row, pixels, 0);
    ImagePatch image = new ImagePatch(input.height(), input.width(), input.channels(), pixels);
    for (int view = 0; view < seeds.length; view++) {
      float[] made = augmenter.apply(image, seeds[view]).values();
      System.arraycopy(made, 0, target, offsets[view], made.length);
    }
  }
}
