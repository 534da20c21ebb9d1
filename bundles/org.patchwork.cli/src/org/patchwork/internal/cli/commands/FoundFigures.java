// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.patchwork.training.CurvePoint;

/**
 * How fast a sampler finds the images of one class.
 *
 * @param classId the class, or null if none is looked for
 * @param all number of images of the class that can be found, the most that any run found
 * @param labels mean over the seeds of the number of labels at which 90 % were found; empty if a
 *     run did not find them
 */
record FoundFigures(String classId, int all, OptionalDouble labels) {
  private static final double SHARE = 0.9;

  /** The figures of a sampler. */
  static FoundFigures of(String sampler, String classId, List<CurvePoint> points) {
    if (classId == null) {
      return new FoundFigures(null, 0, OptionalDouble.empty());
    }
    int index =
        points.get(0).evaluation().classes().stream()
            .map(entry -> entry.classId())
            .toList()
            .indexOf(classId);
    int all = points.stream().mapToInt(point -> point.positives().get(index)).max().orElse(0);
    Map<Long, OptionalDouble> bySeed = new LinkedHashMap<>();
    CurvePoint before = null;
    for (CurvePoint point : points) {
      if (point.sampler().equals(sampler)) {
        boolean first = before == null || before.seed() != point.seed();
        OptionalDouble known = bySeed.getOrDefault(point.seed(), OptionalDouble.empty());
        bySeed.put(
            point.seed(),
            known.isPresent() ? known : reached(first ? null : before, point, index, SHARE * all));
        before = point;
      }
    }
    boolean everyone = bySeed.values().stream().allMatch(OptionalDouble::isPresent);
    return new FoundFigures(
        classId,
        all,
        everyone
            ? bySeed.values().stream().mapToDouble(OptionalDouble::getAsDouble).average()
            : OptionalDouble.empty());
  }

  /** Between two points by a straight line. */
  private static OptionalDouble reached(
      CurvePoint before, CurvePoint point, int index, double target) {
    int found = point.positives().get(index);
    if (found < target) {
      return OptionalDouble.empty();
    }
    int earlier = before == null ? 0 : before.positives().get(index);
    int labels = before == null ? 0 : before.labels();
    double share = (target - earlier) / Math.max(1, found - earlier);
    return OptionalDouble.of(labels + share * (point.labels() - labels));
  }

  /** For machines. */
  Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    if (classId != null) {
      values.put("toFind", all);
      values.put("labelsToFind90Percent", labels.isPresent() ? labels.getAsDouble() : null);
    }
    return values;
  }

  /** For people. */
  List<String> lines() {
    if (classId == null) {
      return List.of();
    }
    return List.of(
        labels.isPresent()
            ? String.format(
                "%-16s finds 90 %% of the %,d images of %s with %,.0f labels",
                "", all, classId, labels.getAsDouble())
            : String.format("%-16s does not find 90 %% of the %,d images of %s", "", all, classId));
  }
}
