// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Measures of how well probabilities separate positives from negatives. All take the probabilities
 * of rows whose label is known, and give nothing (shown as "n/a") where the measure is undefined,
 * never a misleading 0.
 */
public final class Metrics {
  private Metrics() {}

  /**
   * Area under the ROC curve: the chance that a random positive scores above a random negative,
   * ties counting half.
   *
   * @return in [0, 1]; empty if there are no positives or no negatives
   */
  public static OptionalDouble auc(float[] positives, float[] negatives) {
    if (positives.length == 0 || negatives.length == 0) {
      return OptionalDouble.empty();
    }
    float[] sorted = sorted(negatives);
    double wins = 0;
    for (float p : positives) {
      int below = countBelow(sorted, p);
      wins += below + (countBelow(sorted, Math.nextUp(p)) - below) / 2.0;
    }
    return OptionalDouble.of(wins / ((double) positives.length * negatives.length));
  }

  /**
   * Average precision: Σ (Rₙ − Rₙ₋₁) Pₙ over the distinct thresholds, highest first, without
   * interpolation; rows with equal scores enter together.
   *
   * @return in [0, 1]; empty if there are no positives or no negatives
   */
  public static OptionalDouble averagePrecision(float[] positives, float[] negatives) {
    if (positives.length == 0 || negatives.length == 0) {
      return OptionalDouble.empty();
    }
    float[] up = sorted(positives);
    float[] down = sorted(negatives);
    double sum = 0;
    int i = up.length;
    while (i > 0) {
      int first = countBelow(up, up[i - 1]);
      int hits = up.length - first;
      int falseAlarms = down.length - countBelow(down, up[i - 1]);
      sum += (double) (i - first) * hits / (hits + falseAlarms);
      i = first;
    }
    return OptionalDouble.of(sum / up.length);
  }

  /**
   * Share of rows on the right side of the threshold: p ≥ .5 says present.
   *
   * @return in [0, 1]; empty if there are no positives or no negatives, since a constant answer
   *     would then score 1
   */
  public static OptionalDouble accuracy(float[] positives, float[] negatives) {
    if (positives.length == 0 || negatives.length == 0) {
      return OptionalDouble.empty();
    }
    int right = countRight(positives, negatives);
    return OptionalDouble.of((double) right / (positives.length + negatives.length));
  }

  /** Number of rows on the right side of the threshold: p ≥ .5 says present. */
  public static int countRight(float[] positives, float[] negatives) {
    int right = 0;
    for (float p : positives) {
      right += p >= 0.5f ? 1 : 0;
    }
    for (float p : negatives) {
      right += p >= 0.5f ? 0 : 1;
    }
    return right;
  }

  /** Mean of the values that are there; empty if none is. */
  public static OptionalDouble mean(Stream<OptionalDouble> values) {
    return values
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .average();
  }

  private static float[] sorted(float[] values) {
    float[] copy = values.clone();
    Arrays.sort(copy);
    return copy;
  }

  private static int countBelow(float[] ascending, float value) {
    int low = 0;
    int high = ascending.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ascending[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
