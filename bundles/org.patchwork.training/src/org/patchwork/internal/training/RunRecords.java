// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.patchwork.core.ParameterSchema;
import org.patchwork.core.PredictionTable;
import org.patchwork.image.augmentation.AugmentationText;
import org.patchwork.internal.training.direct.DirectModel;
import org.patchwork.learn.DataHash;
import org.patchwork.learn.Evaluation;
import org.patchwork.learn.FeatureSource;
import org.patchwork.learn.Part;
import org.patchwork.learn.RunData;
import org.patchwork.learn.RunRecord;
import org.patchwork.learn.TrainingParameters;
import org.patchwork.learn.TrainingSpec;
import org.patchwork.training.TrainingData;

/** Puts together the record of a finished run. */
public final class RunRecords {
  private RunRecords() {}

  /**
   * The record of a run.
   *
   * @param engine name and version
   * @param predictions or null
   */
  public static RunRecord of(
      TrainingSpec spec,
      TrainingData data,
      TrainedHead head,
      String engine,
      Instant started,
      PredictionTable predictions) {
    return new RunRecord(
        RunRecord.FORMAT,
        spec.name(),
        started,
        head.log().outcome(),
        software(engine, head),
        head.task().design().spec(),
        head.task().design().lossId(),
        head.task().design().lossParameters(),
        ParameterSchema.of(TrainingParameters.class).values(spec.parameters()),
        data(data, head.task().rows()),
        head.model().parameterCount(),
        head.log().epochs(),
        head.log().bestEpoch(),
        head.seconds(),
        evaluation(data, predictions, Part.TRAINING),
        evaluation(data, predictions, Part.VALIDATION),
        live(spec),
        unlabelled(spec));
  }

  /** How the extractor took part; empty for stored features. */
  private static Map<String, Object> live(TrainingSpec spec) {
    Map<String, Object> values = new LinkedHashMap<>();
    if (spec.source() instanceof FeatureSource.Live live) {
      values.put("augmentation", AugmentationText.format(live.augmentation()));
      values.put("fineTuneAfter", live.fineTuneAfter());
      values.put("extractorRate", live.extractorRate());
    }
    return values;
  }

  /** The use made of unlabelled images; empty for none. */
  private static Map<String, Object> unlabelled(TrainingSpec spec) {
    Map<String, Object> values = new LinkedHashMap<>();
    spec.unlabelled()
        .ifPresent(
            use -> {
              values.put("semiSupervised", use.id());
              values.put("parameters", use.parameters());
              values.put("unlabelledWeight", use.weight());
              values.put("unlabelledRatio", use.ratio());
              values.put("strongAugmentation", AugmentationText.format(use.strong()));
            });
    return values;
  }

  private static Map<String, String> software(String engine, TrainedHead head) {
    Map<String, String> software = software(engine);
    software.put("trainer", head.model() instanceof DirectModel ? "plain Java" : engine);
    return software;
  }

  private static RunData data(TrainingData data, RowChoice rows) {
    return new RunData(
        DataHash.of(data.labels()),
        data.featureSet(),
        data.featureHash().isEmpty() ? DataHash.of(data.features()) : data.featureHash(),
        Arrays.stream(data.features().shape()).boxed().toList(),
        data.labels().classIds(),
        data.classNames(),
        data.exclusive(),
        data.labels().rows(),
        rows.training().cardinality(),
        rows.validation().length);
  }

  private static Evaluation evaluation(TrainingData data, PredictionTable predictions, Part part) {
    return predictions == null ? null : Evaluation.of(data.labels(), predictions, part);
  }

  /** Names and versions of what computed a run. */
  public static Map<String, String> software(String engine) {
    Map<String, String> software = new LinkedHashMap<>();
    Bundle bundle = FrameworkUtil.getBundle(RunRecords.class);
    software.put("patchwork", bundle == null ? "development" : bundle.getVersion().toString());
    software.put("engine", engine);
    software.put("java", System.getProperty("java.vendor") + " " + Runtime.version());
    software.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    return software;
  }
}
