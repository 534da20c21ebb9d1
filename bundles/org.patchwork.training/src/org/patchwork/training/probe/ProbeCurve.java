// SPDX-License-Identifier: MIT
package org.patchwork.training.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The points of one extractor in short: medians over steps of the number of images, which are
 * equally wide on a logarithmic scale.
 *
 * @param features name of the features
 * @param steps from few images to many; steps without points are left out
 */
public record ProbeCurve(String features, List<Step> steps) {
  private static final int STEPS = 8;

  public ProbeCurve {
    steps = List.copyOf(steps);
  }

  /**
   * One step.
   *
   * @param images median number of images learnt from
   * @param testError median error, in [0, 1]
   * @param testAuc median area under the curve, NaN if no point has one
   * @param points number of points
   */
  public record Step(double images, double testError, double testAuc, int points) {}

  /** The curves of all extractors, in the order in which they first appear. */
  public static List<ProbeCurve> of(List<ProbePoint> points) {
    Map<String, List<ProbePoint>> byFeatures = new LinkedHashMap<>();
    points.forEach(
        point ->
            byFeatures.computeIfAbsent(point.features(), name -> new ArrayList<>()).add(point));
    double low = points.stream().mapToInt(ProbePoint::images).min().orElse(1);
    double high = points.stream().mapToInt(ProbePoint::images).max().orElse(1);
    List<ProbeCurve> curves = new ArrayList<>();
    byFeatures.forEach((name, own) -> curves.add(new ProbeCurve(name, steps(own, low, high))));
    return curves;
  }

  private static List<Step> steps(List<ProbePoint> points, double low, double high) {
    List<List<ProbePoint>> bins = new ArrayList<>();
    for (int i = 0; i < STEPS; i++) {
      bins.add(new ArrayList<>());
    }
    double width = Math.log(high / low) / STEPS;
    for (ProbePoint point : points) {
      int bin = width > 0 ? (int) (Math.log(point.images() / low) / width) : 0;
      bins.get(Math.min(STEPS - 1, bin)).add(point);
    }
    return bins.stream().filter(bin -> !bin.isEmpty()).map(ProbeCurve::step).toList();
  }

  private static Step step(List<ProbePoint> points) {
    return new Step(
        median(points.stream().mapToDouble(ProbePoint::images).toArray()),
        median(points.stream().mapToDouble(ProbePoint::testError).toArray()),
        median(points.stream().flatMapToDouble(point -> point.testAuc().stream()).toArray()),
        points.size());
  }

  private static double median(double[] values) {
    if (values.length == 0) {
      return Double.NaN;
    }
    Arrays.sort(values);
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }
}
