// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import static org.patchwork.internal.tensorflow.GraphNode.operand;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.network.Convolution;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.SavedNetwork;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * One tower of a network: the training tower has a {@link TrainingMode}, an inference tower has
 * none.
 */
final class GraphNetwork extends GraphOps implements Network {
  private static final float EPSILON = 1e-3f;
  private static final List<Long> STRIDE_1 = window(1);

  private final Weights weights;
  private final TrainingMode mode;
  private final Set<String> layers = new HashSet<>();

  private GraphNetwork(Ops tf, Weights weights, TrainingMode mode) {
    super(tf);
    this.weights = weights;
    this.mode = mode;
  }

  /** A tower that drops values and uses batch statistics. */
  static GraphNetwork forTraining(Ops tf, Weights weights, TrainingMode mode) {
    return new GraphNetwork(tf, weights, mode);
  }

  /** A tower that computes what the model predicts. */
  static GraphNetwork forInference(Ops tf, Weights weights) {
    return new GraphNetwork(tf, weights, null);
  }

  @Override
  public boolean training() {
    return mode != null;
  }

  @Override
  public Network again() {
    return new GraphNetwork(tf, weights, mode);
  }

  @Override
  public Node weight(String name, Kind kind, Init init, int... shape) {
    claim(name);
    return node(weights.weight(name, kind, init, shape));
  }

  private void claim(String name) {
    if (!layers.add(name)) {
      throw new IllegalArgumentException(
          "The weight " + name + " exists already; every layer needs its own name");
    }
  }

  @Override
  public long parameterCount() {
    return weights.parameterCount();
  }

  @Override
  public Node conv(String name, Node x, int filters, int kernelSize) {
    Node kernel = kernel(name + "/kernel", kernelSize, kernelSize, x.size(-1), filters);
    return bias(name, tf.nn.conv2d(operand(x), operand(kernel), STRIDE_1, "SAME"), filters);
  }

  @Override
  public Node conv(String name, Node x, Convolution c) {
    Node kernel = kernel(name + "/kernel", c.kernelSize(), c.kernelSize(), x.size(-1), c.filters());
    Operand<TFloat32> maps =
        tf.nn.conv2d(operand(x), operand(kernel), window(c.stride()), padding(c.padded()));
    return c.bias() ? bias(name, maps, c.filters()) : node(maps);
  }

  @Override
  public Node transposedConv(String name, Node x, Convolution c, int height, int width) {
    int[] shape =
        org.patchwork.learn.network.Shapes.transposedConvolution(x.shape(), c, height, width);
    int size = c.kernelSize();
    Node kernel = kernel(name + "/kernel", size, size, c.filters(), x.size(-1));
    Operand<TInt32> sizes = tf.constant(new int[] {height, width, c.filters()});
    Operand<TInt32> batch =
        tf.slice(tf.shape(operand(x)), tf.constant(new int[] {0}), tf.constant(new int[] {1}));
    Operand<TFloat32> maps =
        tf.nn.conv2dBackpropInput(
            tf.concat(List.of(batch, sizes), tf.constant(0)),
            operand(kernel),
            operand(x),
            window(c.stride()),
            padding(true));
    Node sized = reshape(node(maps), shape); // the size is not seen in the graph itself
    return c.bias() ? bias(name, operand(sized), c.filters()) : sized;
  }

  private static String padding(boolean padded) {
    return padded ? "SAME" : "VALID";
  }

  @Override
  public Node depthwiseConv(String name, Node x, int kernelSize) {
    int channels = x.size(-1);
    Node kernel = kernel(name + "/kernel", kernelSize, kernelSize, channels, 1);
    return bias(
        name, tf.nn.depthwiseConv2dNative(operand(x), operand(kernel), STRIDE_1, "SAME"), channels);
  }

  @Override
  public Node separableConv(String name, Node x, int filters, int kernelSize) {
    int channels = x.size(-1);
    Node depthwise = kernel(name + "/depthwise_kernel", kernelSize, kernelSize, channels, 1);
    Node pointwise = kernel(name + "/pointwise_kernel", 1, 1, channels, filters);
    Operand<TFloat32> spatial =
        tf.nn.depthwiseConv2dNative(operand(x), operand(depthwise), STRIDE_1, "SAME");
    return bias(name, tf.nn.conv2d(spatial, operand(pointwise), STRIDE_1, "SAME"), filters);
  }

  private Node kernel(String name, int... shape) {
    return weight(name, Kind.KERNEL, Init.GLOROT_UNIFORM, shape);
  }

  private Node bias(String name, Operand<TFloat32> x, int size) {
    Node bias = weight(name + "/bias", Kind.BIAS, Init.ZEROS, size);
    return node(tf.nn.biasAdd(x, operand(bias)));
  }

  @Override
  public Node batchNorm(String name, Node x) {
    if (x.rank() == 2) {
      int size = x.size(-1);
      return reshape(batchNormMaps(name, reshape(x, -1, 1, 1, size)), -1, size);
    }
    return batchNormMaps(name, x);
  }

  private Node batchNormMaps(String name, Node x) {
    int channels = x.size(-1);
    Node gamma = weight(name + "/gamma", Kind.NORM, Init.ONES, channels);
    Node beta = weight(name + "/beta", Kind.NORM, Init.ZEROS, channels);
    String mean = name + "/moving_mean";
    String variance = name + "/moving_variance";
    Operand<TFloat32> movingMean = weights.state(mean, Init.ZEROS, channels);
    Operand<TFloat32> movingVariance = weights.state(variance, Init.ONES, channels);
    if (!training()) {
      return node(norm(x, gamma, beta, movingMean, movingVariance, false).y());
    }
    Operand<TFloat32> none = tf.constant(new float[0]);
    FusedBatchNorm<TFloat32, TFloat32> norm = norm(x, gamma, beta, none, none, true);
    mode.average(mean, norm.batchMean());
    mode.average(variance, norm.batchVariance());
    return node(norm.y());
  }

  private FusedBatchNorm<TFloat32, TFloat32> norm(
      Node x,
      Node gamma,
      Node beta,
      Operand<TFloat32> mean,
      Operand<TFloat32> variance,
      boolean batchStatistics) {
    return tf.nn.fusedBatchNorm(
        operand(x),
        operand(gamma),
        operand(beta),
        mean,
        variance,
        FusedBatchNorm.epsilon(EPSILON),
        FusedBatchNorm.isTraining(batchStatistics));
  }

  /**
   * The function of a SavedModel; vectors become maps of 1×1.
   *
   * @throws TrainingException if it does not fit the images, or cannot be trained; says why
   */
  @Override
  public Node savedNetwork(SavedNetwork network, Node images) throws TrainingException {
    claim(SavedTower.PREFIX);
    SavedGraph saved = weights.savedGraphs().of(network);
    saved.requireImages(images.shape());
    SavedTower tower =
        new SavedTower(tf.withSubScope("saved"), saved, weights, network.batchStatistics(), mode);
    Operand<TFloat32> output = tower.build(operand(images));
    Node maps = node(output);
    return maps.rank() == 2 ? reshape(maps, -1, 1, 1, maps.size(1)) : maps;
  }

  @Override
  public Node dropout(Node x, double rate) {
    return drop(x, rate, false);
  }

  @Override
  public Node spatialDropout(Node x, double rate) {
    return drop(x, rate, true);
  }

  private Node drop(Node x, double rate, boolean channels) {
    if (!(rate >= 0 && rate < 1)) {
      throw new IllegalArgumentException(
          "The dropout rate must be at least 0 and less than 1, not " + rate);
    }
    if (!training() || rate == 0) {
      return x;
    }
    Node noise = node(mode.uniform(tf, operand(x), channels));
    Node kept = greaterEqual(noise, constant((float) rate));
    return multiply(multiply(x, constant((float) (1 / (1 - rate)))), kept);
  }

  @Override
  public Node maxPool(Node x) {
    Operand<TInt32> window = tf.constant(new int[] {1, 2, 2, 1});
    return node(tf.nn.maxPool(operand(x), window, window, "VALID"));
  }

  @Override
  public Node maxPool(Node x, int size, int stride, boolean padded) {
    Operand<TInt32> window = tf.constant(new int[] {1, size, size, 1});
    Operand<TInt32> strides = tf.constant(new int[] {1, stride, stride, 1});
    return node(tf.nn.maxPool(operand(x), window, strides, padding(padded)));
  }
}
