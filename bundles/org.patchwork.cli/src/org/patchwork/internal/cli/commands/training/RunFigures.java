// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.patchwork.cli.CommandResult;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.internal.cli.Numbers;
import org.patchwork.learn.RunPredictions;
import org.patchwork.project.ProjectSession;
import org.patchwork.training.runs.RunComparison;
import org.patchwork.training.runs.RunComparison.Figure;
import org.patchwork.training.runs.SideChanges;
import org.patchwork.training.runs.TrainedRun;

/** What a comparison of runs has to say. */
final class RunFigures {
  private RunFigures() {}

  static void add(RunComparison comparison, ProjectSession session, CommandResult.Builder result)
      throws ProjectFormatException {
    List<String> ids = comparison.runs().stream().map(TrainedRun::id).toList();
    result.value("runs", ids).value("differences", comparison.differences());
    result.line("%-24s %s", "", String.join("  ", ids));
    comparison
        .differences()
        .forEach((name, values) -> result.line("%-24s %s", name, String.join("  ", values)));
    Map<String, Object> figures = new LinkedHashMap<>();
    for (Figure figure : Figure.values()) {
      figures.put(key(figure), values(comparison.figures(figure)));
      result.line("%-24s %s", "mean " + figure.label(), text(comparison.figures(figure)));
    }
    result.value("figures", figures);
    List<Map<String, Object>> classes = new ArrayList<>();
    comparison.classes().forEach((id, name) -> classes.add(ofClass(comparison, id, name, result)));
    result.value("classes", classes);
    sides(comparison, session, result);
  }

  private static Map<String, Object> ofClass(
      RunComparison comparison, String id, String name, CommandResult.Builder result) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("class", name);
    for (Figure figure : Figure.values()) {
      entry.put(key(figure), values(comparison.figures(figure, id)));
    }
    List<Double> precision = comparison.figures(Figure.AVERAGE_PRECISION, id);
    result.line("%-24s %s", name + ", AP", text(precision));
    return entry;
  }

  /** How the last run differs from the first. */
  private static void sides(
      RunComparison comparison, ProjectSession session, CommandResult.Builder result)
      throws ProjectFormatException {
    Optional<PredictionTable> first = RunPredictions.read(comparison.runs().getFirst().folder());
    Optional<PredictionTable> last = RunPredictions.read(comparison.runs().getLast().folder());
    if (comparison.runs().size() < 2 || first.isEmpty() || last.isEmpty()) {
      return;
    }
    List<Map<String, Object>> entries = new ArrayList<>();
    for (SideChanges changes : SideChanges.of(session.labels(), first.get(), last.get())) {
      Map<String, Object> entry = new LinkedHashMap<>();
      String name = comparison.classes().get(changes.classId());
      entry.put("class", name);
      entry.put("corrected", changes.corrected().cardinality());
      entry.put("spoiled", changes.spoiled().cardinality());
      entry.put("gained", changes.gained().cardinality());
      entry.put("lost", changes.lost().cardinality());
      entries.add(entry);
      result.line(
          "%-24s %,d corrected, %,d spoiled; unlabelled: %,d gained, %,d lost",
          name,
          changes.corrected().cardinality(),
          changes.spoiled().cardinality(),
          changes.gained().cardinality(),
          changes.lost().cardinality());
    }
    result.value("changedSides", entries);
  }

  static String key(Figure figure) {
    return switch (figure) {
      case AVERAGE_PRECISION -> "averagePrecision";
      case AUC -> "auc";
      case ACCURACY -> "accuracy";
    };
  }

  private static List<Double> values(List<Double> numbers) {
    List<Double> values = new ArrayList<>();
    numbers.forEach(number -> values.add(Numbers.boxed(number)));
    return values;
  }

  private static String text(List<Double> numbers) {
    return numbers.stream().map(Numbers::text).collect(Collectors.joining("  "));
  }
}
