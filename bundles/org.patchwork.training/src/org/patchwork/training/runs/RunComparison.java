// SPDX-License-Identifier: MIT
package org.patchwork.training.runs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.patchwork.learn.ClassMetrics;
import org.patchwork.learn.Evaluation;
import org.patchwork.learn.RunRecord;

/**
 * Runs side by side.
 *
 * @param runs in the order in which they are compared
 * @param differences settings that are not the same in all runs: one value per run, "–" where a run
 *     has no such setting
 * @param classes classes by id, with the name that the last run knows them by
 */
public record RunComparison(
    List<TrainedRun> runs, Map<String, List<String>> differences, Map<String, String> classes) {
  private static final String NOTHING = "–";

  /** Compares runs. */
  public static RunComparison of(List<TrainedRun> runs) {
    List<Map<String, String>> settings =
        runs.stream().map(run -> RunSettings.of(run.record())).toList();
    Set<String> names = new LinkedHashSet<>();
    settings.forEach(each -> names.addAll(each.keySet()));
    Map<String, List<String>> differences = new LinkedHashMap<>();
    for (String name : names) {
      List<String> values =
          settings.stream().map(each -> each.getOrDefault(name, NOTHING)).toList();
      if (values.stream().distinct().count() > 1) {
        differences.put(name, values);
      }
    }
    Map<String, String> classes = new LinkedHashMap<>();
    for (TrainedRun run : runs) {
      List<String> ids = run.record().data().classIds();
      for (int c = 0; c < ids.size(); c++) {
        classes.put(ids.get(c), run.record().data().classNames().get(c));
      }
    }
    return new RunComparison(List.copyOf(runs), differences, classes);
  }

  /** Figures by which runs are compared. */
  public enum Figure {
    AVERAGE_PRECISION("average precision"),
    AUC("AUC"),
    ACCURACY("accuracy");

    private final String label;

    Figure(String label) {
      this.label = label;
    }

    /** What it is called in a table. */
    public String label() {
      return label;
    }

    double of(ClassMetrics metrics) {
      return switch (this) {
        case AVERAGE_PRECISION -> metrics.averagePrecision().orElse(Double.NaN);
        case AUC -> metrics.auc().orElse(Double.NaN);
        case ACCURACY -> metrics.accuracy().orElse(Double.NaN);
      };
    }

    double of(Evaluation evaluation) {
      return switch (this) {
        case AVERAGE_PRECISION -> evaluation.meanAveragePrecision().orElse(Double.NaN);
        case AUC -> evaluation.meanAuc().orElse(Double.NaN);
        case ACCURACY -> evaluation.accuracy().orElse(Double.NaN);
      };
    }
  }

  /**
   * A figure of a class in every run, on the validation images as they were labelled then; NaN
   * where there is none.
   */
  public List<Double> figures(Figure figure, String classId) {
    List<Double> values = new ArrayList<>();
    for (TrainedRun run : runs) {
      Evaluation evaluation = run.record().validationMetrics();
      ClassMetrics metrics = evaluation == null ? null : evaluation.of(classId);
      values.add(metrics == null ? Double.NaN : figure.of(metrics));
    }
    return values;
  }

  /** A figure over all classes in every run; NaN where there is none. */
  public List<Double> figures(Figure figure) {
    return runs.stream().map(run -> figure(figure, run.record())).toList();
  }

  /** A figure of a run over all classes; NaN if there is none. */
  public static double figure(Figure figure, RunRecord record) {
    Evaluation evaluation = record.validationMetrics();
    return evaluation == null ? Double.NaN : figure.of(evaluation);
  }
}
