// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.OpDef;

/**
 * A graph whose function calls are replaced by the bodies of the functions, because gradients do
 * not pass through calls. Inputs and outputs of a call become identities, so that every reference
 * can be translated by its name alone. Control inputs are dropped: what computes an output does not
 * need them. Operations that only check their input, and for which there is no gradient, become
 * identities, and the complement of the error function becomes what has a gradient.
 */
final class FlatGraph {
  private static final List<String> CALLS = List.of("PartitionedCall", "StatefulPartitionedCall");
  private static final List<String> CHECKS =
      List.of("EnsureShape", "CheckNumerics", "PreventGradient");

  private final Map<String, FunctionDef> functions = new HashMap<>();
  private final OpOutputs outputs;
  private final Map<String, NodeDef> nodes = new LinkedHashMap<>();

  /**
   * Flattens a graph.
   *
   * @throws IllegalArgumentException if it calls what it does not define; says what
   */
  FlatGraph(GraphDef graph, OpOutputs outputs) {
    this.outputs = outputs;
    graph
        .getLibrary()
        .getFunctionList()
        .forEach(function -> functions.put(function.getSignature().getName(), function));
    new Scope("", graph.getNodeList(), null, Map.of()).flatten();
  }

  /** The nodes that an output needs, each before those that read it where there is no loop. */
  Map<String, NodeDef> needed(String tensor) {
    Map<String, NodeDef> found = new LinkedHashMap<>();
    Deque<String> open = new ArrayDeque<>(List.of(Nodes.node(resolveTop(tensor))));
    while (!open.isEmpty()) {
      String name = open.pop();
      NodeDef node = nodes.get(name);
      if (node == null) {
        throw new IllegalArgumentException("there is no node " + name);
      }
      if (found.put(name, node) == null) {
        node.getInputList().forEach(input -> open.push(Nodes.node(input)));
      }
    }
    return found;
  }

  /** The tensor of the flat graph that a tensor of the graph itself has become. */
  String resolveTop(String tensor) {
    String node = Nodes.node(tensor);
    String number = tensor.equals(node) ? "0" : tensor.substring(node.length() + 1);
    String output = node + "/out/" + number;
    return nodes.containsKey(output) ? output : number.equals("0") ? node : tensor;
  }

  /** The nodes of the graph or of one function call. */
  private final class Scope {
    private final String prefix;
    private final List<NodeDef> body;
    private final FunctionDef function;
    private final Map<String, AttrValue> attributes;
    private final Map<String, NodeDef> byName = new HashMap<>();

    Scope(
        String prefix,
        List<NodeDef> body,
        FunctionDef function,
        Map<String, AttrValue> attributes) {
      this.prefix = prefix;
      this.body = body;
      this.function = function;
      this.attributes = attributes;
      body.forEach(node -> byName.put(node.getName(), node));
    }

    void flatten() {
      for (NodeDef node : body) {
        if (isCall(node)) {
          call(node);
        } else if (node.getOp().equals("IdentityN")) {
          List<DataType> types = node.getAttrOrThrow("T").getList().getTypeList();
          for (int i = 0; i < types.size(); i++) {
            output(node, i, resolve(node.getInput(i)), types.get(i));
          }
        } else if (node.getOp().equals("Erfc")) {
          complement(node);
        } else {
          put(plain(node));
        }
      }
    }

    /** 1 − erf, since there is no gradient of its complement, which Keras writes for GELU. */
    private void complement(NodeDef node) {
      String name = prefix + node.getName();
      put(plain(node).toBuilder().setName(name + "/erf").setOp("Erf").build());
      put(Nodes.constant(name + "/one", new int[0], new float[] {1}));
      put(
          NodeDef.newBuilder()
              .setName(name)
              .setOp("Sub")
              .addInput(name + "/one")
              .addInput(name + "/erf")
              .putAttr("T", Nodes.type(DataType.DT_FLOAT))
              .build());
    }

    private boolean isCall(NodeDef node) {
      return CALLS.contains(node.getOp()) || functions.containsKey(node.getOp());
    }

    private void call(NodeDef node) {
      String name =
          CALLS.contains(node.getOp())
              ? node.getAttrOrThrow("f").getFunc().getName()
              : node.getOp();
      FunctionDef called = functions.get(name);
      if (called == null) {
        throw new IllegalArgumentException("it calls the function " + name + ", which it lacks");
      }
      Map<String, AttrValue> given =
          CALLS.contains(node.getOp())
              ? node.getAttrOrThrow("f").getFunc().getAttrMap()
              : node.getAttrMap();
      Scope inner =
          new Scope(prefix + node.getName() + "/body/", called.getNodeDefList(), called, given);
      for (int i = 0; i < called.getSignature().getInputArgCount(); i++) {
        OpDef.ArgDef argument = called.getSignature().getInputArg(i);
        put(
            Nodes.identity(
                inner.argument(argument.getName()),
                resolve(node.getInput(i)),
                inner.type(argument)));
      }
      inner.flatten();
      for (int i = 0; i < called.getSignature().getOutputArgCount(); i++) {
        OpDef.ArgDef result = called.getSignature().getOutputArg(i);
        output(node, i, inner.resolve(called.getRetOrThrow(result.getName())), inner.type(result));
      }
    }

    private DataType type(OpDef.ArgDef argument) {
      return argument.getTypeAttr().isEmpty()
          ? argument.getType()
          : attributes.get(argument.getTypeAttr()).getType();
    }

    private void output(NodeDef node, int number, String tensor, DataType type) {
      put(Nodes.identity(prefix + node.getName() + "/out/" + number, tensor, type));
    }

    private String argument(String name) {
      return prefix + "arg/" + name;
    }

    private void put(NodeDef node) {
      nodes.put(node.getName(), node);
    }

    private NodeDef plain(NodeDef node) {
      NodeDef.Builder copy = NodeDef.newBuilder().setName(prefix + node.getName());
      copy.setOp(CHECKS.contains(node.getOp()) ? "Identity" : node.getOp());
      for (String input : node.getInputList()) {
        if (!input.startsWith("^")) {
          copy.addInput(resolve(input));
        }
      }
      node.getAttrMap()
          .forEach(
              (name, value) -> {
                boolean wanted = copy.getOp().equals(node.getOp()) || name.equals("T");
                if (!name.startsWith("_") && wanted) {
                  copy.putAttr(name, attributes.getOrDefault(value.getPlaceholder(), value));
                }
              });
      return copy.build();
    }

    /** The tensor of the flat graph that a reference in this scope means. */
    String resolve(String reference) {
      String[] parts = reference.split(":");
      NodeDef node = byName.get(parts[0]);
      if (node == null || (function != null && parts.length == 1)) {
        return argument(parts[0]);
      }
      int number =
          function == null
              ? parts.length < 2 ? 0 : Integer.parseInt(parts[1])
              : first(node, parts[1]) + (parts.length < 3 ? 0 : Integer.parseInt(parts[2]));
      if (isCall(node) || node.getOp().equals("IdentityN")) {
        return prefix + node.getName() + "/out/" + number;
      }
      return prefix + node.getName() + (number == 0 ? "" : ":" + number);
    }

    private int first(NodeDef node, String output) {
      FunctionDef called = functions.get(node.getOp());
      if (called == null) {
        return outputs.first(node, output);
      }
      List<OpDef.ArgDef> results = called.getSignature().getOutputArgList();
      for (int i = 0; i < results.size(); i++) {
        if (results.get(i).getName().equals(output)) {
          return i;
        }
      }
      throw new IllegalArgumentException(node.getOp() + " has no output " + output);
    }
  }
}
