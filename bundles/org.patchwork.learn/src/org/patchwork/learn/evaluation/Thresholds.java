// SPDX-License-Identifier: MIT
package org.patchwork.learn.evaluation;

import java.util.Map;

/**
 * From which probability on each class counts as present.
 *
 * @param byClass threshold in [0, 1] by class id; a class that is not named has ½
 */
public record Thresholds(Map<String, Double> byClass) {
  /** ½ for every class. */
  public static final Thresholds HALF = new Thresholds(Map.of());

  private static final double DEFAULT = 0.5;

  public Thresholds {
    byClass = Map.copyOf(byClass);
  }

  /** Threshold of a class. */
  public double of(String classId) {
    return byClass.getOrDefault(classId, DEFAULT);
  }
}
