// SPDX-License-Identifier: MIT
package org.patchwork.learn.encoder;

import org.patchwork.learn.network.NetworkFunction;

/**
 * What an engine needs to train an encoder.
 *
 * @param imageShape height, width and channels
 * @param views number of views in a step
 * @param batchSize number of images in each view
 * @param encoder from {@code [n, h, w, c]} to {@code [n, h', w', d]}
 * @param objective from views to the loss
 * @param optimizer optimiser
 * @param seed seed of initial weights and dropout
 */
public record EncoderBuild(
    int[] imageShape,
    int views,
    int batchSize,
    NetworkFunction encoder,
    EncoderObjective objective,
    EncoderOptimizer optimizer,
    long seed) {
  public EncoderBuild {
    if (imageShape.length != 3 || views < 1 || batchSize < 1) {
      throw new IllegalArgumentException(
          "An encoder needs images of three dimensions and at least one view and image");
    }
    imageShape = imageShape.clone();
  }

  @Override
  public int[] imageShape() {
    return imageShape.clone();
  }

  /** Number of values of one image. */
  public int width() {
    return imageShape[0] * imageShape[1] * imageShape[2];
  }
}
