// SPDX-License-Identifier: MIT
package org.patchwork.learn;

/**
 * The Beta distribution, by the continued fraction of the incomplete beta function (Abramowitz and
 * Stegun 1964, 26.5.8, evaluated by Lentz's method); exact to about 1e-12 for shapes up to some
 * millions.
 *
 * @param a first shape, positive
 * @param b second shape, positive
 */
record BetaDistribution(double a, double b) {
  private static final double TINY = 1e-300;
  private static final int MAX_TERMS = 100_000;

  /** P(X ≤ x). */
  double cumulative(double x) {
    if (x <= 0) {
      return 0;
    } else if (x >= 1) {
      return 1;
    }
    double front =
        Math.exp(
            logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
    return x < (a + 1) / (a + b + 2)
        ? front * fraction(a, b, x) / a
        : 1 - front * fraction(b, a, 1 - x) / b;
  }

  /** The x with P(X ≤ x) = probability, by bisection to the last bit that matters. */
  double quantile(double probability) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (cumulative(middle) < probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private static double fraction(double a, double b, double x) {
    double c = 1;
    double d = 1 / floor(1 - (a + b) * x / (a + 1));
    double value = d;
    for (int m = 1; m <= MAX_TERMS; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / floor(1 + even * d);
      c = floor(1 + even / c);
      value *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / floor(1 + odd * d);
      c = floor(1 + odd / c);
      value *= d * c;
      if (Math.abs(d * c - 1) < 1e-15) {
        break;
      }
    }
    return value;
  }

  private static double floor(double value) {
    return Math.abs(value) < TINY ? TINY : value;
  }

  /** ln Γ(x) for x ≥ 1, by Stirling's series after shifting x above 15 (error below 1e-15). */
  private static double logGamma(double x) {
    double shift = 0;
    double y = x;
    while (y < 15) {
      shift += Math.log(y);
      y += 1;
    }
    double inverse = 1 / (y * y);
    double series =
        (1.0 / 12
                - inverse
                    * (1.0 / 360
                        - inverse * (1.0 / 1260 - inverse * (1.0 / 1680 - inverse / 1188))))
            / y;
    return (y - 0.5) * Math.log(y) - y + 0.5 * Math.log(2 * Math.PI) + series - shift;
  }
}
