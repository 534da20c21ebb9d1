// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.patchwork.pretraining.PretrainingStep;

/**
 * What the steps of a run measured, thinned so that it never has more than a chart can show: when
 * there are too many points, each two neighbours become their mean. May be used by any thread.
 */
final class MeasuredCourse {
  private static final int MOST = 512;

  private final List<double[]> points = new ArrayList<>(); // epoch, then the measures
  private List<String> names = List.of();
  private double[] sums;
  private int summed;
  private int stride = 1;

  /** Takes a step in. */
  synchronized void add(PretrainingStep step) {
    names = step.names();
    if (sums == null) {
      sums = new double[1 + step.values().length];
    }
    sums[0] += (double) step.step() / step.stepsPerEpoch();
    for (int i = 0; i < step.values().length; i++) {
      sums[1 + i] += step.values()[i];
    }
    summed++;
    if (summed == stride) {
      points.add(mean());
      sums = null;
      summed = 0;
      if (points.size() == MOST) {
        thin();
      }
    }
  }

  private double[] mean() {
    return Arrays.stream(sums).map(sum -> sum / summed).toArray();
  }

  private void thin() {
    for (int i = 0; i < MOST / 2; i++) {
      double[] first = points.get(2 * i);
      double[] second = points.get(2 * i + 1);
      double[] both = new double[first.length];
      Arrays.setAll(both, j -> (first[j] + second[j]) / 2);
      points.set(i, both);
    }
    points.subList(MOST / 2, MOST).clear();
    stride *= 2;
  }

  /** Names of the measures; empty before the first step. */
  synchronized List<String> names() {
    return names;
  }

  /** The epochs at which there are values, parts of an epoch included. */
  synchronized double[] epochs() {
    return points.stream().mapToDouble(point -> point[0]).toArray();
  }

  /** The values of a measure at the {@link #epochs}; empty if there is no such measure. */
  synchronized double[] values(String name) {
    int index = names.indexOf(name);
    return index < 0
        ? new double[0]
        : points.stream().mapToDouble(point -> point[1 + index]).toArray();
  }
}
