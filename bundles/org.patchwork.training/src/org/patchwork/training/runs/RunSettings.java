// SPDX-License-Identifier: MIT
package org.patchwork.training.runs;

import java.util.LinkedHashMap;
import java.util.Map;
import org.patchwork.learn.ModelDesignSpec;
import org.patchwork.learn.RunData;
import org.patchwork.learn.RunRecord;

/** Everything a run was told, as text by name, in the order in which people ask for it. */
public final class RunSettings {
  private RunSettings() {}

  /** The settings of a run: data, model, loss, training. */
  public static Map<String, String> of(RunRecord record) {
    Map<String, String> settings = new LinkedHashMap<>();
    data(record.data(), settings);
    ModelDesignSpec design = record.design();
    settings.put("model", shortId(design.fineTuningId()));
    add("model.", design.fineTuning(), settings);
    settings.put("output", shortId(design.outputId()));
    add("output.", design.output(), settings);
    settings.put("loss", shortId(record.lossId()));
    add("loss.", record.loss(), settings);
    settings.put("classWeights", String.valueOf(design.classWeights()));
    add("", record.training(), settings);
    record.software().forEach((name, version) -> settings.put("software." + name, version));
    return settings;
  }

  private static void data(RunData data, Map<String, String> settings) {
    settings.put("features", data.featureSet());
    settings.put("trainingImages", Integer.toString(data.trainingRows()));
    settings.put("validationImages", Integer.toString(data.validationRows()));
    settings.put("classes", String.join(", ", data.classNames()));
    settings.put("labels", data.labelHash());
  }

  private static void add(String prefix, Map<String, Object> values, Map<String, String> settings) {
    values.forEach((name, value) -> settings.put(prefix + name, String.valueOf(value)));
  }

  private static String shortId(String id) {
    return id.substring(id.lastIndexOf('.') + 1);
  }
}
