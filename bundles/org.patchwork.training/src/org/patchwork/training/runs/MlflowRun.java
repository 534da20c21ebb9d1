// SPDX-License-Identifier: MIT
package org.patchwork.training.runs;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.patchwork.learn.ClassMetrics;
import org.patchwork.learn.EpochRecord;
import org.patchwork.learn.Evaluation;
import org.patchwork.learn.RunRecord;

/**
 * A run of any kind, as MLflow knows runs.
 *
 * @param id tells the runs of an experiment apart, and is what they are shown as
 * @param started when it began
 * @param ended when it was done
 * @param params what it was told, by name; names are changed where MLflow does not allow them
 * @param metrics what was measured; values that are not finite are left out
 * @param folder where its files lie
 */
public record MlflowRun(
    String id,
    Instant started,
    Instant ended,
    Map<String, String> params,
    List<Metric> metrics,
    Path folder) {

  /**
   * A measured value.
   *
   * @param step steps of the optimiser until then
   */
  public record Metric(String name, double value, Instant time, long step) {}

  public MlflowRun {
    Map<String, String> allowed = new LinkedHashMap<>();
    params.forEach((name, value) -> allowed.put(name(name), value));
    params = Collections.unmodifiableMap(allowed);
    metrics =
        metrics.stream()
            .filter(metric -> Double.isFinite(metric.value()))
            .map(each -> new Metric(name(each.name()), each.value(), each.time(), each.step()))
            .toList();
  }

  /**
   * A training run: settings as parameters, losses by step and validation figures as metrics. The
   * names of metrics are those of the Python package.
   */
  public static MlflowRun of(TrainedRun run) {
    RunRecord record = run.record();
    double seconds = record.seconds().values().stream().mapToDouble(Double::doubleValue).sum();
    return new MlflowRun(
        run.id(),
        record.started(),
        after(record.started(), seconds),
        RunSettings.of(record),
        metrics(record),
        run.folder());
  }

  private static List<Metric> metrics(RunRecord record) {
    List<Metric> metrics = new ArrayList<>();
    for (EpochRecord epoch : record.epochs()) {
      Instant time = after(record.started(), epoch.seconds());
      metrics.add(new Metric("loss", epoch.trainingLoss(), time, epoch.step()));
      metrics.add(new Metric("learning_rate", epoch.learningRate(), time, epoch.step()));
      double validation = epoch.validationLoss().orElse(Double.NaN);
      metrics.add(new Metric("validation_loss", validation, time, epoch.step()));
    }
    if (record.validationMetrics() != null && !record.epochs().isEmpty()) {
      EpochRecord last = record.epochs().getLast();
      addFigures(record, after(record.started(), last.seconds()), last.step(), metrics);
    }
    return metrics;
  }

  private static void addFigures(RunRecord record, Instant time, long step, List<Metric> metrics) {
    Evaluation evaluation = record.validationMetrics();
    double accuracy = evaluation.accuracy().orElse(Double.NaN);
    double auc = evaluation.meanAuc().orElse(Double.NaN);
    double precision = evaluation.meanAveragePrecision().orElse(Double.NaN);
    metrics.add(new Metric("val_acc", accuracy, time, step));
    metrics.add(new Metric("val_auc", auc, time, step));
    metrics.add(new Metric("val_ap", precision, time, step));
    for (ClassMetrics each : evaluation.classes()) {
      int index = record.data().classIds().indexOf(each.classId());
      String name = record.data().classNames().get(index);
      metrics.add(new Metric("val_auc_" + name, each.auc().orElse(Double.NaN), time, step));
      metrics.add(new Metric("val_acc_" + name, each.accuracy().orElse(Double.NaN), time, step));
      metrics.add(
          new Metric("val_ap_" + name, each.averagePrecision().orElse(Double.NaN), time, step));
    }
  }

  private static Instant after(Instant start, double seconds) {
    return start.plusMillis(Math.round(seconds * 1000));
  }

  /** A name as MLflow allows it: letters, digits, underscores, dashes, periods and spaces. */
  static String name(String name) {
    return name.replaceAll("[^\\p{Alnum}_\\-. ]", "_");
  }
}
