// SPDX-License-Identifier: MIT
package org.patchwork.core;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a parameter record: which parameters it has, its defaults, and how to make one from named
 * values.
 *
 * @param <P> the record type
 */
public final class ParameterSchema<P extends Record> {
  private final Class<P> type;
  private final P defaults;
  private final List<Parameter> parameters;

  private ParameterSchema(Class<P> type) {
    this.type = type;
    this.defaults = construct(new Class<?>[0], new Object[0]);
    List<Parameter> found = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      found.add(Parameter.of(component, read(component, defaults)));
    }
    this.parameters = List.copyOf(found);
  }

  /**
   * Describes a parameter record.
   *
   * @throws IllegalArgumentException if a component lacks {@link Param} or the record has no
   *     no-argument constructor
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
    for (RecordComponent component : type.getRecordComponents()) {
      Object value = read(component, record);
      values.put(
          component.getName(), value instanceof Enum<?> ? Parameter.choiceName(value) : value);
    }
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
    Object[] arguments =
        parameters.stream()
            .map(
                p ->
                    values.containsKey(p.name())
                        ? p.convert(values.get(p.name()))
                        : p.defaultValue())
            .toArray();
    return construct(parameters.stream().map(Parameter::type).toArray(Class<?>[]::new), arguments);
  }

  private P construct(Class<?>[] types, Object[] arguments) {
    try {
      Constructor<P> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalArgumentException(
          "Cannot make " + type.getName() + " of " + Arrays.asList(arguments), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(
          type.getName() + " needs a no-argument constructor for its defaults", e);
    }
  }

  private static Object read(RecordComponent component, Record record) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("Cannot read " + component, e);
    }
  }
}
