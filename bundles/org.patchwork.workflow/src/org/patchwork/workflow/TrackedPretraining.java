// SPDX-License-Identifier: MIT
package org.patchwork.workflow;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.patchwork.pretraining.FeatureCheck;
import org.patchwork.pretraining.PretrainingEpoch;
import org.patchwork.pretraining.PretrainingRecord;
import org.patchwork.pretraining.PretrainingRun;
import org.patchwork.training.runs.MlflowRun;

/**
 * Pre-training as MLflow knows runs: settings as parameters, what came of each epoch as metrics.
 */
final class TrackedPretraining {
  private TrackedPretraining() {}

  /**
   * A run; the names of metrics are those of its TensorBoard curves.
   *
   * @param folder where its files lie, named like the run
   */
  static MlflowRun of(PretrainingRecord record, Path folder) {
    String name = String.valueOf(folder.getFileName());
    Instant started = Instant.parse(record.started());
    Map<String, String> params = new LinkedHashMap<>();
    record.settings().forEach((key, value) -> params.put(key, value.toString()));
    List<MlflowRun.Metric> metrics = new ArrayList<>();
    double[] elapsed = new PretrainingRun(name, folder, record, null).elapsed();
    Instant time = started;
    for (int i = 0; i < elapsed.length; i++) {
      time = Double.isFinite(elapsed[i]) ? started.plusMillis((long) (1000 * elapsed[i])) : time;
      add(record.epochs().get(i), time, metrics);
    }
    return new MlflowRun(name, started, time, params, metrics, folder);
  }

  private static void add(PretrainingEpoch epoch, Instant time, List<MlflowRun.Metric> metrics) {
    FeatureCheck check = epoch.check();
    Map<String, Double> values = new LinkedHashMap<>(epoch.measures());
    values.put("linear_classification_accuracy", check.probeAccuracy());
    values.put("neighbour_accuracy", check.neighbourAccuracy());
    values.put("alignment", check.alignment());
    values.put("uniformity", check.uniformity());
    values.put("feature_spread", check.spread());
    values.put("feature_rank", check.rank());
    values.values().removeIf(value -> value == null);
    values.forEach(
        (name, value) -> metrics.add(new MlflowRun.Metric(name, value, time, epoch.steps())));
  }
}
