// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.util.Arrays;
import java.util.Locale;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorShapeProto;

/**
 * The input and the output of a signature that are used, both float32.
 *
 * @param key key of the signature
 * @param input the input
 * @param output the output
 */
record SavedModelSignature(String key, Port input, Port output) {

  /**
   * An input or output.
   *
   * @param name name in the signature
   * @param tensor the tensor in the graph, as {@code operation:index}
   * @param shape with the batch; −1 where any size fits, and null if even the number of dimensions
   *     is unknown
   */
  record Port(String name, String tensor, int[] shape) {

    static Port of(String name, TensorInfo info) {
      return new Port(name, info.getName(), shape(info.getTensorShape()));
    }

    private static int[] shape(TensorShapeProto shape) {
      return shape.getUnknownRank()
          ? null
          : shape.getDimList().stream()
              .mapToInt(dimension -> Math.toIntExact(dimension.getSize()))
              .toArray();
    }

    /** Name of the operation in the graph. */
    String operation() {
      return tensor.substring(0, tensor.indexOf(':'));
    }

    /**
     * Shape of one input or output, −1 where unknown; null if not even the number of dimensions is
     * known.
     */
    int[] rowShape() {
      return shape == null || shape.length == 0 ? null : Arrays.copyOfRange(shape, 1, shape.length);
    }

    /** The only batch size that the model takes, or −1 if it takes any. */
    int batch() {
      return shape == null || shape.length == 0 ? -1 : shape[0];
    }
  }

  /** Type and shape for messages, for example {@code float32 [n, 224, 224, 3]}. */
  static String describe(TensorInfo info) {
    String type =
        info.getDtype()
            .name()
            .replace("DT_", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("^float$", "float32");
    int[] shape = Port.shape(info.getTensorShape());
    return type + " " + (shape == null ? "of any shape" : Shapes.text(shape));
  }
}
