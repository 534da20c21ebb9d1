// SPDX-License-Identifier: MIT
package org.patchwork.learn.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
   * @param sketch what is drawn of it, the input first
   */
  public record Outline(List<Integer> outputShape, List<Weight> weights, NetworkSketch sketch) {
    /** Number of trainable parameters. */
    public long parameterCount() {
      return weights.stream().mapToLong(Weight::size).sum();
    }
  }

  private final boolean training;
  private final Map<String, Weight> byName;
  private final List<Weight> weights;
  private final Set<String> names = new HashSet<>();

  /** An empty network; {@code training} tells what {@link #training()} answers. */
  public ShapeNetwork(boolean training) {
    super(new SketchBuilder());
    this.training = training;
    this.byName = new TreeMap<>();
    this.weights = new ArrayList<>();
  }

  private ShapeNetwork(ShapeNetwork other) {
    super(other.sketch);
    this.training = other.training;
    this.byName = other.byName;
    this.weights = other.weights;
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
      return new Outline(shape, List.copyOf(network.weights), network.sketch.sketch());
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
    return sketch.box(NetworkSketch.Kind.INPUT, "Features", "", batch, 0);
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
  public Network again() {
    return new ShapeNetwork(this);
  }

  @Override
  public Node weight(String name, Kind kind, Init init, int... shape) {
    long size = add(name, kind, shape).size();
    return new ShapeNode(shape.clone(), ShapeNode.NO_BOX, size);
  }

  private Weight add(String name, Kind kind, int... shape) {
    Weight weight = new Weight(name, kind, Arrays.stream(shape).boxed().toList());
    Weight known = byName.putIfAbsent(name, weight);
    if (names.add(name) && weight.equals(known)) {
      return weight; // a layer of an earlier tower
    }
    if (known != null) {
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
    return weight;
  }

  @Override
  public long parameterCount() {
    return weights.stream().mapToLong(Weight::size).sum();
  }

  /** Calls the task, and draws a layer with the weights that it has made. */
  private Node layer(String title, String detail, int[] shape, Node x, Runnable makesWeights) {
    long before = parameterCount();
    makesWeights.run();
    return sketch.box(NetworkSketch.Kind.LAYER, title, detail, shape, parameterCount() - before, x);
  }

  private static String square(int size) {
    return size + "\u00d7" + size;
  }

  @Override
  public Node dense(String name, Node x, int units) {
    int[] shape = Shapes.matMul(x.shape(), new int[] {x.size(-1), units}, false);
    return layer(
        "Dense",
        "",
        shape,
        x,
        () -> {
          add(name + "/kernel", Kind.KERNEL, x.size(-1), units);
          add(name + "/bias", Kind.BIAS, units);
        });
  }

  @Override
  public Node conv(String name, Node x, int filters, int kernelSize) {
    int[] shape = Shapes.sameConvolution("conv", x.shape(), filters, kernelSize);
    return layer(
        "Convolution",
        square(kernelSize),
        shape,
        x,
        () -> {
          add(name + "/kernel", Kind.KERNEL, kernelSize, kernelSize, x.size(-1), filters);
          add(name + "/bias", Kind.BIAS, filters);
        });
  }

  @Override
  public Node conv(String name, Node x, Convolution c) {
    int[] shape =
        Shapes.windows("conv", x.shape(), c.kernelSize(), c.stride(), c.padded(), c.filters());
    String step = c.stride() > 1 ? ", stride " + c.stride() : "";
    return layer(
        "Convolution",
        square(c.kernelSize()) + step,
        shape,
        x,
        () -> {
          add(
              name + "/kernel",
              Kind.KERNEL,
              c.kernelSize(),
              c.kernelSize(),
              x.size(-1),
              c.filters());
          if (c.bias()) {
            add(name + "/bias", Kind.BIAS, c.filters());
          }
        });
  }

  @Override
  public Node transposedConv(String name, Node x, Convolution c, int height, int width) {
    int[] shape = Shapes.transposedConvolution(x.shape(), c, height, width);
    int size = c.kernelSize();
    return layer(
        "Transposed convolution",
        square(size) + ", stride " + c.stride(),
        shape,
        x,
        () -> {
          add(name + "/kernel", Kind.KERNEL, size, size, c.filters(), x.size(-1));
          if (c.bias()) {
            add(name + "/bias", Kind.BIAS, c.filters());
          }
        });
  }

  @Override
  public Node depthwiseConv(String name, Node x, int kernelSize) {
    int[] shape = Shapes.sameConvolution("depthwiseConv", x.shape(), x.size(-1), kernelSize);
    return layer(
        "Depthwise convolution",
        square(kernelSize),
        shape,
        x,
        () -> {
          add(name + "/kernel", Kind.KERNEL, kernelSize, kernelSize, x.size(-1), 1);
          add(name + "/bias", Kind.BIAS, x.size(-1));
        });
  }

  @Override
  public Node separableConv(String name, Node x, int filters, int kernelSize) {
    int[] shape = Shapes.sameConvolution("separableConv", x.shape(), filters, kernelSize);
    return layer(
        "Separable convolution",
        square(kernelSize),
        shape,
        x,
        () -> {
          add(name + "/depthwise", Kind.KERNEL, kernelSize, kernelSize, x.size(-1), 1);
          add(name + "/pointwise", Kind.KERNEL, 1, 1, x.size(-1), filters);
          add(name + "/bias", Kind.BIAS, filters);
        });
  }

  @Override
  public Node batchNorm(String name, Node x) {
    long size =
        add(name + "/gamma", Kind.NORM, x.size(-1)).size()
            + add(name + "/beta", Kind.NORM, x.size(-1)).size();
    return sketch.box(NetworkSketch.Kind.NORM, "Batch norm", "", x.shape(), size, x);
  }

  @Override
  public Node dropout(Node x, double rate) {
    Shapes.requireRate(rate);
    return rate == 0 ? x : dropped("Dropout", x, rate);
  }

  @Override
  public Node spatialDropout(Node x, double rate) {
    Shapes.requireRate(rate);
    Shapes.requireImages("spatialDropout", x.shape());
    return rate == 0 ? x : dropped("Channel dropout", x, rate);
  }

  private Node dropped(String title, Node x, double rate) {
    String share = Math.round(100 * rate) + " %";
    return sketch.box(NetworkSketch.Kind.DROPOUT, title, share, x.shape(), 0, x);
  }

  @Override
  public Node maxPool(Node x) {
    return sketch.box(
        NetworkSketch.Kind.POOLING, "Max pooling", square(2), Shapes.pool(x.shape()), 0, x);
  }

  @Override
  public Node maxPool(Node x, int size, int stride, boolean padded) {
    int[] shape = Shapes.windows("pooling", x.shape(), size, stride, padded, x.size(-1));
    return sketch.box(NetworkSketch.Kind.POOLING, "Max pooling", square(size), shape, 0, x);
  }
}
