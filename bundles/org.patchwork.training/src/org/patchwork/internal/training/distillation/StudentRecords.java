// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.distillation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ParameterSchema;
import org.patchwork.core.PredictionTable;
import org.patchwork.internal.training.RunRecords;
import org.patchwork.learn.DataHash;
import org.patchwork.learn.EpochRecord;
import org.patchwork.learn.Evaluation;
import org.patchwork.learn.ModelDesignSpec;
import org.patchwork.learn.Part;
import org.patchwork.learn.RunData;
import org.patchwork.learn.RunRecord;
import org.patchwork.training.distillation.DistillationParameters;
import org.patchwork.training.distillation.DistillationSpec;

/**
 * Puts together {@code run.json} of a student, so that it can be listed, compared and evaluated
 * like every run. Its settings stand in the design, since they are not those of Train.
 *
 * @param engine name and version
 */
record StudentRecords(
    DistillationSpec spec, TeacherTargets targets, StudentNetwork network, String engine) {
  /** Stands where the design of a model stands in other runs. */
  static final String METHOD = "org.patchwork.training.distillation";

  RunRecord record(
      PredictionTable predictions,
      int trainingRows,
      long parameterCount,
      List<EpochRecord> epochs,
      Instant started,
      Map<String, Double> seconds) {
    LabelTable labels = targets.data().labels();
    return new RunRecord(
        RunRecord.FORMAT,
        spec.name(),
        started,
        RunRecord.Outcome.COMPLETED,
        RunRecords.software(engine),
        new ModelDesignSpec(METHOD, settings(), "", Map.of()),
        "",
        Map.of(),
        Map.of(),
        data(predictions, trainingRows),
        parameterCount,
        epochs,
        epochs.size(),
        seconds,
        Evaluation.of(labels, predictions, Part.TRAINING),
        Evaluation.of(labels, predictions, Part.VALIDATION));
  }

  private Map<String, Object> settings() {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("teacher", targets.teacher().source());
    settings.put("network", network.network());
    network.networkParameters().forEach((name, value) -> settings.put("network." + name, value));
    settings.putAll(ParameterSchema.of(DistillationParameters.class).values(spec.parameters()));
    return settings;
  }

  private RunData data(PredictionTable predictions, int trainingRows) {
    LabelTable labels = targets.data().labels();
    int held = 0;
    for (int row = 0; row < labels.rows(); row++) {
      held += Part.VALIDATION.contains(labels, row) && targets.labelled(row) ? 1 : 0;
    }
    DistillationParameters parameters = spec.parameters();
    return new RunData(
        DataHash.of(labels),
        "",
        "",
        List.of(parameters.size(), parameters.size(), parameters.channels()),
        predictions.classIds(),
        targets.classNames(),
        predictions.exclusive(),
        labels.rows(),
        trainingRows,
        held);
  }
}
