// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.patchwork.core.TrainingException;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.core.Assign;
import org.tensorflow.types.TFloat32;

/**
 * The values of a network's variables in a session.
 *
 * @param session where they live
 * @param entries the variables
 */
record VariableValues(GraphSession session, Collection<Variables.Entry> entries) {

  /** The values of all variables of a network. */
  VariableValues(GraphSession session, Variables variables) {
    this(session, variables.all());
  }

  /** Copies of all values, by name. */
  Map<String, float[]> read() throws TrainingException {
    Session.Runner runner = session.runner();
    entries.forEach(entry -> runner.fetch(entry.value()));
    Map<String, float[]> values = new LinkedHashMap<>();
    try (Result result = GraphSession.run(runner)) {
      for (Variables.Entry entry : entries) {
        float[] copy = new float[entry.initial().length];
        NativeBuffer.floats(result.get(values.size())).get(copy);
        values.put(entry.name(), copy);
      }
    }
    return values;
  }

  /**
   * Sets all variables.
   *
   * @throws TrainingException if one is missing or has another size; names it
   */
  void write(Map<String, float[]> values) throws TrainingException {
    Session.Runner runner = session.runner();
    if (entries.isEmpty()) {
      return;
    }
    try (TensorList tensors = new TensorList()) {
      for (Variables.Entry entry : entries) {
        float[] value = values.get(entry.name());
        if (value == null || value.length != entry.initial().length) {
          throw new TrainingException(
              "The weights do not fit this network: "
                  + entry.name()
                  + " needs "
                  + entry.initial().length
                  + " values and has "
                  + (value == null ? "none." : value.length + "."));
        }
        runner.feed(entry.assigned(), tensors.of(value, entry.shape())).addTarget(entry.assign());
      }
      GraphSession.run(runner).close();
    }
  }

  /** Sets all variables to their initial values, and those of optimisers to zero. */
  void initialize(List<Assign<TFloat32>> initializers) throws TrainingException {
    Map<String, float[]> initial = new LinkedHashMap<>();
    entries.forEach(entry -> initial.put(entry.name(), entry.initial()));
    write(initial);
    if (!initializers.isEmpty()) {
      Session.Runner runner = session.runner();
      initializers.forEach(runner::addTarget);
      GraphSession.run(runner).close();
    }
  }
}
