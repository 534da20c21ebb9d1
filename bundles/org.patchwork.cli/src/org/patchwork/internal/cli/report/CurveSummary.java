// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import org.patchwork.learn.Evaluation;
import org.patchwork.training.CurvePoint;

/**
 * One measure of one sampler over the repetitions.
 *
 * @param sampler its name
 * @param labels numbers of labels, ascending
 * @param mean mean over the seeds
 * @param spread sample standard deviation over the seeds, 0 for one seed
 */
public record CurveSummary(String sampler, int[] labels, double[] mean, double[] spread) {

  /**
   * One summary per sampler, in the order of the points; numbers of labels where the measure is not
   * defined are left out.
   */
  public static List<CurveSummary> of(
      List<CurvePoint> points, Function<Evaluation, OptionalDouble> measure) {
    Map<String, TreeMap<Integer, List<Double>>> values = new LinkedHashMap<>();
    for (CurvePoint point : points) {
      TreeMap<Integer, List<Double>> curve =
          values.computeIfAbsent(point.sampler(), name -> new TreeMap<>());
      OptionalDouble value = measure.apply(point.evaluation());
      if (value.isPresent()) {
        curve.computeIfAbsent(point.labels(), n -> new ArrayList<>()).add(value.getAsDouble());
      }
    }
    List<CurveSummary> summaries = new ArrayList<>();
    values.forEach((sampler, curve) -> summaries.add(of(sampler, curve)));
    return summaries;
  }

  private static CurveSummary of(String sampler, TreeMap<Integer, List<Double>> curve) {
    int[] labels = curve.keySet().stream().mapToInt(Integer::intValue).toArray();
    double[] mean = new double[labels.length];
    double[] spread = new double[labels.length];
    for (int i = 0; i < labels.length; i++) {
      List<Double> values = curve.get(labels[i]);
      double average = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
      double squares = values.stream().mapToDouble(v -> (v - average) * (v - average)).sum();
      mean[i] = average;
      spread[i] = values.size() < 2 ? 0 : Math.sqrt(squares / (values.size() - 1));
    }
    return new CurveSummary(sampler, labels, mean, spread);
  }

  /** Number of points. */
  public int size() {
    return labels.length;
  }

  /** The mean at the largest number of labels; empty without points. */
  public OptionalDouble last() {
    return labels.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(mean[labels.length - 1]);
  }

  /**
   * The number of labels at which the mean first reaches a target, between two points by a straight
   * line; empty if it never does.
   */
  public OptionalDouble labelsToReach(double target) {
    for (int i = 0; i < labels.length; i++) {
      if (mean[i] >= target) {
        double share = i == 0 ? 1 : (target - mean[i - 1]) / (mean[i] - mean[i - 1]);
        int before = i == 0 ? 0 : labels[i - 1];
        return OptionalDouble.of(before + share * (labels[i] - before));
      }
    }
    return OptionalDouble.empty();
  }
}
