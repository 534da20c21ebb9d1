// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.ILog;
import org.patchwork.core.Algorithm;
import org.patchwork.core.Catalog;
import org.patchwork.core.Contribution;
import org.patchwork.core.Parameter;
import org.patchwork.core.ParameterSchema;
import org.patchwork.learn.encoder.EncoderNetwork;
import org.patchwork.learn.encoder.Trainer;
import org.patchwork.pretraining.PretrainingParameters;
import org.patchwork.pretraining.PretrainingSpec;
import org.patchwork.project.ProjectSession;
import org.patchwork.ui.UiThread;

/**
 * What is pre-trained next, as it stands in a project: ids of method and network, their parameters
 * and all others as text by name.
 *
 * @param trainers the installed methods
 * @param networks the networks there are
 * @param thread hears of writes that failed
 */
record StoredPretraining(
    Catalog<Trainer<?>> trainers, Catalog<EncoderNetwork<?>> networks, UiThread thread) {
  private static final String METHOD = "method";
  private static final String NETWORK = "network";

  /**
   * What a project says; empty if it says nothing.
   *
   * @throws IllegalArgumentException if this product has no such method or setting; says which
   */
  Optional<PretrainingSpec> read(ProjectSession session) {
    Map<String, String> texts = session == null ? Map.of() : session.model().getPretraining().map();
    if (!texts.containsKey(METHOD) || !texts.containsKey(NETWORK)) {
      return Optional.empty();
    }
    Contribution<Trainer<?>> method = trainers.require(texts.get(METHOD));
    Contribution<EncoderNetwork<?>> network = networks.require(texts.get(NETWORK));
    Map<String, Object> others = new LinkedHashMap<>();
    texts.forEach(
        (name, text) -> {
          if (!name.matches(METHOD + "(\\..*)?|" + NETWORK + "(\\..*)?")) {
            others.put(name, text);
          }
        });
    return Optional.of(
        new PretrainingSpec(
            method.id(),
            values(method.instance(), texts, METHOD),
            network.id(),
            values(network.instance(), texts, NETWORK),
            ParameterSchema.of(PretrainingParameters.class).create(others)));
  }

  private static <P extends Record> Map<String, Object> values(
      Algorithm<P> algorithm, Map<String, String> texts, String prefix) {
    Map<String, Object> own = new LinkedHashMap<>();
    String start = prefix + ".";
    texts.forEach(
        (name, text) -> {
          if (name.startsWith(start)) {
            own.put(name.substring(start.length()), text);
          }
        });
    ParameterSchema<P> schema = ParameterSchema.of(algorithm.parameterType());
    return own.isEmpty() ? Map.of() : schema.values(schema.create(own));
  }

  /** Writes it into a project in the background, unless it is open for reading only. */
  void write(ProjectSession session, PretrainingSpec spec) {
    if (session == null || session.readOnly() || spec.trainer().isEmpty()) {
      return;
    }
    Map<String, String> texts = texts(spec);
    thread.deliver(
        session.updateSettings(
            project -> {
              project.getPretraining().clear();
              project.getPretraining().putAll(texts);
            }),
        done -> {},
        error ->
            ILog.of(StoredPretraining.class)
                .warn("The settings could not be stored: " + error.getMessage(), error));
  }

  private static Map<String, String> texts(PretrainingSpec spec) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(METHOD, spec.trainer());
    texts.put(NETWORK, spec.network());
    spec.trainerParameters().forEach((name, value) -> put(texts, METHOD + "." + name, value));
    spec.networkParameters().forEach((name, value) -> put(texts, NETWORK + "." + name, value));
    ParameterSchema.of(PretrainingParameters.class)
        .values(spec.parameters())
        .forEach((name, value) -> put(texts, name, value));
    return texts;
  }

  private static void put(Map<String, String> texts, String name, Object value) {
    texts.put(name, value instanceof Enum<?> ? Parameter.choiceName(value) : String.valueOf(value));
  }
}
