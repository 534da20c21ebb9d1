// SPDX-License-Identifier: MIT
package org.patchwork.learn.conformance;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
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
    int before = (kernelSize - 1) / 2;
    int after = kernelSize - 1 - before;
    return band(band(x, 1, before, after), 2, before, after);
  }

  private Node band(Node x, int dimension, int before, int after) {
    Node padded = x;
    if (before > 0) {
      padded = concat(dimension, zeros(x, dimension, before), padded);
    }
    return after > 0 ? concat(dimension, padded, zeros(x, dimension, after)) : padded;
  }

  private static Node zeros(Node x, int dimension, int size) {
    int[] shape = x.shape().clone();
    shape[dimension] = size;
    return new ReferenceValue(shape, new double[ReferenceValue.size(shape)]);
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
}
