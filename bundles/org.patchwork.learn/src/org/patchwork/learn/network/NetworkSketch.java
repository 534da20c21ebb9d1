// SPDX-License-Identifier: MIT
package org.patchwork.learn.network;

import java.util.List;

/**
 * A network as boxes and lines, to be drawn or listed: what a person would put on a whiteboard.
 * Activations and norms stand in the box of the layer before them where nothing else reads that
 * layer.
 *
 * @param boxes the boxes; each comes after those it reads from
 */
public record NetworkSketch(List<Box> boxes) {

  /** What a box is, for its colour. */
  public enum Kind {
    /** The features. */
    INPUT,
    /** Something with weights: convolution, dense, projection. */
    LAYER,
    /** Batch norm, unit length. */
    NORM,
    /** Dropout. */
    DROPOUT,
    /** Maximum, average, flatten. */
    POOLING,
    /** ReLU, sigmoid, softmax. */
    ACTIVATION,
    /** Several lines become one. */
    JOIN
  }

  /**
   * One box.
   *
   * @param kind what it is
   * @param title what it is called: {@code Convolution}
   * @param detail what else is to be said: {@code 3×3, batch norm, ReLU}; may be empty
   * @param shape shape of its output, without the batch
   * @param parameters number of its trainable parameters
   * @param inputs indices of the boxes it reads from
   */
  public record Box(
      Kind kind,
      String title,
      String detail,
      List<Integer> shape,
      long parameters,
      List<Integer> inputs) {

    public Box {
      shape = List.copyOf(shape);
      inputs = List.copyOf(inputs);
    }

    /** Title and detail in one line. */
    public String text() {
      return detail.isEmpty() ? title : title + " " + detail;
    }
  }

  public NetworkSketch {
    boxes = List.copyOf(boxes);
  }

  /** Number of trainable parameters of all boxes. */
  public long parameterCount() {
    return boxes.stream().mapToLong(Box::parameters).sum();
  }
}
