// SPDX-License-Identifier: MIT
package org.patchwork.core;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a parameter record: which parameters it has, its defaults, and how to make one from named
 * values.
 *
 * <p>A component may be a record of parameters that several records have in common. Its parameters
 * then stand among the others, in its place and without its name: forms, options and JSON keys are
 * what they would be if its components had been written out.
 *
 * @param <P> the record type
 */
public final class ParameterSchema<P extends Record> {
  private final RecordShape<P> shape;
  private final P defaults;
  private final List<Parameter> parameters;

  private ParameterSchema(Class<P> type) {
    this.shape = RecordShape.of(type);
    this.defaults = shape.make(Map.of());
    List<Parameter> found = new ArrayList<>();
    shape.list(found);
    this.parameters = List.copyOf(found);
    requireDistinctNames(type);
  }

  private void requireDistinctNames(Class<P> type) {
    Set<String> names = new HashSet<>();
    for (Parameter parameter : parameters) {
      if (!names.add(parameter.name())) {
        throw new IllegalArgumentException(
            type.getName() + " has two parameters named " + parameter.name());
      }
    }
  }

  /**
   * Describes a parameter record.
   *
   * @throws IllegalArgumentException if a component lacks {@link Param}, two parameters have one
   *     name, or the record has no no-argument constructor
   */
  public static <P extends Record> ParameterSchema<P> of(Class<P> type) {
    return new ParameterSchema<>(type);
  }

  /** The record as its no-argument constructor makes it. */
  public P defaults() {
    return defaults;
  }

  /** The parameters in record order. */
  public List<Parameter> parameters() {
    return parameters;
  }

  /**
   * Parameter values by name, in record order; enums as users type them. The inverse of {@link
   * #create}.
   */
  public Map<String, Object> values(P record) {
    Map<String, Object> values = new LinkedHashMap<>();
    shape.values(record, values);
    values.replaceAll(
        (name, value) -> value instanceof Enum<?> ? Parameter.choiceName(value) : value);
    return values;
  }

  /**
   * Makes a record from named values; parameters that are not named keep their default.
   *
   * @throws IllegalArgumentException on an unknown name, a value that does not fit, or values that
   *     do not fit together
   */
  public P create(Map<String, ?> values) {
    for (String name : values.keySet()) {
      if (parameters.stream().noneMatch(p -> p.name().equals(name))) {
        throw new IllegalArgumentException(
            "Unknown parameter \""
                + name
                + "\"; known are "
                + parameters.stream().map(Parameter::name).toList()
                + ".");
      }
    }
    return shape.make(values);
  }
}
