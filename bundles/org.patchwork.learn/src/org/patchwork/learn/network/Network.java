// SPDX-License-Identifier: MIT
package org.patchwork.learn.network;

import org.patchwork.core.TrainingException;

/**
 * A network under construction: arithmetic, weights and layers. The same building code runs twice,
 * once for training and once for inference ({@link #training()} tells which); a weight of the same
 * name is shared between the two. Layer names must be unique in a network; weights are named {@code
 * layer/kernel}, {@code layer/bias}.
 */
public interface Network extends Ops {

  /** What a weight is for; weight decay applies to kernels only. */
  enum Kind {
    KERNEL,
    BIAS,
    NORM
  }

  /** How a weight starts. */
  enum Init {
    ZEROS,
    ONES,
    /** Uniform in ±√(6 / (fan in + fan out)) (Glorot and Bengio 2010). */
    GLOROT_UNIFORM,
    /** Uniform in ±0.05, for weights of no fan that would say how large. */
    SMALL_UNIFORM
  }

  /** True while the training tower is built: dropout drops and batch norm uses batch statistics. */
  boolean training();

  /**
   * The same network once more, in which layers of names that exist already can be built again:
   * they then share their weights. For a model that is asked in several ways at once.
   */
  Network again();

  /** A trainable weight. */
  Node weight(String name, Kind kind, Init init, int... shape);

  /** Number of trainable parameters so far. */
  long parameterCount();

  /** Dense layer {@code [n, d]} to {@code [n, units]}: x · kernel + bias. */
  default Node dense(String name, Node x, int units) {
    Node kernel = weight(name + "/kernel", Kind.KERNEL, Init.GLOROT_UNIFORM, x.size(-1), units);
    Node bias = weight(name + "/bias", Kind.BIAS, Init.ZEROS, units);
    return add(matMul(x, kernel, false), bias);
  }

  /** Convolution, stride 1, SAME, with bias: {@code [n, h, w, c]} to {@code [n, h, w, filters]}. */
  Node conv(String name, Node x, int filters, int kernelSize);

  /** Convolution with every choice: {@code [n, h, w, c]} to {@code [n, h', w', filters]}. */
  Node conv(String name, Node x, Convolution convolution);

  /**
   * What takes back the size that a padded convolution of the same kernel and stride has taken
   * ("transposed convolution", Zeiler et al. 2010): {@code [n, ⌈height / stride⌉, ⌈width / stride⌉,
   * c]} to {@code [n, height, width, filters]}. Its kernel is {@code [size, size, filters, c]}.
   */
  Node transposedConv(String name, Node x, Convolution convolution, int height, int width);

  /** One kernel for each channel, stride 1, SAME, with bias. */
  Node depthwiseConv(String name, Node x, int kernelSize);

  /**
   * Depthwise then 1×1 convolution, stride 1, SAME, with bias (Keras {@code SeparableConv2D},
   * multiplier 1).
   */
  Node separableConv(String name, Node x, int filters, int kernelSize);

  /**
   * Batch normalisation over all but the last dimension: momentum .99 in heads and .9 in encoders,
   * whose runs are shorter, ε .001, scale and offset.
   */
  Node batchNorm(String name, Node x);

  /**
   * Drops single values at this rate while training, and scales the rest by 1 / (1 − rate). Rate 0
   * changes nothing.
   */
  Node dropout(Node x, double rate);

  /** Drops whole channels of {@code [n, h, w, c]} (Tompson et al. 2015). */
  Node spatialDropout(Node x, double rate);

  /** 2×2 maximum, stride 2, VALID. */
  Node maxPool(Node x);

  /** Maximum of each square window; {@code padded} as in {@link Convolution}. */
  Node maxPool(Node x, int size, int stride, boolean padded);

  /**
   * Layer normalisation over the last dimension (Ba, Kiros and Hinton 2016), with scale and offset.
   */
  default Node layerNorm(String name, Node x, float epsilon) {
    Node gamma = weight(name + "/gamma", Kind.NORM, Init.ONES, x.size(-1));
    Node beta = weight(name + "/beta", Kind.NORM, Init.ZEROS, x.size(-1));
    Node centred = subtract(x, mean(x, true, -1));
    Node deviation = sqrt(add(mean(square(centred), true, -1), constant(epsilon)));
    return add(multiply(divide(centred, deviation), gamma), beta);
  }

  /**
   * The function of a SavedModel, whose weights begin as they were saved: {@code [n, h, w, c]} in
   * the range it takes to {@code [n, h', w', d]}; vectors become maps of 1×1.
   *
   * @throws TrainingException if this network is not one of an engine, or if the SavedModel does
   *     not fit the images or cannot be trained; says why
   */
  default Node savedNetwork(SavedNetwork network, Node images) throws TrainingException {
    throw new TrainingException(
        "The SavedModel in "
            + network.directory()
            + " can be built into the encoder of a pre-training run only. Take another network"
            + " here.");
  }
}
