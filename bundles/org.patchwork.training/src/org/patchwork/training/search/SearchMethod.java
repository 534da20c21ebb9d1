// SPDX-License-Identifier: MIT
package org.patchwork.training.search;

/** How trials get their training time. */
public enum SearchMethod {
  /** Every trial is trained in full (Bergstra and Bengio 2012). */
  RANDOM,
  /**
   * All trials are trained for a ninth of the epochs, the best third of them for a third, and the
   * best third of those in full (successive halving with factor 3, Jamieson and Talwalkar 2016).
   * The same time tries about twice as many settings; slow starters are lost.
   */
  HALVING
}
