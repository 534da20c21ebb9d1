// SPDX-License-Identifier: MIT
package org.patchwork.learn.evaluation;

/** How probabilities are made to mean what they say. */
public enum CalibrationMethod {
  /** {@link #TEMPERATURE} where classes are exclusive, else {@link #PLATT}. */
  AUTO,
  /** Left as they are. */
  NONE,
  /**
   * Logits divided by one number: the temperature scaling of Guo, Pleiss, Sun and Weinberger
   * (2017). Keeps every order and, for exclusive classes, every answer. One number for all
   * exclusive classes, else one for each class.
   */
  TEMPERATURE,
  /**
   * Logits scaled and shifted, class by class (Platt 1999, with the targets of Lin, Lin and Weng
   * 2007). Also corrects what class-balanced training does to the share of rare classes.
   */
  PLATT,
  /**
   * Any rising function, class by class (Zadrozny and Elkan 2002). Needs some hundred labels of a
   * class; equal steps make equal probabilities, so it loses order.
   */
  ISOTONIC;

  /**
   * The method that is used; never {@link #AUTO}.
   *
   * @param exclusive true if exactly one class is present in an image
   */
  public CalibrationMethod resolve(boolean exclusive) {
    if (this != AUTO) {
      return this;
    }
    return exclusive ? TEMPERATURE : PLATT;
  }
}
