// SPDX-License-Identifier: MIT
package org.patchwork.training.attribution;

import org.patchwork.image.ImagePatch;

/**
 * What came of integrated gradients for one image.
 *
 * @param image the image, values in [0, 1]
 * @param gradients mean gradient of the score along the way from black to the image, of the shape
 *     of the image
 * @param score sum of the cosines to the views, less those to the negative images
 * @param blackScore the same of the black image
 */
public record Attribution(ImagePatch image, ImagePatch gradients, double score, double blackScore) {

  /**
   * How much each pixel matters: sums over the channels of the sizes of the gradients. They are not
   * multiplied by the image, so dark pixels can matter.
   *
   * @return {@code [height, width, 1]}
   */
  public ImagePatch map() {
    int channels = gradients.channels();
    float[] sums = new float[gradients.height() * gradients.width()];
    for (int i = 0; i < gradients.values().length; i++) {
      sums[i / channels] += Math.abs(gradients.values()[i]);
    }
    return new ImagePatch(gradients.height(), gradients.width(), 1, sums);
  }

  /**
   * Sum of gradient times pixel. By the axiom of completeness (Sundararajan, Taly and Yan 2017,
   * proposition 1) it comes to {@code score − blackScore} as the steps become many; what is missing
   * says how far the map can be relied on.
   */
  public double explained() {
    double sum = 0;
    for (int i = 0; i < image.values().length; i++) {
      sum += (double) gradients.values()[i] * image.values()[i];
    }
    return sum;
  }
}
