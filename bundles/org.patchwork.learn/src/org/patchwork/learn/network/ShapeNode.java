// SPDX-License-Identifier: MIT
package org.patchwork.learn.network;

/**
 * A node that is nothing but its shape, and where it came from.
 *
 * @param shape its shape
 * @param box index of the box of the sketch it came out of; {@link #NO_BOX} for constants and
 *     weights
 * @param parameters trainable parameters in it that no box has counted yet
 */
record ShapeNode(int[] shape, int box, long parameters) implements Node {
  static final int NO_BOX = -1;

  /** A constant. */
  static ShapeNode constant(int... shape) {
    return new ShapeNode(shape.clone(), NO_BOX, 0);
  }

  /** The same origin in another shape. */
  ShapeNode withShape(int... newShape) {
    return new ShapeNode(newShape.clone(), box, parameters);
  }

  boolean hasBox() {
    return box != NO_BOX;
  }

  @Override
  public int[] shape() {
    return shape.clone();
  }
}
