// SPDX-License-Identifier: MIT
package org.patchwork.learn.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.patchwork.core.TrainingException;

/**
 * A network without an engine: follows the shapes, counts the parameters, finds what does not fit.
 * The designer shows what it says; nothing is computed.
 */
public final class ShapeNetwork extends ShapeOps implements Network {

  /**
   * A trainable weight.
   *
   * @param name {@code layer/kernel}, {@code layer/bias}, …
   * @param kind what it is for
   * @param shape its shape
   */
  public record Weight(String name, Kind kind, List<Integer> shape) {
    /** Number of values. */
    public long size() {
      return shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    }
  }

  /**
   * What a network would be.
   *
   * @param outputShape shape of one output, without the batch
   * @param weights the trainable weights in the order in which they were made
   */
  public record Outline(List<Integer> outputShape, List<Weight> weights) {
    /** Number of trainable parameters. */
    public long parameterCount() {
      return weights.stream().mapToLong(Weight::size).sum();
    }
  }

  private final boolean training;
  private final Map<String, Weight> byName = new TreeMap<>();
  private final List<Weight> weights = new ArrayList<>();

  /** An empty network; {@code training} tells what {@link #training()} answers. */
  public ShapeNetwork(boolean training) {
    this.training = training;
  }

  /**
   * Follows a network function.
   *
   * @param inputShape shape of one input, without the batch
   * @throws TrainingException if the function does not fit the input; says where
   */
  public static Outline outline(int[] inputShape, NetworkFunction function)
      throws TrainingException {
    ShapeNetwork network = new ShapeNetwork(true);
    try {
      int[] output = function.build(network, network.input(inputShape)).shape();
      List<Integer> shape = Arrays.stream(output).skip(1).boxed().toList();
      return new Outline(shape, List.copyOf(network.weights));
    } catch (IllegalArgumentException e) {
      throw new TrainingException(
          "The model does not fit features of shape "
              + Shapes.text(inputShape)
              + ": "
              + e.getMessage(),
          e);
    }
  }

  /** An input: a batch of unknown size of this shape. */
  public Node input(int... shape) {
    int[] batch = new int[shape.length + 1];
    batch[0] = -1;
    System.arraycopy(shape, 0, batch, 1, shape.length);
    return node(batch);
  }

  /** The weights so far, in the order in which they were made. */
  public List<Weight> weights() {
    return List.copyOf(weights);
  }

  @Override
  public boolean training() {
    return training;
  }

  @Override
  public Node weight(String name, Kind kind, Init init, int... shape) {
    Weight weight = new Weight(name, kind, Arrays.stream(shape).boxed().toList());
    if (byName.putIfAbsent(name, weight) != null) {
      throw new IllegalArgumentException(
          "There are two weights named " + name + "; layer names must be unique");
    }
    if (Arrays.stream(shape).anyMatch(size -> size < 1)) {
      throw new IllegalArgumentException(
          "The weight "
              + name
              + " would have the shape "
              + Shapes.text(shape)
              + "; every size must be known");
    }
    weights.add(weight);
    return node(shape);
  }

  @Override
  public long parameterCount() {
    return weights.stream().mapToLong(Weight::size).sum();
  }

  @Override
  public Node conv(String name, Node x, int filters, int kernelSize) {
    int[] shape = Shapes.sameConvolution("conv", x.shape(), filters, kernelSize);
    weight(
        name + "/kernel",
        Kind.KERNEL,
        Init.GLOROT_UNIFORM,
        kernelSize,
        kernelSize,
        x.size(-1),
        filters);
    weight(name + "/bias", Kind.BIAS, Init.ZEROS, filters);
    return node(shape);
  }

  @Override
  public Node separableConv(String name, Node x, int filters, int kernelSize) {
    int[] shape = Shapes.sameConvolution("separableConv", x.shape(), filters, kernelSize);
    weight(
        name + "/depthwise",
        Kind.KERNEL,
        Init.GLOROT_UNIFORM,
        kernelSize,
        kernelSize,
        x.size(-1),
        1);
    weight(name + "/pointwise", Kind.KERNEL, Init.GLOROT_UNIFORM, 1, 1, x.size(-1), filters);
    weight(name + "/bias", Kind.BIAS, Init.ZEROS, filters);
    return node(shape);
  }

  @Override
  public Node batchNorm(String name, Node x) {
    weight(name + "/gamma", Kind.NORM, Init.ONES, x.size(-1));
    weight(name + "/beta", Kind.NORM, Init.ZEROS, x.size(-1));
    return x;
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
    return node(Shapes.pool(x.shape()));
  }
}
