// SPDX-License-Identifier: MIT
package org.patchwork.learn.network;

/**
 * Arithmetic on float32 nodes. Binary operations broadcast as NumPy does. Every operation has a
 * correct gradient, checked against finite differences, unless it says otherwise.
 */
public interface Ops {
  /** A scalar constant. */
  Node constant(float value);

  /** A constant of this shape, values row-major. */
  Node constant(float[] values, int... shape);

  Node add(Node a, Node b);

  Node subtract(Node a, Node b);

  Node multiply(Node a, Node b);

  Node divide(Node a, Node b);

  /** Element-wise larger value. */
  Node maximum(Node a, Node b);

  Node negate(Node x);

  Node abs(Node x);

  Node square(Node x);

  Node sqrt(Node x);

  Node exp(Node x);

  /** Natural logarithm. */
  Node log(Node x);

  /** {@code x} to a constant power; x must not be negative where the power is not whole. */
  Node pow(Node x, float power);

  /** Values limited to [min, max]; the gradient is zero outside. */
  Node clip(Node x, float min, float max);

  Node relu(Node x);

  Node sigmoid(Node x);

  /** x · Φ(x), Φ the normal distribution (Hendrycks and Gimpel 2016), without approximation. */
  Node gelu(Node x);

  /** ln(1 + eˣ), without overflow. */
  Node softplus(Node x);

  /** Softmax over the last dimension. */
  Node softmax(Node x);

  /** Logarithm of the softmax over the last dimension, without overflow. */
  Node logSoftmax(Node x);

  /** 1 where a = b, else 0; no gradient. */
  Node equal(Node a, Node b);

  /** 1 where a ≥ b, else 0; no gradient. */
  Node greaterEqual(Node a, Node b);

  /**
   * Sum over the dimensions; over all if none is given, to a scalar. Negative dimensions count from
   * the end.
   */
  Node sum(Node x, boolean keepDimensions, int... dimensions);

  /** Mean over the dimensions; over all if none is given. */
  Node mean(Node x, boolean keepDimensions, int... dimensions);

  /** Maximum over the dimensions; over all if none is given. */
  Node max(Node x, boolean keepDimensions, int... dimensions);

  /** {@code [n, k] · [k, m]}, or {@code [n, k] · [m, k]ᵀ} with {@code transposeB}. */
  Node matMul(Node a, Node b, boolean transposeB);

  /**
   * Products of the matrices in the last two dimensions: {@code [b…, n, k] · [b…, k, m]}, or {@code
   * [b…, n, k] · [b…, m, k]ᵀ} with {@code transposeB}. What stands before must be the same in both.
   */
  Node batchMatMul(Node a, Node b, boolean transposeB);

  /** {@code [n, m]} to {@code [m, n]}. */
  Node transpose(Node x);

  /** Dimensions in another order: dimension i of the result is {@code order[i]} of {@code x}. */
  Node permute(Node x, int... order);

  /** Entries of one dimension from the last to the first. */
  Node reverse(Node x, int dimension);

  /** The same values in another shape; one size may be −1. */
  Node reshape(Node x, int... shape);

  /** Joined along a dimension. */
  Node concat(int dimension, Node... parts);

  /** {@code size} entries of one dimension from {@code begin} on. */
  Node slice(Node x, int dimension, int begin, int size);

  /** The value, without a gradient. */
  Node stopGradient(Node x);

  /**
   * Rows of a table: {@code [r, …]} by whole numbers from 0 to r − 1 of any shape {@code s} to
   * {@code [s, …]}. The gradient goes to the table.
   */
  Node gather(Node table, Node indices);

  /**
   * Where the largest values of each row stand, {@code [n, m]} to {@code [n, count]}, the largest
   * first, of equal ones the first. No gradient.
   */
  Node topIndices(Node x, int count);

  /** Divided by its Euclidean norm over the last dimension, the squared norm floored by 1e-12. */
  Node l2Normalize(Node x);

  /**
   * All square patches, VALID: {@code [n, h, w, c]} to {@code [n, (h−size)/stride+1,
   * (w−size)/stride+1, size·size·c]}, each patch row-major with channels last. No gradient: a
   * network that trains anything before it is refused.
   */
  Node extractPatches(Node images, int size, int stride);

  /** Bilinear resize of {@code [n, h, w, c]}, half-pixel centres, no antialiasing. */
  Node resizeBilinear(Node images, int height, int width);
}
