// SPDX-License-Identifier: MIT
package org.patchwork.core;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;

/**
 * One component of a parameter record, ready for a form, an option or a JSON key.
 *
 * @param name component name, in camelCase; key in JSON
 * @param type {@code int}, {@code long}, {@code double}, {@code boolean}, {@link String} or an enum
 * @param param label, help and range
 * @param defaultValue value of the component in the default record
 */
public record Parameter(String name, Class<?> type, Param param, Object defaultValue) {

  static Parameter of(RecordComponent component, Object defaultValue) {
    Param param = component.getAnnotation(Param.class);
    if (param == null) {
      throw new IllegalArgumentException(
          component.getDeclaringRecord().getName() + "." + component.getName() + " lacks @Param");
    }
    return new Parameter(component.getName(), component.getType(), param, defaultValue);
  }

  /** The name as a command line option, for example {@code --batch-size}. */
  public String optionName() {
    return "--" + name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }

  /** The allowed values of an enum parameter as users type them, else an empty list. */
  public List<String> choices() {
    if (!type.isEnum()) {
      return List.of();
    }
    return java.util.Arrays.stream(type.getEnumConstants()).map(Parameter::choiceName).toList();
  }

  /**
   * An enum constant as users type and read it: {@code SQUARE_ROOT} becomes {@code square-root}.
   */
  public static String choiceName(Object constant) {
    return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Converts and range-checks a value.
   *
   * @param value a value of the right type, any {@link Number} or {@link Boolean} that fits it, or
   *     its text form
   * @throws IllegalArgumentException if it does not fit; the message names the parameter, the value
   *     and what is allowed
   */
  public Object convert(Object value) {
    Object converted = ParameterConversion.convert(this, value);
    if (converted instanceof Number number) {
      checkRange(number.doubleValue(), value);
    }
    return converted;
  }

  private void checkRange(double number, Object value) {
    if (!(number >= param.min() && number <= param.max())) {
      throw new IllegalArgumentException(
          param.label()
              + " ("
              + name
              + ") is "
              + value
              + ", but must be "
              + ParameterConversion.range(this)
              + ".");
    }
  }
}
