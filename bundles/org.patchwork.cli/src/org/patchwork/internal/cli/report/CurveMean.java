// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.patchwork.learn.Evaluation;
import org.patchwork.training.CurvePoint;

/**
 * The mean of a measure over a whole learning curve, which is the area under it: one number for how
 * good a sampler is from the first to the last label.
 *
 * @param mean over the seeds
 * @param spread sample standard deviation over the seeds, 0 for one seed
 */
public record CurveMean(double mean, double spread) {

  /** That of a sampler; empty if the measure is defined nowhere. */
  public static Optional<CurveMean> of(
      String sampler, List<CurvePoint> points, Function<Evaluation, OptionalDouble> measure) {
    Map<Long, List<Double>> bySeed = new LinkedHashMap<>();
    for (CurvePoint point : points) {
      if (point.sampler().equals(sampler)) {
        measure
            .apply(point.evaluation())
            .ifPresent(
                value ->
                    bySeed.computeIfAbsent(point.seed(), seed -> new ArrayList<>()).add(value));
      }
    }
    double[] means = bySeed.values().stream().mapToDouble(CurveMean::average).toArray();
    if (means.length == 0) {
      return Optional.empty();
    }
    double mean = java.util.Arrays.stream(means).average().orElseThrow();
    double squares = java.util.Arrays.stream(means).map(m -> (m - mean) * (m - mean)).sum();
    return Optional.of(
        new CurveMean(mean, means.length < 2 ? 0 : Math.sqrt(squares / (means.length - 1))));
  }

  private static double average(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  @Override
  public String toString() {
    return String.format("%.3f ± %.3f", mean, spread);
  }
}
