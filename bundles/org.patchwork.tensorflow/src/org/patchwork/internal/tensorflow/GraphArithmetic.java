// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import static org.patchwork.internal.tensorflow.GraphNode.operand;

import java.util.Arrays;
import org.patchwork.learn.network.Node;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceMax;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** The element-wise and reducing part of {@link GraphOps}. */
abstract class GraphArithmetic implements org.patchwork.learn.network.Ops {
  final Ops tf;

  GraphArithmetic(Ops tf) {
    this.tf = tf;
  }

  static Node node(Operand<TFloat32> operand) {
    return new GraphNode(operand);
  }

  @Override
  public Node constant(float value) {
    return node(tf.constant(value));
  }

  @Override
  public Node constant(float[] values, int... shape) {
    if (values.length != Shapes.product(shape)) {
      throw new IllegalArgumentException(
          values.length + " values do not fill " + Arrays.toString(shape));
    }
    return node(tf.constant(Shapes.of(shape), DataBuffers.of(values)));
  }

  @Override
  public Node add(Node a, Node b) {
    return node(tf.math.add(operand(a), operand(b)));
  }

  @Override
  public Node subtract(Node a, Node b) {
    return node(tf.math.sub(operand(a), operand(b)));
  }

  @Override
  public Node multiply(Node a, Node b) {
    return node(tf.math.mul(operand(a), operand(b)));
  }

  @Override
  public Node divide(Node a, Node b) {
    return node(tf.math.div(operand(a), operand(b)));
  }

  @Override
  public Node maximum(Node a, Node b) {
    return node(tf.math.maximum(operand(a), operand(b)));
  }

  @Override
  public Node negate(Node x) {
    return node(tf.math.neg(operand(x)));
  }

  @Override
  public Node abs(Node x) {
    return node(tf.math.abs(operand(x)));
  }

  @Override
  public Node square(Node x) {
    return node(tf.math.square(operand(x)));
  }

  @Override
  public Node sqrt(Node x) {
    return node(tf.math.sqrt(operand(x)));
  }

  @Override
  public Node exp(Node x) {
    return node(tf.math.exp(operand(x)));
  }

  @Override
  public Node log(Node x) {
    return node(tf.math.log(operand(x)));
  }

  /** Powers 0, 1 and 2 do without {@code Pow}, whose gradient at 0 is 0 · 0⁻¹ = NaN for power 0. */
  @Override
  public Node pow(Node x, float power) {
    if (power == 0) {
      return constantly(tf.onesLike(operand(x)));
    } else if (power == 1) {
      return x;
    } else if (power == 2) {
      return square(x);
    }
    return node(tf.math.pow(operand(x), tf.constant(power)));
  }

  @Override
  public Node clip(Node x, float min, float max) {
    return node(tf.math.minimum(tf.math.maximum(operand(x), tf.constant(min)), tf.constant(max)));
  }

  @Override
  public Node relu(Node x) {
    return node(tf.nn.relu(operand(x)));
  }

  @Override
  public Node sigmoid(Node x) {
    return node(tf.math.sigmoid(operand(x)));
  }

  @Override
  public Node gelu(Node x) {
    Operand<TFloat32> scaled = tf.math.mul(operand(x), tf.constant((float) Math.sqrt(0.5)));
    Operand<TFloat32> doubled = tf.math.add(tf.math.erf(scaled), tf.constant(1f));
    return node(tf.math.mul(tf.math.mul(operand(x), doubled), tf.constant(0.5f)));
  }

  @Override
  public Node softplus(Node x) {
    return node(tf.math.softplus(operand(x)));
  }

  @Override
  public Node equal(Node a, Node b) {
    return number(tf.math.equal(operand(a), operand(b)));
  }

  @Override
  public Node greaterEqual(Node a, Node b) {
    return number(tf.math.greaterEqual(operand(a), operand(b)));
  }

  private Node number(Operand<TBool> condition) {
    return constantly(tf.dtypes.cast(condition, TFloat32.class));
  }

  /**
   * A value from an operation without a gradient: unless stopped here, TensorFlow would refuse to
   * differentiate.
   */
  private Node constantly(Operand<TFloat32> x) {
    return node(tf.stopGradient(x));
  }

  @Override
  public Node sum(Node x, boolean keepDimensions, int... dimensions) {
    return node(tf.reduceSum(operand(x), axes(x, dimensions), ReduceSum.keepDims(keepDimensions)));
  }

  @Override
  public Node mean(Node x, boolean keepDimensions, int... dimensions) {
    return node(tf.math.mean(operand(x), axes(x, dimensions), Mean.keepDims(keepDimensions)));
  }

  @Override
  public Node max(Node x, boolean keepDimensions, int... dimensions) {
    return node(tf.reduceMax(operand(x), axes(x, dimensions), ReduceMax.keepDims(keepDimensions)));
  }

  private Operand<TInt32> axes(Node x, int... dimensions) {
    int[] axes = dimensions.length > 0 ? dimensions : allDimensions(x);
    return tf.constant(Shape.of(axes.length), DataBuffers.of(axes));
  }

  private static int[] allDimensions(Node x) {
    int[] all = new int[x.rank()];
    Arrays.setAll(all, i -> i);
    return all;
  }
}
