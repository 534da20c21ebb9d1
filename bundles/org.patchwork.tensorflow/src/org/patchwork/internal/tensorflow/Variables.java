// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.patchwork.learn.network.InitialValues;
import org.patchwork.learn.network.Network.Init;
import org.patchwork.learn.network.Network.Kind;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Assign;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * The variables of a training graph, shared by its towers. They are reference variables ({@code
 * VariableV2}): an update overwrites the memory that others read, so whoever updates must wait for
 * all readers; see {@link TrainingGraph}.
 */
final class Variables implements Weights {
  /**
   * One variable.
   *
   * @param name name in the network
   * @param kind null if not trainable
   * @param shape shape
   * @param initial values at the start
   * @param variable the reference, for updates
   * @param value the value, for reading
   * @param assigned placeholder for values set from outside
   * @param assign sets the variable to the placeholder
   */
  record Entry(
      String name,
      Kind kind,
      int[] shape,
      float[] initial,
      Variable<TFloat32> variable,
      Operand<TFloat32> value,
      Placeholder<TFloat32> assigned,
      Assign<TFloat32> assign) {

    boolean trainable() {
      return kind != null;
    }
  }

  private final Ops tf;
  private final InitialValues initialValues;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final SavedGraphs savedGraphs = new SavedGraphs();
  private final List<Slot> slots = new ArrayList<>();

  /** What an optimiser remembers of a variable. */
  private record Slot(String name, int[] shape, Variable<TFloat32> variable) {}

  Variables(Ops tf, long seed) {
    this.tf = tf;
    this.initialValues = new InitialValues(seed);
  }

  @Override
  public Operand<TFloat32> weight(String name, Kind kind, Init init, int... shape) {
    return entry(name, kind, init, shape).value();
  }

  @Override
  public Operand<TFloat32> state(String name, Init init, int... shape) {
    return entry(name, null, init, shape).value();
  }

  @Override
  public Operand<TFloat32> given(String name, Kind kind, float[] initial, int... shape) {
    Entry known = entries.get(name);
    if (known == null) {
      known = create(name, kind, initial, shape);
      entries.put(name, known);
    }
    return known.value();
  }

  @Override
  public SavedGraphs savedGraphs() {
    return savedGraphs;
  }

  @Override
  public long parameterCount() {
    return trainable().stream().mapToLong(entry -> entry.initial().length).sum();
  }

  /** All variables, in the order in which they were made. */
  Collection<Entry> all() {
    return entries.values();
  }

  /** The variables that gradients update. */
  List<Entry> trainable() {
    return entries.values().stream().filter(Entry::trainable).toList();
  }

  /** The variable of this name; it must exist. */
  Entry get(String name) {
    return entries.get(name);
  }

  /** A further variable of zeros that no network sees and no snapshot holds, for optimisers. */
  Variable<TFloat32> slot(Entry entry, String purpose, List<Assign<TFloat32>> initializers) {
    Ops scope = tf.withSubScope("optimizer").withSubScope(nodeName(entry.name()));
    Variable<TFloat32> slot =
        scope.withName(purpose).variable(Shapes.of(entry.shape()), TFloat32.class);
    initializers.add(
        scope.assign(slot, scope.fill(scope.constant(entry.shape()), scope.constant(0f))));
    slots.add(new Slot(slot.op().name(), entry.shape(), slot));
    return slot;
  }

  /**
   * What optimisers remember, as variables that can be read and set, for a training that goes on
   * later. Called once, when the graph has all its steps.
   */
  List<Entry> slots() {
    List<Entry> readable = new ArrayList<>();
    for (Slot slot : slots) {
      Ops scope = tf.withSubScope("slots").withSubScope(nodeName(slot.name()));
      float[] zeros = new float[Shapes.product(slot.shape())];
      Operand<TFloat32> value = scope.withName("value").identity(slot.variable());
      readable.add(entry(scope, slot.name(), null, slot.shape(), zeros, slot.variable(), value));
    }
    return readable;
  }

  /**
   * Takes in a variable that is in the graph already.
   *
   * @param variable the reference
   * @param value what reads it
   */
  Entry adopt(ExtractorGraph.Weight weight, Variable<TFloat32> variable, Operand<TFloat32> value) {
    Entry entry =
        entry(
            tf.withSubScope("weights").withSubScope(nodeName(weight.name())),
            weight.name(),
            weight.kind(),
            weight.shape(),
            weight.values(),
            variable,
            value);
    entries.put(weight.name(), entry);
    return entry;
  }

  /** A variable that no gradient trains, of the same shape and with the same start as another. */
  Entry shadow(String name, Entry of) {
    Entry known = entries.get(name);
    if (known == null) {
      known = create(name, null, of.initial(), of.shape());
      entries.put(name, known);
    }
    return known;
  }

  /**
   * A variable with these values at the start.
   *
   * @param kind null if no gradient trains it
   */
  Entry keep(String name, Kind kind, float[] initial, int... shape) {
    if (entries.containsKey(name)) {
      throw new IllegalArgumentException(
          "The name " + name + " is taken by a weight; give the memory another");
    }
    Entry entry = create(name, kind, initial, shape);
    entries.put(name, entry);
    return entry;
  }

  private Entry entry(String name, Kind kind, Init init, int... shape) {
    Entry known = entries.get(name);
    if (known == null) {
      known = create(name, kind, initialValues.of(name, init, shape), shape);
      entries.put(name, known);
    } else if (!Arrays.equals(known.shape(), shape)) {
      throw new IllegalArgumentException(
          "Weight "
              + name
              + " has shape "
              + Arrays.toString(known.shape())
              + ", but is wanted as "
              + Arrays.toString(shape)
              + "; give the layers different names");
    }
    return known;
  }

  private Entry create(String name, Kind kind, float[] initial, int... shape) {
    Ops scope = tf.withSubScope("weights").withSubScope(nodeName(name));
    Variable<TFloat32> variable =
        scope.withName("variable").variable(Shapes.of(shape), TFloat32.class);
    Operand<TFloat32> value = scope.withName("value").identity(variable);
    return entry(scope, name, kind, shape, initial, variable, value);
  }

  private static Entry entry(
      Ops scope,
      String name,
      Kind kind,
      int[] shape,
      float[] initial,
      Variable<TFloat32> variable,
      Operand<TFloat32> value) {
    Placeholder<TFloat32> assigned =
        scope.withName("assigned").placeholder(TFloat32.class, Placeholder.shape(Shapes.of(shape)));
    return new Entry(
        name,
        kind,
        shape.clone(),
        initial,
        variable,
        value,
        assigned,
        scope.withName("assign").assign(variable, assigned));
  }

  /** A weight name as TensorFlow accepts it for one level of a node name. */
  static String nodeName(String name) {
    return "w." + name.replaceAll("[^A-Za-z0-9_.-]", "_");
  }
}
