// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.patchwork.internal.cli.report.CurveMean;
import org.patchwork.internal.cli.report.CurveSummary;
import org.patchwork.learn.Evaluation;
import org.patchwork.training.CurvePoint;

/** The figures of whole learning curves. */
final class CurveFigures {
  private CurveFigures() {}

  /**
   * For machines: the means over the curve with their spreads, and the curve of the mean average
   * precision.
   */
  static Map<String, Object> values(
      String sampler, List<CurveSummary> precision, List<CurvePoint> points) {
    Map<String, Object> values = new LinkedHashMap<>();
    accuracy(sampler, points)
        .ifPresent(
            mean -> {
              values.put("curveAccuracyMean", mean.mean());
              values.put("curveAccuracySpread", mean.spread());
            });
    precision(sampler, points)
        .ifPresent(
            mean -> {
              values.put("curveApMean", mean.mean());
              values.put("curveApSpread", mean.spread());
            });
    precision.stream()
        .filter(curve -> curve.sampler().equals(sampler))
        .forEach(
            curve -> {
              values.put("apLabels", curve.labels());
              values.put("apMean", curve.mean());
              values.put("apSpread", curve.spread());
            });
    return values;
  }

  /** For people. */
  static List<String> lines(String sampler, List<CurvePoint> points) {
    String text =
        accuracy(sampler, points).map(mean -> "accuracy " + mean).orElse("")
            + precision(sampler, points).map(mean -> ", mean AP " + mean).orElse("");
    return text.isEmpty()
        ? List.of()
        : List.of(String.format("%-16s mean over the curve: %s", "", text));
  }

  private static Optional<CurveMean> accuracy(String sampler, List<CurvePoint> points) {
    return CurveMean.of(sampler, points, Evaluation::accuracy);
  }

  private static Optional<CurveMean> precision(String sampler, List<CurvePoint> points) {
    return CurveMean.of(sampler, points, Evaluation::meanAveragePrecision);
  }
}
