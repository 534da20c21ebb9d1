// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import java.math.BigDecimal;
import org.patchwork.core.Parameter;

/** The next larger or smaller value of a number field. */
final class NumberSteps {
  private NumberSteps() {}

  /** The value one step up or down, kept in range; null if the text is no number. */
  static String step(Parameter parameter, String text, boolean up) {
    BigDecimal value;
    try {
      value = new BigDecimal(text.strip());
    } catch (NumberFormatException e) {
      return null; // the form already says what is wrong with the text
    }
    double declared = parameter.param().step();
    BigDecimal stepped;
    if (declared > 0 || parameter.type() != double.class) {
      BigDecimal step = BigDecimal.valueOf(declared > 0 ? declared : 1);
      stepped = up ? value.add(step) : value.subtract(step);
    } else {
      stepped = oneDigit(value, up);
    }
    double min = parameter.param().min();
    double max = parameter.param().max();
    if (stepped.doubleValue() < min) {
      stepped = BigDecimal.valueOf(min);
    } else if (stepped.doubleValue() > max) {
      stepped = BigDecimal.valueOf(max);
    }
    return parameter.type() == double.class
        ? Double.toString(stepped.doubleValue())
        : stepped.toBigInteger().toString();
  }

  /** One unit of the leading digit, so that .001 goes to .002 and 30 to 40. */
  private static BigDecimal oneDigit(BigDecimal value, boolean up) {
    if (value.signum() == 0) {
      return up ? new BigDecimal("0.1") : new BigDecimal("-0.1");
    }
    BigDecimal stripped = value.stripTrailingZeros();
    int exponent = stripped.precision() - stripped.scale() - 1;
    boolean leavingDecade = stripped.unscaledValue().abs().equals(java.math.BigInteger.ONE);
    boolean shrinking = value.signum() > 0 != up;
    BigDecimal unit =
        BigDecimal.ONE.scaleByPowerOfTen(leavingDecade && shrinking ? exponent - 1 : exponent);
    return up ? value.add(unit) : value.subtract(unit);
  }
}
