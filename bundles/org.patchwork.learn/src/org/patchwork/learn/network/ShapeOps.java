// SPDX-License-Identifier: MIT
package org.patchwork.learn.network;

import java.util.Arrays;
import org.patchwork.learn.network.NetworkSketch.Kind;

/** {@link Ops} on shapes alone: no values, no engine. */
class ShapeOps implements Ops {

  /** What is drawn of the network. */
  final SketchBuilder sketch;

  ShapeOps(SketchBuilder sketch) {
    this.sketch = sketch;
  }

  @Override
  public Node constant(float value) {
    return ShapeNode.constant();
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
    return ShapeNode.constant(shape);
  }

  @Override
  public Node add(Node a, Node b) {
    return binary("add", "Sum", a, b);
  }

  @Override
  public Node subtract(Node a, Node b) {
    return binary("subtract", "Difference", a, b);
  }

  @Override
  public Node multiply(Node a, Node b) {
    return binary("multiply", "Product", a, b);
  }

  @Override
  public Node divide(Node a, Node b) {
    return binary("divide", "Quotient", a, b);
  }

  @Override
  public Node maximum(Node a, Node b) {
    return binary("maximum", "Maximum", a, b);
  }

  @Override
  public Node equal(Node a, Node b) {
    return binary("equal", "Equality", a, b);
  }

  @Override
  public Node greaterEqual(Node a, Node b) {
    return binary("greaterEqual", "Comparison", a, b);
  }

  private Node binary(String operation, String title, Node a, Node b) {
    return sketch.binary(title, Shapes.broadcast(operation, a.shape(), b.shape()), a, b);
  }

  private Node activation(String title, Node x) {
    return sketch.box(Kind.ACTIVATION, title, "", x.shape(), 0, x);
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
    return activation("ReLU", x);
  }

  @Override
  public Node gelu(Node x) {
    return activation("GELU", x);
  }

  @Override
  public Node transpose(Node x) {
    return ((ShapeNode) x).withShape(Shapes.transpose(x.shape()));
  }

  @Override
  public Node sigmoid(Node x) {
    return activation("Sigmoid", x);
  }

  @Override
  public Node softplus(Node x) {
    return activation("Softplus", x);
  }

  @Override
  public Node softmax(Node x) {
    return activation("Softmax", x);
  }

  @Override
  public Node logSoftmax(Node x) {
    return activation("Log softmax", x);
  }

  @Override
  public Node stopGradient(Node x) {
    return x;
  }

  @Override
  public Node gather(Node table, Node indices) {
    return sketch.box(
        Kind.LAYER, "Lookup", "", Shapes.gather(table.shape(), indices.shape()), 0, table, indices);
  }

  @Override
  public Node topIndices(Node x, int count) {
    return ((ShapeNode) x).withShape(Shapes.topIndices(x.shape(), count));
  }

  @Override
  public Node l2Normalize(Node x) {
    return sketch.box(Kind.NORM, "Unit length", "", x.shape(), 0, x);
  }

  private Node reduced(String title, Node x, boolean keepDimensions, int... dimensions) {
    int[] shape = Shapes.reduce(x.shape(), keepDimensions, dimensions);
    return x.rank() == 4
        ? sketch.box(Kind.POOLING, title, "", shape, 0, x)
        : ((ShapeNode) x).withShape(shape);
  }

  @Override
  public Node sum(Node x, boolean keepDimensions, int... dimensions) {
    return reduced("Global sum", x, keepDimensions, dimensions);
  }

  @Override
  public Node mean(Node x, boolean keepDimensions, int... dimensions) {
    return reduced("Global average pooling", x, keepDimensions, dimensions);
  }

  @Override
  public Node max(Node x, boolean keepDimensions, int... dimensions) {
    return reduced("Global max pooling", x, keepDimensions, dimensions);
  }

  @Override
  public Node matMul(Node a, Node b, boolean transposeB) {
    int[] shape = Shapes.matMul(a.shape(), b.shape(), transposeB);
    return sketch.box(Kind.LAYER, "Projection", "", shape, 0, a, b);
  }

  @Override
  public Node batchMatMul(Node a, Node b, boolean transposeB) {
    int[] shape = Shapes.batchMatMul(a.shape(), b.shape(), transposeB);
    return sketch.box(Kind.LAYER, "Products", "", shape, 0, a, b);
  }

  @Override
  public Node permute(Node x, int... order) {
    return ((ShapeNode) x).withShape(Shapes.permute(x.shape(), order));
  }

  @Override
  public Node reverse(Node x, int dimension) {
    Shapes.dimension(x.shape(), dimension);
    return x;
  }

  @Override
  public Node reshape(Node x, int... shape) {
    int[] reshaped = Shapes.reshape(x.shape(), shape);
    return x.rank() == 4 && reshaped.length == 2
        ? sketch.box(Kind.POOLING, "Flatten", "", reshaped, 0, x)
        : ((ShapeNode) x).withShape(reshaped);
  }

  @Override
  public Node concat(int dimension, Node... parts) {
    int[] shape =
        Shapes.concat(dimension, Arrays.stream(parts).map(Node::shape).toArray(int[][]::new));
    return sketch.box(Kind.JOIN, "Concatenation", "", shape, 0, parts);
  }

  @Override
  public Node slice(Node x, int dimension, int begin, int size) {
    return ((ShapeNode) x).withShape(Shapes.slice(x.shape(), dimension, begin, size));
  }

  @Override
  public Node extractPatches(Node images, int size, int stride) {
    int[] shape = Shapes.patches(images.shape(), size, stride);
    String detail = size + "\u00d7" + size;
    return sketch.box(Kind.POOLING, "Patches", detail, shape, 0, images);
  }

  @Override
  public Node resizeBilinear(Node images, int height, int width) {
    int[] shape = images.shape();
    Shapes.requireImages("resizeBilinear", shape);
    int[] resized = {shape[0], height, width, shape[3]};
    return sketch.box(Kind.POOLING, "Resize", "", resized, 0, images);
  }
}
