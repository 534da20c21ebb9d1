// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.direct;

import java.util.Arrays;
import org.patchwork.internal.training.direct.Pieces.Part;
import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Ops;
import org.patchwork.learn.network.Shapes;

/** Arithmetic that is written down on a tape. */
class DirectOps implements Ops {
  final Tape tape;

  /** Operations that are written down on this tape. */
  DirectOps(Tape tape) {
    this.tape = tape;
  }

  /** The value behind a node, for an operation that takes it; it must have been made here. */
  static Value value(Node node) {
    Value value = (Value) node;
    value.use();
    return value;
  }

  @Override
  public Node constant(float value) {
    return Value.of(new float[] {value}, new int[0], false);
  }

  @Override
  public Node constant(float[] values, int... shape) {
    return Value.of(values.clone(), shape, false);
  }

  @Override
  public Node add(Node a, Node b) {
    return binary("add", a, b, new Kernels.Sum(1));
  }

  @Override
  public Node subtract(Node a, Node b) {
    return binary("subtract", a, b, new Kernels.Sum(-1));
  }

  @Override
  public Node multiply(Node a, Node b) {
    return binary("multiply", a, b, new Kernels.Multiply());
  }

  @Override
  public Node divide(Node a, Node b) {
    return binary("divide", a, b, Kernels.divide());
  }

  @Override
  public Node maximum(Node a, Node b) {
    return binary("maximum", a, b, Kernels.maximum());
  }

  private Node binary(String name, Node a, Node b, Binary.Kernel kernel) {
    return tape.add(new Binary(name, value(a), value(b), true, kernel));
  }

  @Override
  public Node equal(Node a, Node b) {
    return compare("equal", a, b, (x, y) -> x == y ? 1 : 0);
  }

  @Override
  public Node greaterEqual(Node a, Node b) {
    return compare("greaterEqual", a, b, (x, y) -> x >= y ? 1 : 0);
  }

  private Node compare(String name, Node a, Node b, Kernels.Function condition) {
    return tape.add(new Binary(name, value(a), value(b), false, Kernels.where(condition)));
  }

  @Override
  public Node negate(Node x) {
    return binary("negate", constant(0), x, new Kernels.Sum(-1));
  }

  @Override
  public Node abs(Node x) {
    return unary(x, Math::abs, (v, y) -> Math.signum(v));
  }

  @Override
  public Node square(Node x) {
    return unary(x, v -> v * v, (v, y) -> 2 * v);
  }

  @Override
  public Node sqrt(Node x) {
    return unary(x, v -> (float) Math.sqrt(v), (v, y) -> 0.5f / y);
  }

  @Override
  public Node exp(Node x) {
    return unary(x, v -> (float) Math.exp(v), (v, y) -> y);
  }

  @Override
  public Node log(Node x) {
    return tape.add(new Frequent.Logarithm(value(x)));
  }

  @Override
  public Node pow(Node x, float power) {
    return unary(
        x,
        v -> (float) Math.pow(v, power),
        (v, y) -> power == 0 ? 0 : power * (float) Math.pow(v, power - 1));
  }

  @Override
  public Node clip(Node x, float min, float max) {
    return tape.add(new Frequent.Clip(value(x), min, max));
  }

  @Override
  public Node relu(Node x) {
    return unary(x, v -> Math.max(v, 0), (v, y) -> v > 0 ? 1 : 0);
  }

  @Override
  public Node sigmoid(Node x) {
    return tape.add(new Frequent.Sigmoid(value(x)));
  }

  @Override
  public Node softplus(Node x) {
    return unary(
        x,
        v -> (float) (Math.max(v, 0) + Math.log1p(Math.exp(-Math.abs(v)))),
        (v, y) -> (float) (1 / (1 + Math.exp(-v))));
  }

  private Node unary(Node x, Unary.Function function, Unary.Slope slope) {
    return tape.add(new Unary(value(x), function, slope));
  }

  @Override
  public Node softmax(Node x) {
    return tape.add(new Softmax(value(x), false));
  }

  @Override
  public Node logSoftmax(Node x) {
    return tape.add(new Softmax(value(x), true));
  }

  @Override
  public Node l2Normalize(Node x) {
    return tape.add(new Normalize(value(x)));
  }

  @Override
  public Node sum(Node x, boolean keepDimensions, int... dimensions) {
    return tape.add(new Reduce(value(x), Reduce.Kind.SUM, keepDimensions, dimensions));
  }

  @Override
  public Node mean(Node x, boolean keepDimensions, int... dimensions) {
    return tape.add(new Reduce(value(x), Reduce.Kind.MEAN, keepDimensions, dimensions));
  }

  @Override
  public Node max(Node x, boolean keepDimensions, int... dimensions) {
    return tape.add(new Reduce(value(x), Reduce.Kind.MAX, keepDimensions, dimensions));
  }

  @Override
  public Node gelu(Node x) {
    throw new NoDirectForm("GELU");
  }

  @Override
  public Node transpose(Node x) {
    throw new NoDirectForm("A transpose");
  }

  @Override
  public Node matMul(Node a, Node b, boolean transposeB) {
    return tape.add(new Product(value(a), value(b), transposeB));
  }

  @Override
  public Node batchMatMul(Node a, Node b, boolean transposeB) {
    throw new NoDirectForm("A product of many matrices");
  }

  @Override
  public Node permute(Node x, int... order) {
    throw new NoDirectForm("Another order of dimensions");
  }

  @Override
  public Node reverse(Node x, int dimension) {
    throw new NoDirectForm("Reversing");
  }

  @Override
  public Node reshape(Node x, int... shape) {
    return copy(value(x), Shapes.reshape(x.shape(), shape), value(x).trained);
  }

  @Override
  public Node stopGradient(Node x) {
    return copy(value(x), x.shape(), false);
  }

  private Node copy(Value x, int[] shape, boolean trained) {
    Value out = new Value(shape, trained);
    if (out.length(1) != x.length(1) || out.length(2) != x.length(2)) {
      throw new NoDirectForm("A reshape across the batch");
    }
    return tape.add(
        new Pieces(
            out,
            count -> {
              int length = out.length(count);
              return new Part[] {new Part(x, 0, 0, length, length, length)};
            }));
  }

  @Override
  public Node concat(int dimension, Node... parts) {
    int[] shape =
        Shapes.concat(dimension, Arrays.stream(parts).map(Node::shape).toArray(int[][]::new));
    int axis = Shapes.dimension(shape, dimension);
    boolean trained = Arrays.stream(parts).anyMatch(part -> value(part).trained);
    return tape.add(
        new Pieces(
            new Value(shape, trained),
            count -> {
              Part[] layout = new Part[parts.length];
              int total = Arrays.stream(parts).mapToInt(p -> block(p, axis, count)).sum();
              int offset = 0;
              for (int i = 0; i < parts.length; i++) {
                int block = block(parts[i], axis, count);
                layout[i] = new Part(value(parts[i]), 0, offset, block, block, total);
                offset += block;
              }
              return layout;
            }));
  }

  /** Number of neighbouring values that stand for one index before the axis. */
  private static int block(Node x, int axis, int count) {
    int[] shape = x.shape();
    int block = 1;
    for (int i = axis; i < shape.length; i++) {
      block *= shape[i] < 0 ? count : shape[i];
    }
    return block;
  }

  @Override
  public Node slice(Node x, int dimension, int begin, int size) {
    int axis = Shapes.dimension(x.shape(), dimension);
    Value out = new Value(Shapes.slice(x.shape(), dimension, begin, size), value(x).trained);
    return tape.add(
        new Pieces(
            out,
            count -> {
              int step = block(x, axis, count);
              int block = block(out, axis, count);
              int start = begin * (block / size);
              return new Part[] {new Part(value(x), start, 0, block, step, block)};
            }));
  }

  @Override
  public Node extractPatches(Node images, int size, int stride) {
    throw new NoDirectForm("Extracting patches");
  }

  @Override
  public Node gather(Node table, Node indices) {
    throw new NoDirectForm("Looking rows up");
  }

  @Override
  public Node topIndices(Node x, int count) {
    throw new NoDirectForm("Finding the largest");
  }

  @Override
  public Node resizeBilinear(Node images, int height, int width) {
    throw new NoDirectForm("Resizing");
  }
}
