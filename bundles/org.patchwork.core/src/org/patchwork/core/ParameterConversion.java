// SPDX-License-Identifier: MIT
package org.patchwork.core;

import java.util.Locale;

/** Text and JSON values to typed parameter values. */
final class ParameterConversion {
  private ParameterConversion() {}

  static Object convert(Parameter parameter, Object value) {
    try {
      return convertTo(parameter, value);
    } catch (NumberFormatException e) {
      throw misfit(
          parameter, value, parameter.type() == double.class ? "a number" : "a whole number", e);
    } catch (ArithmeticException e) { // too large for an int
      throw misfit(parameter, value, range(parameter), e);
    }
  }

  private static Object convertTo(Parameter parameter, Object value) {
    Class<?> type = parameter.type();
    String text = String.valueOf(value).strip();
    if (type == int.class) {
      return Math.toIntExact(wholeNumber(parameter, value, text));
    } else if (type == long.class) {
      return wholeNumber(parameter, value, text);
    } else if (type == double.class) {
      return value instanceof Number number ? number.doubleValue() : Double.parseDouble(text);
    } else if (type == boolean.class) {
      return truth(parameter, value, text);
    } else if (type == String.class) {
      return value instanceof String string ? string : text;
    } else if (type.isEnum()) {
      return constant(parameter, value, text);
    }
    throw new IllegalArgumentException(
        "Unsupported parameter type " + type.getName() + " of " + parameter.name());
  }

  private static long wholeNumber(Parameter parameter, Object value, String text) {
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      if (number != Math.rint(number) || Double.isInfinite(number)) {
        throw misfit(parameter, value, "a whole number", null);
      }
      return (long) number;
    }
    return Long.parseLong(text);
  }

  private static Boolean truth(Parameter parameter, Object value, String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on", "1" -> Boolean.TRUE;
      case "false", "no", "off", "0" -> Boolean.FALSE;
      default -> throw misfit(parameter, value, "true or false", null);
    };
  }

  private static Object constant(Parameter parameter, Object value, String text) {
    String wanted = text.replace('-', '_').replace(' ', '_');
    for (Object constant : parameter.type().getEnumConstants()) {
      if (constant.equals(value) || ((Enum<?>) constant).name().equalsIgnoreCase(wanted)) {
        return constant;
      }
    }
    throw misfit(parameter, value, "one of " + String.join(", ", parameter.choices()), null);
  }

  private static IllegalArgumentException misfit(
      Parameter parameter, Object value, String wanted, Throwable cause) {
    return new IllegalArgumentException(
        parameter.param().label()
            + " ("
            + parameter.name()
            + ") is \""
            + value
            + "\", but must be "
            + wanted
            + ".",
        cause);
  }

  static String range(Parameter parameter) {
    String min = number(parameter.param().min());
    String max = number(parameter.param().max());
    if (Double.isInfinite(parameter.param().max())) {
      return Double.isInfinite(parameter.param().min()) ? "a number" : "at least " + min;
    }
    return Double.isInfinite(parameter.param().min())
        ? "at most " + max
        : "from " + min + " to " + max;
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
