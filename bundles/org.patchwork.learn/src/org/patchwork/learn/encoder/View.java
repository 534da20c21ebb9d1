// SPDX-License-Identifier: MIT
package org.patchwork.learn.encoder;

/**
 * One of the pictures that a step makes of an image.
 *
 * @param scale height and width relative to those of the run, above 0 and at most 1: .5 for the
 *     small crops of multi-crop
 * @param augmentation what is changed in the augmentation of the run, written behind it: empty for
 *     nothing, {@code zoom_scale=0.05} for smaller crops, {@code none} for the image as it is,
 *     {@code none,fixmatch-weak} for another preset
 * @param stream views of one stream show the same images, each stream has its own; 0 unless a
 *     trainer draws from two piles, as labelled and unlabelled images
 */
public record View(double scale, String augmentation, int stream) {
  /** The image at full size, augmented as the run says. */
  public static final View FULL = new View(1, "", 0);

  public View {
    if (!(scale > 0 && scale <= 1) || stream < 0) {
      throw new IllegalArgumentException(
          "A view has a scale above 0 and at most 1 and a stream from 0 on, not "
              + scale
              + " and "
              + stream);
    }
  }

  /** Height, width and channels of this view in a run with images of this shape. */
  public int[] shape(int[] imageShape) {
    return new int[] {side(imageShape[0]), side(imageShape[1]), imageShape[2]};
  }

  private int side(int whole) {
    return Math.max(1, (int) Math.round(scale * whole));
  }
}
