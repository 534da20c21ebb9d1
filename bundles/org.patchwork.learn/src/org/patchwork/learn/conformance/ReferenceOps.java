// SPDX-License-Identifier: MIT
package org.patchwork.learn.conformance;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Ops;
import org.patchwork.learn.network.Shapes;

/** {@link Ops} that compute at once, in double precision and plain loops. */
public class ReferenceOps implements Ops {

  /** The values of a node made by these operations. */
  public static ReferenceValue value(Node node) {
    return (ReferenceValue) node;
  }

  static Node map(Node x, DoubleUnaryOperator function) {
    ReferenceValue value = value(x);
    return new ReferenceValue(value.shape(), Arrays.stream(value.values()).map(function).toArray());
  }

  private static Node combine(String name, Node a, Node b, DoubleBinaryOperator function) {
    int[] shape = Shapes.broadcast(name, a.shape(), b.shape());
    int[] left = value(a).broadcastTo(shape);
    int[] right = value(b).broadcastTo(shape);
    double[] values = new double[left.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = function.applyAsDouble(value(a).values()[left[i]], value(b).values()[right[i]]);
    }
    return new ReferenceValue(shape, values);
  }

  private static Node reduce(
      Node x, boolean keep, double start, DoubleBinaryOperator function, int... dimensions) {
    int[] wide = Shapes.reduce(x.shape(), true, dimensions);
    double[] values = new double[ReferenceValue.size(wide)];
    Arrays.fill(values, start);
    int[] targets = new ReferenceValue(wide, values).broadcastTo(x.shape());
    for (int i = 0; i < targets.length; i++) {
      values[targets[i]] = function.applyAsDouble(values[targets[i]], value(x).values()[i]);
    }
    return new ReferenceValue(Shapes.reduce(x.shape(), keep, dimensions), values);
  }

  @Override
  public Node constant(float value) {
    return new ReferenceValue(new int[0], new double[] {value});
  }

  @Override
  public Node constant(float[] values, int... shape) {
    return ReferenceValue.of(values, shape);
  }

  @Override
  public Node add(Node a, Node b) {
    return combine("add", a, b, Double::sum);
  }

  @Override
  public Node subtract(Node a, Node b) {
    return combine("subtract", a, b, (x, y) -> x - y);
  }

  @Override
  public Node multiply(Node a, Node b) {
    return combine("multiply", a, b, (x, y) -> x * y);
  }

  @Override
  public Node divide(Node a, Node b) {
    return combine("divide", a, b, (x, y) -> x / y);
  }

  @Override
  public Node maximum(Node a, Node b) {
    return combine("maximum", a, b, Math::max);
  }

  @Override
  public Node equal(Node a, Node b) {
    return combine("equal", a, b, (x, y) -> x == y ? 1 : 0);
  }

  @Override
  public Node greaterEqual(Node a, Node b) {
    return combine("greaterEqual", a, b, (x, y) -> x >= y ? 1 : 0);
  }

  @Override
  public Node negate(Node x) {
    return map(x, v -> -v);
  }

  @Override
  public Node abs(Node x) {
    return map(x, Math::abs);
  }

  @Override
  public Node square(Node x) {
    return map(x, v -> v * v);
  }

  @Override
  public Node sqrt(Node x) {
    return map(x, Math::sqrt);
  }

  @Override
  public Node exp(Node x) {
    return map(x, Math::exp);
  }

  @Override
  public Node log(Node x) {
    return map(x, Math::log);
  }

  @Override
  public Node pow(Node x, float power) {
    return map(x, v -> Math.pow(v, power));
  }

  @Override
  public Node clip(Node x, float min, float max) {
    return map(x, v -> Math.max(min, Math.min(max, v)));
  }

  @Override
  public Node relu(Node x) {
    return map(x, v -> Math.max(0, v));
  }

  @Override
  public Node sigmoid(Node x) {
    return map(x, v -> 1 / (1 + Math.exp(-v)));
  }

  @Override
  public Node gelu(Node x) {
    return map(x, v -> v * normal(v));
  }

  /** The normal distribution by its power series (Marsaglia 2004), exact to 1e-14 for |x| < 6. */
  private static double normal(double x) {
    if (Math.abs(x) > 8) {
      return x > 0 ? 1 : 0;
    }
    double term = x;
    double sum = x;
    for (int i = 3; Math.abs(term) > 1e-18; i += 2) {
      term *= x * x / i;
      sum += term;
    }
    return 0.5 + sum * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
  }

  @Override
  public Node gather(Node table, Node indices) {
    return ReferenceLookup.gather(value(table), value(indices));
  }

  @Override
  public Node topIndices(Node x, int count) {
    return ReferenceLookup.topIndices(value(x), count);
  }

  @Override
  public Node transpose(Node x) {
    int[] shape = Shapes.transpose(x.shape());
    double[] values = new double[shape[0] * shape[1]];
    for (int i = 0; i < shape[0]; i++) {
      for (int j = 0; j < shape[1]; j++) {
        values[i * shape[1] + j] = value(x).values()[j * shape[0] + i];
      }
    }
    return new ReferenceValue(shape, values);
  }

  @Override
  public Node softplus(Node x) {
    return map(x, v -> Math.max(0, v) + Math.log1p(Math.exp(-Math.abs(v))));
  }

  @Override
  public Node softmax(Node x) {
    return exp(logSoftmax(x));
  }

  @Override
  public Node logSoftmax(Node x) {
    Node shifted = subtract(x, max(x, true, -1));
    return subtract(shifted, log(sum(exp(shifted), true, -1)));
  }

  @Override
  public Node sum(Node x, boolean keepDimensions, int... dimensions) {
    return reduce(x, keepDimensions, 0, Double::sum, dimensions);
  }

  @Override
  public Node mean(Node x, boolean keepDimensions, int... dimensions) {
    Node sum = sum(x, keepDimensions, dimensions);
    double count = (double) value(x).values().length / value(sum).values().length;
    return map(sum, v -> v / count);
  }

  @Override
  public Node max(Node x, boolean keepDimensions, int... dimensions) {
    return reduce(x, keepDimensions, Double.NEGATIVE_INFINITY, Math::max, dimensions);
  }

  @Override
  public Node matMul(Node a, Node b, boolean transposeB) {
    int[] shape = Shapes.matMul(a.shape(), b.shape(), transposeB);
    int inner = a.size(1);
    double[] values = new double[shape[0] * shape[1]];
    for (int i = 0; i < shape[0]; i++) {
      for (int j = 0; j < shape[1]; j++) {
        double sum = 0;
        for (int k = 0; k < inner; k++) {
          int right = transposeB ? j * inner + k : k * shape[1] + j;
          sum += value(a).values()[i * inner + k] * value(b).values()[right];
        }
        values[i * shape[1] + j] = sum;
      }
    }
    return new ReferenceValue(shape, values);
  }

  @Override
  public Node batchMatMul(Node a, Node b, boolean transposeB) {
    int[] shape = Shapes.batchMatMul(a.shape(), b.shape(), transposeB);
    Node left = reshape(a, -1, a.size(-2), a.size(-1));
    Node right = reshape(b, -1, b.size(-2), b.size(-1));
    Node[] products = new Node[left.size(0)];
    for (int i = 0; i < products.length; i++) {
      Node one = reshape(slice(left, 0, i, 1), a.size(-2), a.size(-1));
      Node other = reshape(slice(right, 0, i, 1), b.size(-2), b.size(-1));
      products[i] = matMul(one, other, transposeB);
    }
    return reshape(concat(0, products), shape);
  }

  @Override
  public Node permute(Node x, int... order) {
    int[] shape = Shapes.permute(x.shape(), order);
    double[] values = new double[ReferenceValue.size(shape)];
    int[] position = new int[shape.length];
    int[] source = new int[shape.length];
    for (int i = 0; i < values.length; i++) {
      for (int k = 0; k < order.length; k++) {
        source[order[k]] = position[k];
      }
      values[i] = at(x, source);
      ReferenceValue.advance(position, shape);
    }
    return new ReferenceValue(shape, values);
  }

  @Override
  public Node reverse(Node x, int dimension) {
    int axis = Shapes.dimension(x.shape(), dimension);
    Node[] entries = new Node[x.size(axis)];
    for (int i = 0; i < entries.length; i++) {
      entries[entries.length - 1 - i] = slice(x, axis, i, 1);
    }
    return concat(axis, entries);
  }

  @Override
  public Node reshape(Node x, int... shape) {
    return new ReferenceValue(Shapes.reshape(x.shape(), shape), value(x).values());
  }

  @Override
  public Node concat(int dimension, Node... parts) {
    int[] shape =
        Shapes.concat(dimension, Arrays.stream(parts).map(Node::shape).toArray(int[][]::new));
    int axis = Shapes.dimension(shape, dimension);
    double[] values = new double[ReferenceValue.size(shape)];
    int[] position = new int[shape.length];
    for (int i = 0; i < values.length; i++) {
      int part = 0;
      int[] inside = position.clone();
      while (inside[axis] >= parts[part].size(axis)) {
        inside[axis] -= parts[part++].size(axis);
      }
      values[i] = at(parts[part], inside);
      ReferenceValue.advance(position, shape);
    }
    return new ReferenceValue(shape, values);
  }

  @Override
  public Node slice(Node x, int dimension, int begin, int size) {
    int[] shape = Shapes.slice(x.shape(), dimension, begin, size);
    int axis = Shapes.dimension(shape, dimension);
    double[] values = new double[ReferenceValue.size(shape)];
    int[] position = new int[shape.length];
    for (int i = 0; i < values.length; i++) {
      int[] source = position.clone();
      source[axis] += begin;
      values[i] = at(x, source);
      ReferenceValue.advance(position, shape);
    }
    return new ReferenceValue(shape, values);
  }

  static double at(Node x, int... position) {
    int index = 0;
    for (int k = 0; k < position.length; k++) {
      index = index * x.size(k) + position[k];
    }
    return value(x).values()[index];
  }

  @Override
  public Node stopGradient(Node x) {
    return x;
  }

  @Override
  public Node l2Normalize(Node x) {
    Node squares = sum(square(x), true, -1);
    return divide(x, sqrt(map(squares, v -> Math.max(v, 1e-12))));
  }

  @Override
  public Node extractPatches(Node images, int size, int stride) {
    int[] shape = Shapes.patches(images.shape(), size, stride);
    int channels = images.size(3);
    double[] values = new double[ReferenceValue.size(shape)];
    int[] p = new int[4];
    for (int i = 0; i < values.length; i++) {
      int y = p[1] * stride + p[3] / (size * channels);
      int x = p[2] * stride + p[3] / channels % size;
      values[i] = at(images, p[0], y, x, p[3] % channels);
      ReferenceValue.advance(p, shape);
    }
    return new ReferenceValue(shape, values);
  }

  @Override
  public Node resizeBilinear(Node images, int height, int width) {
    Shapes.requireImages("resizeBilinear", images.shape());
    int[] shape = {images.size(0), height, width, images.size(3)};
    double[] values = new double[ReferenceValue.size(shape)];
    int[] p = new int[4];
    for (int i = 0; i < values.length; i++) {
      double y = centre(p[1], height, images.size(1));
      double x = centre(p[2], width, images.size(2));
      values[i] = bilinear(images, p[0], y, x, p[3]);
      ReferenceValue.advance(p, shape);
    }
    return new ReferenceValue(shape, values);
  }

  private static double centre(int index, int wanted, int size) {
    return Math.clamp((index + 0.5) * size / wanted - 0.5, 0.0, size - 1.0);
  }

  private static double bilinear(Node images, int image, double y, double x, int channel) {
    int top = (int) y;
    int left = (int) x;
    int bottom = Math.min(top + 1, images.size(1) - 1);
    int right = Math.min(left + 1, images.size(2) - 1);
    double dy = y - top;
    double dx = x - left;
    return (1 - dy)
            * ((1 - dx) * at(images, image, top, left, channel)
                + dx * at(images, image, top, right, channel))
        + dy
            * ((1 - dx) * at(images, image, bottom, left, channel)
                + dx * at(images, image, bottom, right, channel));
  }
}
