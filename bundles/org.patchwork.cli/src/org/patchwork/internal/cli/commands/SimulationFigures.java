// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.patchwork.internal.cli.Numbers;
import org.patchwork.internal.cli.report.CurveSummary;
import org.patchwork.learn.ClassMetrics;
import org.patchwork.learn.Evaluation;
import org.patchwork.training.CurvePoint;

/**
 * The figures of a simulation that are printed: the end of each curve and how it compares with
 * random draws.
 */
final class SimulationFigures {
  private static final String RANDOM = "random";

  private SimulationFigures() {}

  /** For machines. */
  static Map<String, Object> values(
      CurveSummary curve, List<CurvePoint> points, List<CurveSummary> all) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("sampler", curve.sampler());
    values.put("labels", curve.labels());
    values.put("accuracyMean", curve.mean());
    values.put("accuracySpread", curve.spread());
    values.put("finalMeanAuc", Numbers.boxed(last(points, curve.sampler(), Evaluation::meanAuc)));
    values.put(
        "finalMeanAp",
        Numbers.boxed(last(points, curve.sampler(), Evaluation::meanAveragePrecision)));
    Map<String, Object> byClass = new LinkedHashMap<>();
    List<ClassMetrics> classes = points.get(0).evaluation().classes();
    for (int c = 0; c < classes.size(); c++) {
      int index = c;
      byClass.put(
          classes.get(c).classId(),
          Numbers.boxed(
              last(points, curve.sampler(), e -> e.classes().get(index).averagePrecision())));
    }
    values.put("finalAp", byClass);
    values.put("labelsToReachRandom", Numbers.boxed(labelsToReachRandom(curve, all)));
    return values;
  }

  /** For people. */
  static List<String> lines(CurveSummary curve, List<CurvePoint> points, List<CurveSummary> all) {
    List<String> lines = new ArrayList<>();
    int end = curve.size() - 1;
    if (end < 0) {
      lines.add(curve.sampler() + ": accuracy is not defined on this test part");
    } else {
      lines.add(
          String.format(
              "%-16s %,6d labels: accuracy %.3f ± %.3f, mean AUC %s, mean AP %s",
              curve.sampler(),
              curve.labels()[end],
              curve.mean()[end],
              curve.spread()[end],
              Numbers.text(last(points, curve.sampler(), Evaluation::meanAuc)),
              Numbers.text(last(points, curve.sampler(), Evaluation::meanAveragePrecision))));
    }
    labelsToReachRandom(curve, all)
        .ifPresent(
            labels ->
                lines.add(
                    String.format(
                        "%-16s reaches the accuracy of %s at its end with %,.0f labels",
                        "", RANDOM, labels)));
    return lines;
  }

  private static OptionalDouble labelsToReachRandom(CurveSummary curve, List<CurveSummary> all) {
    if (curve.sampler().equals(RANDOM)) {
      return OptionalDouble.empty();
    }
    return all.stream()
        .filter(other -> other.sampler().equals(RANDOM) && other.size() > 1)
        .findFirst()
        .map(random -> curve.labelsToReach(random.last().orElseThrow()))
        .orElse(OptionalDouble.empty());
  }

  private static OptionalDouble last(
      List<CurvePoint> points, String sampler, Function<Evaluation, OptionalDouble> measure) {
    return CurveSummary.of(points, measure).stream()
        .filter(curve -> curve.sampler().equals(sampler))
        .findFirst()
        .map(CurveSummary::last)
        .orElse(OptionalDouble.empty());
  }
}
