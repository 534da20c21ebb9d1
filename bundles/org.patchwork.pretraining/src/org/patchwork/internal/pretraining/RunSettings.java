// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.patchwork.pretraining.PretrainingRecord;

/** The settings of a run as {@code config.yml}. */
final class RunSettings {
  private RunSettings() {}

  /** The settings in sections; numbers and texts are written as JSON, which is YAML, too. */
  static String yaml(PretrainingRecord record) {
    Map<String, Object> run = new LinkedHashMap<>(record.parameters());
    Object notes = run.remove("notes");
    StringBuilder text = new StringBuilder();
    text.append("notes: ").append(json(notes == null ? "" : notes)).append('\n');
    text.append("started: ").append(json(record.started())).append('\n');
    text.append("engine: ").append(json(record.engine())).append('\n');
    text.append("images: ").append(record.images()).append('\n');
    section(text, "method", record.trainer(), record.trainerParameters());
    section(text, "network", record.network(), record.networkParameters());
    text.append("run:\n");
    run.forEach((name, value) -> entry(text, "  ", name, value));
    return text.toString();
  }

  private static void section(
      StringBuilder text, String title, String id, Map<String, Object> values) {
    text.append(title).append(":\n");
    entry(text, "  ", "id", id);
    values.forEach((name, value) -> entry(text, "  ", name, value));
  }

  private static void entry(StringBuilder text, String indent, String name, Object value) {
    text.append(indent).append(name).append(": ").append(json(value)).append('\n');
  }

  private static String json(Object value) {
    try {
      return JsonMapper.builder().build().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A setting cannot be written", e);
    }
  }
}
