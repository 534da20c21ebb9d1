// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

/** Nodes of a graph in the form in which TensorFlow stores it, and names of their outputs. */
final class Nodes {
  private Nodes() {}

  /** Name of the node in {@code node} or {@code node:number}. */
  static String node(String tensor) {
    int colon = tensor.indexOf(':');
    return colon < 0 ? tensor : tensor.substring(0, colon);
  }

  static NodeDef identity(String name, String input, DataType type) {
    return NodeDef.newBuilder()
        .setName(name)
        .setOp("Identity")
        .addInput(input)
        .putAttr("T", type(type))
        .build();
  }

  static NodeDef constant(String name, int[] shape, float[] values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    TensorProto tensor =
        TensorProto.newBuilder()
            .setDtype(DataType.DT_FLOAT)
            .setTensorShape(shape(shape))
            .setTensorContent(ByteString.copyFrom(bytes))
            .build();
    return NodeDef.newBuilder()
        .setName(name)
        .setOp("Const")
        .putAttr("dtype", type(DataType.DT_FLOAT))
        .putAttr("value", AttrValue.newBuilder().setTensor(tensor).build())
        .build();
  }

  static NodeDef variable(String name, int[] shape) {
    AttrValue empty = AttrValue.newBuilder().setS(ByteString.EMPTY).build();
    return NodeDef.newBuilder()
        .setName(name)
        .setOp("VariableV2")
        .putAttr("dtype", type(DataType.DT_FLOAT))
        .putAttr("shape", AttrValue.newBuilder().setShape(shape(shape)).build())
        .putAttr("container", empty)
        .putAttr("shared_name", empty)
        .build();
  }

  static AttrValue type(DataType type) {
    return AttrValue.newBuilder().setType(type).build();
  }

  private static TensorShapeProto shape(int[] sizes) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (int size : sizes) {
      shape.addDim(TensorShapeProto.Dim.newBuilder().setSize(size));
    }
    return shape.build();
  }

  /** The shape of a tensor that is stored in a node. */
  static int[] shape(TensorProto tensor) {
    return tensor.getTensorShape().getDimList().stream()
        .mapToInt(dimension -> Math.toIntExact(dimension.getSize()))
        .toArray();
  }

  /** The values of a float32 tensor that is stored in a node. */
  static float[] floats(TensorProto tensor) {
    float[] values = new float[Shapes.product(shape(tensor))];
    if (!tensor.getTensorContent().isEmpty()) {
      tensor
          .getTensorContent()
          .asReadOnlyByteBuffer()
          .order(ByteOrder.LITTLE_ENDIAN)
          .asFloatBuffer()
          .get(values);
      return values;
    }
    int listed = tensor.getFloatValCount();
    for (int i = 0; i < values.length && listed > 0; i++) {
      values[i] = tensor.getFloatVal(Math.min(i, listed - 1)); // the last one is repeated
    }
    return values;
  }
}
