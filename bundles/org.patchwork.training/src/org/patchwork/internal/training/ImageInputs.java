// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import org.patchwork.core.ImageFormatException;
import org.patchwork.image.ImagePatch;
import org.patchwork.image.ImageSource;
import org.patchwork.image.InputSpec;
import org.patchwork.image.augmentation.Augmenter;

/**
 * Images at the size the extractor wants, values in [0, 1], augmented after they have that size.
 *
 * @param images one per row
 * @param input the size
 * @param weak augmentation of what is trained on
 * @param strong augmentation of strong views
 */
record ImageInputs(ImageSource images, InputSpec input, Augmenter weak, Augmenter strong)
    implements LiveInputs {
  @Override
  public int[] shape() {
    return new int[] {input.height(), input.width(), input.channels()};
  }

  @Override
  public void read(int row, View view, long seed, float[] target, int offset)
      throws ImageFormatException {
    Augmenter augmenter =
        switch (view) {
          case PLAIN -> null;
          case WEAK -> weak;
          case STRONG -> strong;
        };
    if (augmenter == null || augmenter.isEmpty()) {
      images.read(row, input, target, offset);
      return;
    }
    float[] pixels = new float[input.values()];
    images.read(row, input, pixels, 0);
    ImagePatch image = new ImagePatch(input.height(), input.width(), input.channels(), pixels);
    System.arraycopy(augmenter.apply(image, seed).values(), 0, target, offset, pixels.length);
  }
}
