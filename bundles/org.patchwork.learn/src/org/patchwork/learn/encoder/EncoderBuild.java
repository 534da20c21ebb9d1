// SPDX-License-Identifier: MIT
package org.patchwork.learn.encoder;

import java.util.Collections;
import java.util.List;
import org.patchwork.learn.network.NetworkFunction;

/**
 * What an engine needs to train an encoder.
 *
 * @param imageShape height, width and channels
 * @param views the views of a step
 * @param batchSize number of images in each view
 * @param encoder from {@code [n, h, w, c]} to {@code [n, h', w', d]}
 * @param objective from views to the loss
 * @param optimizer optimiser
 * @param accumulate number of steps whose gradients are averaged before the weights change
 * @param seed seed of initial weights and dropout
 */
public record EncoderBuild(
    int[] imageShape,
    List<View> views,
    int batchSize,
    NetworkFunction encoder,
    EncoderObjective objective,
    EncoderOptimizer optimizer,
    int accumulate,
    long seed) {
  public EncoderBuild {
    if (imageShape.length != 3 || views.isEmpty() || batchSize < 1 || accumulate < 1) {
      throw new IllegalArgumentException(
          "An encoder needs images of three dimensions and at least one view and image");
    }
    imageShape = imageShape.clone();
    views = List.copyOf(views);
  }

  /** So many views of full size, weights that change in each step. */
  public EncoderBuild(
      int[] imageShape,
      int views,
      int batchSize,
      NetworkFunction encoder,
      EncoderObjective objective,
      EncoderOptimizer optimizer,
      long seed) {
    this(
        imageShape,
        Collections.nCopies(views, View.FULL),
        batchSize,
        encoder,
        objective,
        optimizer,
        1,
        seed);
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
