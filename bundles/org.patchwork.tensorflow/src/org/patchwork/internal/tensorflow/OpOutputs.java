// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.bytedeco.javacpp.BytePointer;
import org.tensorflow.internal.c_api.TF_Buffer;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.OpDef;
import org.tensorflow.proto.OpList;

/**
 * The outputs of TensorFlow's operations by name. In the body of a function an output is called
 * {@code node:name:index}, in a graph {@code node:number}; this tells the one from the other.
 */
final class OpOutputs {
  private final Map<String, OpDef> operations = new HashMap<>();

  /** All operations of the native library, which must be loaded. */
  @SuppressWarnings("resource") // the pointer owns nothing: the buffer is freed as a whole
  OpOutputs() {
    TF_Buffer buffer = org.tensorflow.internal.c_api.global.tensorflow.TF_GetAllOpList();
    try {
      ByteBuffer bytes = new BytePointer(buffer.data()).capacity(buffer.length()).asByteBuffer();
      OpList.parseFrom(bytes).getOpList().forEach(op -> operations.put(op.getName(), op));
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("TensorFlow lists its operations in an unknown form", e);
    } finally {
      org.tensorflow.internal.c_api.global.tensorflow.TF_DeleteBuffer(buffer);
    }
  }

  /**
   * Inputs, outputs and attributes of an operation.
   *
   * @throws IllegalArgumentException if TensorFlow has no such operation
   */
  OpDef definition(String operation) {
    OpDef definition = operations.get(operation);
    if (definition == null) {
      throw new IllegalArgumentException("the operation " + operation + " is not known");
    }
    return definition;
  }

  /**
   * Number of the first tensor of an output.
   *
   * @throws IllegalArgumentException if TensorFlow has no such operation or output
   */
  int first(NodeDef node, String output) {
    OpDef operation = operations.get(node.getOp());
    int number = 0;
    if (operation != null) {
      for (OpDef.ArgDef argument : operation.getOutputArgList()) {
        if (argument.getName().equals(output)) {
          return number;
        }
        number += size(argument, node);
      }
    }
    throw new IllegalArgumentException(
        "the operation " + node.getOp() + " is not known, or has no output " + output);
  }

  /** Number of tensors of an input or output. */
  static int size(OpDef.ArgDef argument, NodeDef node) {
    if (!argument.getNumberAttr().isEmpty()) {
      return Math.toIntExact(node.getAttrOrThrow(argument.getNumberAttr()).getI());
    } else if (!argument.getTypeListAttr().isEmpty()) {
      return node.getAttrOrThrow(argument.getTypeListAttr()).getList().getTypeCount();
    }
    return 1;
  }
}
