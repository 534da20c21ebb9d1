// SPDX-License-Identifier: MIT
package org.patchwork.learn.network;

import java.util.Arrays;

/** {@link Ops} on shapes alone: no values, no engine. */
class ShapeOps implements Ops {

  /** A node that is nothing but its shape. */
  private record ShapeNode(int[] shape) implements Node {
    @Override
    public int[] shape() {
      return shape.clone();
    }
  }

  /** A node of this shape. */
  static Node node(int... shape) {
    return new ShapeNode(shape.clone());
  }

  @Override
  public Node constant(float value) {
    return node();
  }

  @Override
  public Node constant(float[] values, int... shape) {
    long wanted = Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact);
    if (wanted != values.length) {
      throw new IllegalArgumentException(
          "A constant of shape "
              + Shapes.text(shape)
              + " needs "
              + wanted
              + " values, not "
              + values.length);
    }
    return node(shape);
  }

  @Override
  public Node add(Node a, Node b) {
    return binary("add", a, b);
  }

  @Override
  public Node subtract(Node a, Node b) {
    return binary("subtract", a, b);
  }

  @Override
  public Node multiply(Node a, Node b) {
    return binary("multiply", a, b);
  }

  @Override
  public Node divide(Node a, Node b) {
    return binary("divide", a, b);
  }

  @Override
  public Node maximum(Node a, Node b) {
    return binary("maximum", a, b);
  }

  @Override
  public Node equal(Node a, Node b) {
    return binary("equal", a, b);
  }

  @Override
  public Node greaterEqual(Node a, Node b) {
    return binary("greaterEqual", a, b);
  }

  private static Node binary(String operation, Node a, Node b) {
    return node(Shapes.broadcast(operation, a.shape(), b.shape()));
  }

  @Override
  public Node negate(Node x) {
    return x;
  }

  @Override
  public Node abs(Node x) {
    return x;
  }

  @Override
  public Node square(Node x) {
    return x;
  }

  @Override
  public Node sqrt(Node x) {
    return x;
  }

  @Override
  public Node exp(Node x) {
    return x;
  }

  @Override
  public Node log(Node x) {
    return x;
  }

  @Override
  public Node pow(Node x, float power) {
    return x;
  }

  @Override
  public Node clip(Node x, float min, float max) {
    return x;
  }

  @Override
  public Node relu(Node x) {
    return x;
  }

  @Override
  public Node sigmoid(Node x) {
    return x;
  }

  @Override
  public Node softplus(Node x) {
    return x;
  }

  @Override
  public Node softmax(Node x) {
    return x;
  }

  @Override
  public Node logSoftmax(Node x) {
    return x;
  }

  @Override
  public Node stopGradient(Node x) {
    return x;
  }

  @Override
  public Node l2Normalize(Node x) {
    return x;
  }

  @Override
  public Node sum(Node x, boolean keepDimensions, int... dimensions) {
    return node(Shapes.reduce(x.shape(), keepDimensions, dimensions));
  }

  @Override
  public Node mean(Node x, boolean keepDimensions, int... dimensions) {
    return node(Shapes.reduce(x.shape(), keepDimensions, dimensions));
  }

  @Override
  public Node max(Node x, boolean keepDimensions, int... dimensions) {
    return node(Shapes.reduce(x.shape(), keepDimensions, dimensions));
  }

  @Override
  public Node matMul(Node a, Node b, boolean transposeB) {
    return node(Shapes.matMul(a.shape(), b.shape(), transposeB));
  }

  @Override
  public Node reshape(Node x, int... shape) {
    return node(Shapes.reshape(x.shape(), shape));
  }

  @Override
  public Node concat(int dimension, Node... parts) {
    return node(
        Shapes.concat(dimension, Arrays.stream(parts).map(Node::shape).toArray(int[][]::new)));
  }

  @Override
  public Node slice(Node x, int dimension, int begin, int size) {
    return node(Shapes.slice(x.shape(), dimension, begin, size));
  }

  @Override
  public Node extractPatches(Node images, int size, int stride) {
    return node(Shapes.patches(images.shape(), size, stride));
  }

  @Override
  public Node resizeBilinear(Node images, int height, int width) {
    int[] shape = images.shape();
    Shapes.requireImages("resizeBilinear", shape);
    return node(shape[0], height, width, shape[3]);
  }
}
