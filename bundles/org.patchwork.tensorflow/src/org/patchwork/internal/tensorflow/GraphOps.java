// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import static org.patchwork.internal.tensorflow.GraphNode.operand;

import java.util.Arrays;
import java.util.List;
import org.patchwork.learn.network.Node;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.image.ResizeBilinear;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.op.nn.TopK;
import org.tensorflow.op.train.BatchMatMul;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * {@link org.patchwork.learn.network.Ops} as nodes of a TensorFlow graph. Only operations whose C++
 * gradient is right.
 */
class GraphOps extends GraphArithmetic {
  private static final TopK.Options[] LARGEST_FIRST = {TopK.sorted(true)};

  GraphOps(Ops tf) {
    super(tf);
  }

  @Override
  public Node softmax(Node x) {
    return node(tf.nn.softmax(operand(x)));
  }

  @Override
  public Node logSoftmax(Node x) {
    return node(tf.nn.logSoftmax(operand(x)));
  }

  @Override
  public Node matMul(Node a, Node b, boolean transposeB) {
    return node(tf.linalg.matMul(operand(a), operand(b), MatMul.transposeB(transposeB)));
  }

  @Override
  public Node transpose(Node x) {
    return node(tf.linalg.transpose(operand(x), tf.constant(new int[] {1, 0})));
  }

  @Override
  public Node batchMatMul(Node a, Node b, boolean transposeB) {
    return node(
        tf.train.batchMatMul(operand(a), operand(b), TFloat32.class, BatchMatMul.adjY(transposeB)));
  }

  @Override
  public Node permute(Node x, int... order) {
    return node(tf.linalg.transpose(operand(x), tf.constant(order)));
  }

  @Override
  public Node reverse(Node x, int dimension) {
    int axis = dimension < 0 ? x.rank() + dimension : dimension;
    return node(tf.reverse(operand(x), tf.constant(new int[] {axis})));
  }

  @Override
  public Node reshape(Node x, int... shape) {
    return node(tf.reshape(operand(x), tf.constant(shape)));
  }

  @Override
  public Node concat(int dimension, Node... parts) {
    if (parts.length == 1) {
      return parts[0]; // TensorFlow wants two
    }
    List<Operand<TFloat32>> operands = Arrays.stream(parts).map(GraphNode::operand).toList();
    return node(tf.concat(operands, tf.constant(dimension)));
  }

  @Override
  public Node slice(Node x, int dimension, int begin, int size) {
    int axis = dimension < 0 ? x.rank() + dimension : dimension;
    int[] begins = new int[x.rank()];
    int[] sizes = new int[x.rank()];
    Arrays.fill(sizes, -1); // everything
    begins[axis] = begin;
    sizes[axis] = size;
    return node(tf.slice(operand(x), tf.constant(begins), tf.constant(sizes)));
  }

  @Override
  public Node stopGradient(Node x) {
    return node(tf.stopGradient(operand(x)));
  }

  @Override
  public Node gather(Node table, Node indices) {
    Operand<TInt32> rows = tf.dtypes.cast(operand(indices), TInt32.class);
    return node(tf.gather(operand(table), rows, tf.constant(0)));
  }

  @Override
  public Node topIndices(Node x, int count) {
    Operand<TFloat32> fixed = tf.stopGradient(operand(x)); // TensorFlow has no gradient of TopK
    Operand<TInt32> places = tf.nn.topK(fixed, tf.constant(count), LARGEST_FIRST).indices();
    return node(tf.stopGradient(tf.dtypes.cast(places, TFloat32.class)));
  }

  @Override
  public Node l2Normalize(Node x) {
    Node squaredNorm = maximum(sum(square(x), true, -1), constant(1e-12f));
    return multiply(x, node(tf.math.rsqrt(operand(squaredNorm))));
  }

  @Override
  public Node extractPatches(Node images, int size, int stride) {
    List<Long> sizes = window(size);
    return node(
        tf.image.extractImagePatches(operand(images), sizes, window(stride), window(1), "VALID"));
  }

  @Override
  public Node resizeBilinear(Node images, int height, int width) {
    return node(
        tf.image.resizeBilinear(
            operand(images),
            tf.constant(new int[] {height, width}),
            ResizeBilinear.halfPixelCenters(true)));
  }

  /** Sizes of a square window over {@code [n, h, w, c]}. */
  static List<Long> window(int size) {
    return List.of(1L, (long) size, (long) size, 1L);
  }
}
