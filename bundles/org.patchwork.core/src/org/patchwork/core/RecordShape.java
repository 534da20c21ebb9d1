// SPDX-License-Identifier: MIT
package org.patchwork.core;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How a parameter record is taken apart and put together again. The parameters of a record inside
 * it stand among its own, in its place.
 *
 * @param type of the record
 * @param parts one for each component
 */
record RecordShape<P extends Record>(Class<P> type, List<Part> parts) {

  /** What stands behind one component. */
  private sealed interface Part {}

  /** A parameter. */
  private record Single(RecordComponent component, Parameter parameter) implements Part {}

  /** A record with parameters of its own. */
  private record Several(RecordComponent component, RecordShape<?> shape) implements Part {}

  /** The shape of a record type that has a no-argument constructor. */
  static <P extends Record> RecordShape<P> of(Class<P> type) {
    return of(type, construct(type, new Class<?>[0], new Object[0]));
  }

  private static <P extends Record> RecordShape<P> of(Class<P> type, Record defaults) {
    List<Part> parts = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      Object value = read(component, defaults);
      if (value instanceof Record inner) {
        requireBare(component);
        parts.add(new Several(component, of(inner.getClass(), inner)));
      } else {
        parts.add(new Single(component, Parameter.of(component, value)));
      }
    }
    return new RecordShape<>(type, List.copyOf(parts));
  }

  private static void requireBare(RecordComponent component) {
    if (component.isAnnotationPresent(Param.class)) {
      throw new IllegalArgumentException(
          component.getDeclaringRecord().getName()
              + "."
              + component.getName()
              + " is a record: its components carry @Param, not itself");
    }
  }

  /** Adds its parameters, in order. */
  void list(List<Parameter> parameters) {
    for (Part part : parts) {
      switch (part) {
        case Single single -> parameters.add(single.parameter);
        case Several several -> several.shape.list(parameters);
      }
    }
  }

  /** Adds the values of a record by name, in order. */
  void values(Record record, Map<String, Object> values) {
    for (Part part : parts) {
      switch (part) {
        case Single single -> values.put(single.parameter.name(), read(single.component, record));
        case Several several ->
            several.shape.values((Record) read(several.component, record), values);
      }
    }
  }

  /** Makes a record; a parameter without a value has its default. */
  P make(Map<String, ?> values) {
    Class<?>[] types = new Class<?>[parts.size()];
    Object[] arguments = new Object[parts.size()];
    for (int i = 0; i < arguments.length; i++) {
      switch (parts.get(i)) {
        case Single(RecordComponent component, Parameter parameter) -> {
          types[i] = component.getType();
          arguments[i] =
              values.containsKey(parameter.name())
                  ? parameter.convert(values.get(parameter.name()))
                  : parameter.defaultValue();
        }
        case Several(RecordComponent component, RecordShape<?> shape) -> {
          types[i] = component.getType();
          arguments[i] = shape.make(values);
        }
      }
    }
    return construct(type, types, arguments);
  }

  private static <P extends Record> P construct(
      Class<P> type, Class<?>[] types, Object[] arguments) {
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
