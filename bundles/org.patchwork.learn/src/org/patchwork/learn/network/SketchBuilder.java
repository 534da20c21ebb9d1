// SPDX-License-Identifier: MIT
package org.patchwork.learn.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.patchwork.learn.network.NetworkSketch.Box;
import org.patchwork.learn.network.NetworkSketch.Kind;

/** Collects the boxes of a sketch while {@link ShapeNetwork} follows a network. */
final class SketchBuilder {
  private final List<Box> boxes = new ArrayList<>();

  /**
   * A box, and the node that comes out of it. What is made of weights and constants alone is no
   * box.
   */
  ShapeNode box(Kind kind, String title, String detail, int[] shape, long own, Node... inputs) {
    List<Integer> from = new ArrayList<>();
    long parameters = own;
    for (Node input : inputs) {
      ShapeNode node = (ShapeNode) input;
      parameters += node.parameters();
      if (node.hasBox() && !from.contains(node.box())) {
        from.add(node.box());
      }
    }
    if (from.isEmpty() && kind != Kind.INPUT) {
      return new ShapeNode(shape.clone(), ShapeNode.NO_BOX, parameters);
    }
    boxes.add(new Box(kind, title, detail, withoutBatch(shape), parameters, from));
    return new ShapeNode(shape.clone(), boxes.size() - 1, 0);
  }

  /**
   * An operation on two nodes: a box only where two lines meet or weights come in. Arithmetic with
   * constants is not worth one.
   */
  ShapeNode binary(String title, int[] shape, Node a, Node b) {
    ShapeNode left = (ShapeNode) a;
    ShapeNode right = (ShapeNode) b;
    boolean meet = left.hasBox() && right.hasBox() && left.box() != right.box();
    if (meet) {
      return box(Kind.JOIN, title, "", shape, 0, a, b);
    } else if (left.hasBox() && right.parameters() > 0 || right.hasBox() && left.parameters() > 0) {
      return box(Kind.LAYER, title, "with weights", shape, 0, a, b);
    }
    ShapeNode from = left.hasBox() ? left : right;
    long parameters =
        left.box() == right.box() ? left.parameters() + right.parameters() : from.parameters();
    return new ShapeNode(shape.clone(), from.box(), parameters);
  }

  private static List<Integer> withoutBatch(int[] shape) {
    return Arrays.stream(shape).skip(1).boxed().toList();
  }

  /** The sketch: activations and norms folded into the layer before them. */
  NetworkSketch sketch() {
    Map<Integer, Long> readers =
        boxes.stream()
            .flatMap(box -> box.inputs().stream())
            .collect(Collectors.groupingBy(input -> input, Collectors.counting()));
    List<Box> folded = new ArrayList<>();
    Map<Integer, Integer> places = new HashMap<>();
    for (int i = 0; i < boxes.size(); i++) {
      Box box = boxes.get(i);
      List<Integer> inputs = box.inputs().stream().map(places::get).toList();
      Box host = folds(box, readers) ? folded.get(inputs.get(0)) : null;
      if (host != null && takes(host, box)) {
        folded.set(inputs.get(0), join(host, box));
        places.put(i, inputs.get(0));
      } else {
        folded.add(
            new Box(box.kind(), box.title(), box.detail(), box.shape(), box.parameters(), inputs));
        places.put(i, folded.size() - 1);
      }
    }
    return new NetworkSketch(folded);
  }

  private static boolean folds(Box box, Map<Integer, Long> readers) {
    return (box.kind() == Kind.ACTIVATION || box.kind() == Kind.NORM)
        && box.inputs().size() == 1
        && readers.get(box.inputs().get(0)) == 1;
  }

  private static boolean takes(Box host, Box folded) {
    return host.kind() == Kind.LAYER
        || host.kind() == Kind.NORM && folded.kind() == Kind.ACTIVATION;
  }

  private static Box join(Box host, Box folded) {
    String name = Character.toLowerCase(folded.title().charAt(0)) + folded.title().substring(1);
    String word = folded.title().equals("ReLU") ? folded.title() : name;
    return new Box(
        host.kind(),
        host.title(),
        host.detail().isEmpty() ? word : host.detail() + ", " + word,
        folded.shape(),
        host.parameters() + folded.parameters(),
        host.inputs());
  }
}
