// SPDX-License-Identifier: MIT
package org.patchwork.learn.encoder;

import org.patchwork.learn.network.NetworkFunction;

/**
 * A part of what is trained that can be asked between epochs and exported on its own, in inference
 * mode: a classifier behind the encoder, a network of texts beside it.
 *
 * @param name its name, letters and digits
 * @param inputShape shape of one input without the batch; empty for a function of images, which
 *     pass the encoder first
 * @param function from feature maps {@code [n, h, w, d]} or inputs {@code [n, inputShape…]} to
 *     {@code [n, k]}; its weights are those of the same names in the loss
 */
public record EncoderFunction(String name, int[] inputShape, NetworkFunction function) {
  public EncoderFunction {
    inputShape = inputShape.clone();
  }

  /** A function of the feature maps of images. */
  public static EncoderFunction ofFeatures(String name, NetworkFunction function) {
    return new EncoderFunction(name, new int[0], function);
  }

  /** A function of inputs of its own. */
  public static EncoderFunction of(String name, NetworkFunction function, int... inputShape) {
    return new EncoderFunction(name, inputShape, function);
  }

  /** True if images pass the encoder and then this. */
  public boolean ofImages() {
    return inputShape.length == 0;
  }

  @Override
  public int[] inputShape() {
    return inputShape.clone();
  }
}
