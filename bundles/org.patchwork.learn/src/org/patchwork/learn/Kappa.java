// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.util.List;

/**
 * Agreement beyond chance: κ = (o − c) / (1 − c) (Cohen, "A coefficient of agreement for nominal
 * scales", Educational and Psychological Measurement 20(1), 1960). 1 is full agreement, 0 what
 * chance alone would give, below 0 less than that.
 *
 * @param items number of cells, an image and a class each, that at least two voices answered
 * @param observed share of agreement o in [0, 1]; NaN without items
 * @param chance agreement c in [0, 1] to be expected if everybody answered at random with the rates
 *     seen; NaN without items
 */
public record Kappa(long items, double observed, double chance) {
  /** Nobody answered the same thing twice. */
  public static final Kappa NONE = new Kappa(0, Double.NaN, Double.NaN);

  /**
   * Cohen's κ of two voices on one class, from the four counts of the cells both answered: o is the
   * share on the diagonal, c = p₁p₂ + (1 − p₁)(1 − p₂) with the rates of "present" of each voice.
   */
  public static Kappa cohen(long bothAbsent, long onlyFirst, long onlySecond, long bothPresent) {
    long items = bothAbsent + onlyFirst + onlySecond + bothPresent;
    if (items == 0) {
      return NONE;
    }
    double first = (double) (bothPresent + onlyFirst) / items;
    double second = (double) (bothPresent + onlySecond) / items;
    double observed = (double) (bothAbsent + bothPresent) / items;
    return new Kappa(items, observed, first * second + (1 - first) * (1 - second));
  }

  /**
   * Several classes as one: observed and chance agreement averaged over all cells, so that κ =
   * Σn(o−c) / Σn(1−c). Where exactly one class is present in each image and everybody answered all
   * classes, that is Cohen's or Fleiss' κ of the choice among the classes.
   */
  public static Kappa pooled(List<Kappa> classes) {
    long items = 0;
    double observed = 0;
    double chance = 0;
    for (Kappa each : classes) {
      if (each.items() > 0) {
        items += each.items();
        observed += each.items() * each.observed();
        chance += each.items() * each.chance();
      }
    }
    return items == 0 ? NONE : new Kappa(items, observed / items, chance / items);
  }

  /**
   * False if κ says nothing: nobody answered the same thing twice, or all answered the same, so
   * that chance alone explains it.
   */
  public boolean available() {
    return items > 0 && chance < 1;
  }

  /** κ, at most 1; NaN if it is not {@link #available()}. */
  public double value() {
    return available() ? (observed - chance) / (1 - chance) : Double.NaN;
  }
}
