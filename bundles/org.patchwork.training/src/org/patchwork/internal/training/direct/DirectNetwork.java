// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.direct;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.patchwork.core.RandomStreams;
import org.patchwork.learn.network.Convolution;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Shapes;

/** A network on a tape, either the one that learns or the one that predicts. */
final class DirectNetwork extends DirectOps implements Network {
  private final DirectWeights weights;
  private final boolean training;
  private final RandomStreams random;
  private final Set<String> names = new HashSet<>();
  private int drawings;

  /**
   * An empty network.
   *
   * @param seed of dropout
   */
  DirectNetwork(DirectWeights weights, boolean training, long seed) {
    super(new Tape());
    this.weights = weights;
    this.training = training;
    this.random = new RandomStreams(seed);
  }

  private DirectNetwork(DirectNetwork other) {
    super(other.tape);
    this.weights = other.weights;
    this.training = other.training;
    this.random = new RandomStreams(other.random.seedOf("again"));
  }

  /** What a batch is fed into. */
  static Value input(int... shape) {
    int[] batch = new int[shape.length + 1];
    batch[0] = -1;
    System.arraycopy(shape, 0, batch, 1, shape.length);
    return new Value(batch, false);
  }

  @Override
  public boolean training() {
    return training;
  }

  @Override
  public Network again() {
    return new DirectNetwork(this);
  }

  @Override
  public Node weight(String name, Kind kind, Init init, int... shape) {
    if (!names.add(name)) {
      throw new IllegalArgumentException(
          "The weight " + name + " exists already; every layer needs its own name");
    }
    return weights.weight(name, kind, init, shape);
  }

  @Override
  public long parameterCount() {
    return weights.parameterCount();
  }

  @Override
  public Node dropout(Node x, double rate) {
    Shapes.requireRate(rate);
    if (!training || rate == 0) {
      return x;
    }
    Value noise = tape.add(new Noise(x.shape(), random.seedOf("dropout " + drawings++), rate));
    return multiply(x, noise);
  }

  /** 0 at the rate, 1 / (1 − rate) otherwise; drawn anew for every batch. */
  private static final class Noise extends Step {
    private final RandomGenerator random;
    private final double rate;

    Noise(int[] shape, long seed, double rate) {
      super(new Value(shape, false));
      this.random = new SplittableRandom(seed);
      this.rate = rate;
    }

    @Override
    void forward(int count) {
      float kept = (float) (1 / (1 - rate));
      for (int i = 0; i < out.length(count); i++) {
        out.data[i] = random.nextFloat() >= rate ? kept : 0;
      }
    }

    @Override
    void backward(int count) {
      throw new IllegalStateException("Noise has no gradient");
    }
  }

  @Override
  public Node spatialDropout(Node x, double rate) {
    if (!training || rate == 0) {
      return x;
    }
    throw new NoDirectForm("Dropout of feature maps");
  }

  @Override
  public Node conv(String name, Node x, int filters, int kernelSize) {
    throw new NoDirectForm("A convolution");
  }

  @Override
  public Node conv(String name, Node x, Convolution convolution) {
    throw new NoDirectForm("A convolution");
  }

  @Override
  public Node depthwiseConv(String name, Node x, int kernelSize) {
    throw new NoDirectForm("A convolution");
  }

  @Override
  public Node maxPool(Node x, int size, int stride, boolean padded) {
    throw new NoDirectForm("Pooling");
  }

  @Override
  public Node transposedConv(String name, Node x, Convolution c, int height, int width) {
    throw new NoDirectForm("A transposed convolution");
  }

  @Override
  public Node separableConv(String name, Node x, int filters, int kernelSize) {
    throw new NoDirectForm("A convolution");
  }

  @Override
  public Node batchNorm(String name, Node x) {
    throw new NoDirectForm("Batch normalisation");
  }

  @Override
  public Node maxPool(Node x) {
    throw new NoDirectForm("Pooling");
  }
}
