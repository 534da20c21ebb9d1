// SPDX-License-Identifier: MIT
package org.patchwork.learn.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.patchwork.core.ProjectFormatException;

/** {@code calibration.json}, so written that other programs can apply it. */
final class CalibrationJson {
  private static final int FORMAT = 1;

  private CalibrationJson() {}

  private static ObjectMapper mapper() {
    return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  }

  static byte[] write(CalibrationRecord record) throws JsonProcessingException {
    ObjectMapper mapper = mapper();
    ObjectNode root = mapper.createObjectNode();
    root.put("format", FORMAT);
    root.put("method", record.calibration().method().name());
    root.put("wanted", record.settings().method().name());
    root.put("rule", record.settings().thresholds().name());
    root.put("target", record.settings().target());
    root.put("exclusive", record.calibration().exclusive());
    root.put("rows", record.rows());
    record.errorBefore().ifPresent(error -> root.put("errorBefore", error));
    record.errorAfter().ifPresent(error -> root.put("errorAfter", error));
    record.errorByChance().ifPresent(error -> root.put("errorByChance", error));
    ArrayNode classes = root.putArray("classes");
    for (int c = 0; c < record.choices().size(); c++) {
      write(classes.addObject(), record.calibration().maps().get(c), record.choices().get(c));
    }
    return mapper.writeValueAsBytes(root);
  }

  private static void write(ObjectNode node, ProbabilityMap map, ThresholdChoice choice) {
    node.put("id", choice.classId());
    switch (map) {
      case ProbabilityMap.Logistic logistic ->
          node.put("scale", logistic.scale()).put("offset", logistic.offset());
      case ProbabilityMap.Isotonic isotonic -> {
        ArrayNode inputs = node.putArray("inputs");
        ArrayNode outputs = node.putArray("outputs");
        for (int i = 0; i < isotonic.inputs().length; i++) {
          inputs.add(isotonic.inputs()[i]);
          outputs.add(isotonic.outputs()[i]);
        }
      }
    }
    node.put("threshold", choice.threshold());
    node.put("truePositives", choice.counts().truePositives());
    node.put("falsePositives", choice.counts().falsePositives());
    node.put("falseNegatives", choice.counts().falseNegatives());
    node.put("trueNegatives", choice.counts().trueNegatives());
    if (!choice.problem().isEmpty()) {
      node.put("problem", choice.problem());
    }
  }

  static CalibrationRecord read(Path file) throws ProjectFormatException {
    try {
      JsonNode root = mapper().readTree(Files.readAllBytes(file));
      if (root.path("format").asInt() != FORMAT) {
        throw new ProjectFormatException(
            file + " was written by a newer version of Patchwork. Calibrate the run again.");
      }
      return read(root);
    } catch (IOException | IllegalArgumentException e) {
      throw new ProjectFormatException(
          file + " cannot be read: " + e.getMessage() + ". Delete it or calibrate the run again.",
          e);
    }
  }

  private static CalibrationRecord read(JsonNode root) {
    CalibrationSettings settings =
        new CalibrationSettings(
            CalibrationMethod.valueOf(root.path("wanted").asText()),
            ThresholdRule.valueOf(root.path("rule").asText()),
            root.path("target").asDouble());
    List<String> ids = new ArrayList<>();
    List<ProbabilityMap> maps = new ArrayList<>();
    List<ThresholdChoice> choices = new ArrayList<>();
    for (JsonNode node : root.path("classes")) {
      ids.add(node.path("id").asText());
      maps.add(map(node));
      choices.add(choice(node));
    }
    boolean exclusive = root.path("exclusive").asBoolean();
    return new CalibrationRecord(
        settings,
        new Calibration(
            CalibrationMethod.valueOf(root.path("method").asText()), exclusive, ids, maps),
        choices,
        root.path("rows").asInt(),
        optional(root.path("errorBefore")),
        optional(root.path("errorAfter")),
        optional(root.path("errorByChance")));
  }

  private static ProbabilityMap map(JsonNode node) {
    if (node.has("inputs")) {
      return new ProbabilityMap.Isotonic(doubles(node.get("inputs")), doubles(node.get("outputs")));
    }
    return new ProbabilityMap.Logistic(
        node.path("scale").asDouble(1), node.path("offset").asDouble());
  }

  private static double[] doubles(JsonNode array) {
    double[] values = new double[array == null ? 0 : array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.get(i).asDouble();
    }
    return values;
  }

  private static ThresholdChoice choice(JsonNode node) {
    return new ThresholdChoice(
        node.path("id").asText(),
        node.path("threshold").asDouble(),
        new BinaryCounts(
            node.path("truePositives").asInt(),
            node.path("falsePositives").asInt(),
            node.path("falseNegatives").asInt(),
            node.path("trueNegatives").asInt()),
        node.path("problem").asText(""));
  }

  private static OptionalDouble optional(JsonNode node) {
    return node.isNumber() ? OptionalDouble.of(node.asDouble()) : OptionalDouble.empty();
  }
}
