// SPDX-License-Identifier: MIT
package org.patchwork.learn.conformance;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.patchwork.learn.network.Convolution;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Shapes;

/**
 * The inference tower of a network in plain Java: exact, slow, without an engine. Weights start
 * from a seed; batch norm has seen mean 0 and variance 1; dropout passes everything. Building a
 * second network with the same weights, changed in one place, gives finite differences.
 */
public final class ReferenceNetwork extends ReferenceOps implements Network {
  private static final double NORM_EPSILON = 0.001;

  private final Map<String, ReferenceValue> weights;
  private final RandomGenerator random;

  /** A network whose weights are made from a seed as they are asked for. */
  public ReferenceNetwork(long seed) {
    this.weights = new LinkedHashMap<>();
    this.random = new SplittableRandom(seed);
  }

  /** The weights by name, in the order in which they were made; their values may be changed. */
  public Map<String, ReferenceValue> weights() {
    return weights;
  }

  @Override
  public boolean training() {
    return false;
  }

  /** This network: it lets names be used again in any case. */
  @Override
  public Network again() {
    return this;
  }

  @Override
  public Node weight(String name, Kind kind, Init init, int... shape) {
    return weights.computeIfAbsent(name, n -> initial(init, shape));
  }

  private ReferenceValue initial(Init init, int[] shape) {
    double[] values = new double[ReferenceValue.size(shape)];
    int last = shape.length - 1;
    double receptive = last < 1 ? 1 : (double) values.length / (shape[last] * shape[last - 1]);
    double fans = last < 1 ? 2 : receptive * (shape[last] + shape[last - 1]);
    double limit = Math.sqrt(6 / fans);
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (init) {
            case ZEROS -> 0;
            case ONES -> 1;
            case GLOROT_UNIFORM -> random.nextDouble(-limit, limit);
            case SMALL_UNIFORM -> random.nextDouble(-0.05, 0.05);
          };
    }
    return new ReferenceValue(shape.clone(), values);
  }

  @Override
  public long parameterCount() {
    return weights.values().stream().mapToLong(weight -> weight.values().length).sum();
  }

  @Override
  public Node conv(String name, Node x, int filters, int kernelSize) {
    Shapes.sameConvolution("conv", x.shape(), filters, kernelSize);
    int channels = x.size(3);
    Node kernel =
        weight(
            name + "/kernel",
            Kind.KERNEL,
            Init.GLOROT_UNIFORM,
            kernelSize,
            kernelSize,
            channels,
            filters);
    Node bias = weight(name + "/bias", Kind.BIAS, Init.ZEROS, filters);
    Node patches = extractPatches(padded(x, kernelSize), kernelSize, 1);
    Node rows = reshape(patches, -1, kernelSize * kernelSize * channels);
    Node product = matMul(rows, reshape(kernel, -1, filters), false);
    return add(reshape(product, x.size(0), x.size(1), x.size(2), filters), bias);
  }

  @Override
  public Node conv(String name, Node x, Convolution c) {
    int[] shape =
        Shapes.windows("conv", x.shape(), c.kernelSize(), c.stride(), c.padded(), c.filters());
    int size = c.kernelSize();
    int channels = x.size(3);
    Node kernel =
        weight(
            name + "/kernel", Kind.KERNEL, Init.GLOROT_UNIFORM, size, size, channels, c.filters());
    Node wide = c.padded() ? padded(x, size, c.stride(), shape, 0) : x;
    Node rows = reshape(extractPatches(wide, size, c.stride()), -1, size * size * channels);
    Node product = reshape(matMul(rows, reshape(kernel, -1, c.filters()), false), shape);
    return c.bias()
        ? add(product, weight(name + "/bias", Kind.BIAS, Init.ZEROS, c.filters()))
        : product;
  }

  @Override
  public Node transposedConv(String name, Node x, Convolution c, int height, int width) {
    int[] shape = Shapes.transposedConvolution(x.shape(), c, height, width);
    int size = c.kernelSize();
    Node kernel =
        weight(
            name + "/kernel", Kind.KERNEL, Init.GLOROT_UNIFORM, size, size, c.filters(), x.size(3));
    int top = Math.max(0, (x.size(1) - 1) * c.stride() + size - height) / 2;
    int left = Math.max(0, (x.size(2) - 1) * c.stride() + size - width) / 2;
    double[] maps = new double[ReferenceValue.size(shape)];
    int[] p = new int[6]; // image, row, column, then row, column and filter of the kernel
    int[] all = {x.size(0), x.size(1), x.size(2), size, size, c.filters()};
    for (int i = ReferenceValue.size(all); i > 0; i--) {
      int y = p[1] * c.stride() + p[3] - top;
      int z = p[2] * c.stride() + p[4] - left;
      if (y >= 0 && y < height && z >= 0 && z < width) {
        double sum = 0;
        for (int channel = 0; channel < x.size(3); channel++) {
          sum += at(x, p[0], p[1], p[2], channel) * at(kernel, p[3], p[4], p[5], channel);
        }
        maps[((p[0] * height + y) * width + z) * c.filters() + p[5]] += sum;
      }
      ReferenceValue.advance(p, all);
    }
    Node spread = new ReferenceValue(shape, maps);
    return c.bias()
        ? add(spread, weight(name + "/bias", Kind.BIAS, Init.ZEROS, c.filters()))
        : spread;
  }

  @Override
  public Node depthwiseConv(String name, Node x, int kernelSize) {
    int channels = x.size(3);
    Shapes.sameConvolution("depthwiseConv", x.shape(), channels, kernelSize);
    Node kernel =
        weight(
            name + "/kernel",
            Kind.KERNEL,
            Init.GLOROT_UNIFORM,
            kernelSize,
            kernelSize,
            channels,
            1);
    Node bias = weight(name + "/bias", Kind.BIAS, Init.ZEROS, channels);
    int cells = kernelSize * kernelSize;
    Node patches = extractPatches(padded(x, kernelSize), kernelSize, 1);
    Node weighted =
        multiply(reshape(patches, -1, cells, channels), reshape(kernel, cells, channels));
    return add(reshape(sum(weighted, false, 1), x.shape()), bias);
  }

  @Override
  public Node separableConv(String name, Node x, int filters, int kernelSize) {
    Shapes.sameConvolution("separableConv", x.shape(), filters, kernelSize);
    int channels = x.size(3);
    Node depthwise =
        weight(
            name + "/depthwise",
            Kind.KERNEL,
            Init.GLOROT_UNIFORM,
            kernelSize,
            kernelSize,
            channels,
            1);
    Node pointwise =
        weight(name + "/pointwise", Kind.KERNEL, Init.GLOROT_UNIFORM, 1, 1, channels, filters);
    Node bias = weight(name + "/bias", Kind.BIAS, Init.ZEROS, filters);
    Node patches = extractPatches(padded(x, kernelSize), kernelSize, 1);
    Node cells = reshape(patches, -1, kernelSize * kernelSize, channels);
    Node weighted = multiply(cells, reshape(depthwise, kernelSize * kernelSize, channels));
    Node mixed = matMul(sum(weighted, false, 1), reshape(pointwise, channels, filters), false);
    return add(reshape(mixed, x.size(0), x.size(1), x.size(2), filters), bias);
  }

  /** Zeros around the images, so that VALID patches give SAME. */
  private Node padded(Node x, int kernelSize) {
    return padded(x, kernelSize, 1, x.shape(), 0);
  }

  /** The border as TensorFlow divides it: what is odd stands behind. */
  private Node padded(Node x, int size, int stride, int[] wanted, double border) {
    Node padded = x;
    for (int i = 1; i < 3; i++) {
      int missing = Math.max(0, (wanted[i] - 1) * stride + size - x.size(i));
      padded = band(padded, i, missing / 2, missing - missing / 2, border);
    }
    return padded;
  }

  private Node band(Node x, int dimension, int before, int after, double border) {
    Node padded = x;
    if (before > 0) {
      padded = concat(dimension, filled(x, dimension, before, border), padded);
    }
    return after > 0 ? concat(dimension, padded, filled(x, dimension, after, border)) : padded;
  }

  private static Node filled(Node x, int dimension, int size, double value) {
    int[] shape = x.shape().clone();
    shape[dimension] = size;
    double[] values = new double[ReferenceValue.size(shape)];
    Arrays.fill(values, value);
    return new ReferenceValue(shape, values);
  }

  @Override
  public Node batchNorm(String name, Node x) {
    Node gamma = weight(name + "/gamma", Kind.NORM, Init.ONES, x.size(-1));
    Node beta = weight(name + "/beta", Kind.NORM, Init.ZEROS, x.size(-1));
    return add(multiply(map(x, v -> v / Math.sqrt(1 + NORM_EPSILON)), gamma), beta);
  }

  @Override
  public Node dropout(Node x, double rate) {
    Shapes.requireRate(rate);
    return x;
  }

  @Override
  public Node spatialDropout(Node x, double rate) {
    Shapes.requireRate(rate);
    Shapes.requireImages("spatialDropout", x.shape());
    return x;
  }

  @Override
  public Node maxPool(Node x) {
    int[] shape = Shapes.pool(x.shape());
    int channels = x.size(3);
    Node patches = reshape(extractPatches(x, 2, 2), -1, 4, channels);
    return reshape(max(patches, false, 1), shape);
  }

  @Override
  public Node maxPool(Node x, int size, int stride, boolean padded) {
    int channels = x.size(3);
    int[] shape = Shapes.windows("pooling", x.shape(), size, stride, padded, channels);
    Node wide = padded ? padded(x, size, stride, shape, Double.NEGATIVE_INFINITY) : x;
    Node patches = reshape(extractPatches(wide, size, stride), -1, size * size, channels);
    return reshape(max(patches, false, 1), shape);
  }
}
