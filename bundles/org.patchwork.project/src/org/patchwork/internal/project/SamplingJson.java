// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.core.RowFilter;
import org.patchwork.core.RowFilter.Condition;
import org.patchwork.core.RowFilter.ExcludeStatus;
import org.patchwork.core.RowFilter.LabelStatus;
import org.patchwork.project.PastDraw;

/** Filters and draws as JSON; lists computed elsewhere go by their name. */
final class SamplingJson {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> VALUES = List.of("unknown", "absent", "present"); // from −1 on

  private SamplingJson() {}

  static String text(RowFilter filter) {
    return node(filter).toString();
  }

  static RowFilter filter(String text) throws ProjectFormatException {
    try {
      return filter(JSON.readTree(text));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw damaged("filter", text, e);
    }
  }

  static String text(PastDraw draw) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("sampler", draw.sampler());
    if (draw.classId() != null) {
      node.put("class", draw.classId());
    }
    node.put("seed", draw.seed());
    node.put("reason", draw.reason());
    node.set("filter", node(draw.filter()));
    return node.toString();
  }

  static PastDraw draw(long millis, String text, int[] rows) throws ProjectFormatException {
    try {
      JsonNode node = JSON.readTree(text);
      return new PastDraw(
          Instant.ofEpochMilli(millis),
          node.path("sampler").asText(),
          node.hasNonNull("class") ? node.get("class").asText() : null,
          filter(node.path("filter")),
          node.path("seed").asLong(),
          node.path("reason").asText(),
          rows);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw damaged("draw", text, e);
    }
  }

  private static ProjectFormatException damaged(String what, String text, Exception cause) {
    return new ProjectFormatException(
        "A "
            + what
            + " in the label store cannot be understood: "
            + text
            + ". It may come from a newer version of Patchwork; open the project with that one.",
        cause);
  }

  private static ObjectNode node(RowFilter filter) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("status", name(filter.status()));
    node.put("exclude", name(filter.exclude()));
    filter.conditions().forEach(each -> node.withArray("conditions").add(node(each)));
    return node;
  }

  private static ObjectNode node(Condition condition) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    return switch (condition) {
      case Condition.All all -> node;
      case Condition.Label label ->
          node.put("label", label.classId()).put("value", VALUES.get(label.value() + 1));
      case Condition.Subset subset -> node.put("subset", subset.name());
      case Condition.Predicted predicted ->
          node.put("predicted", predicted.classId())
              .put("min", predicted.min())
              .put("max", predicted.max());
      case Condition.Rows rows -> node.put("list", rows.name());
    };
  }

  private static RowFilter filter(JsonNode node) {
    List<Condition> conditions = new ArrayList<>();
    node.path("conditions").forEach(each -> conditions.add(condition(each)));
    return new RowFilter(
        LabelStatus.valueOf(constant(node, "status")),
        ExcludeStatus.valueOf(constant(node, "exclude")),
        conditions);
  }

  private static Condition condition(JsonNode node) {
    if (node.has("label")) {
      int value = VALUES.indexOf(node.path("value").asText()) + LabelTable.UNKNOWN;
      return new Condition.Label(node.get("label").asText(), (byte) value);
    } else if (node.has("subset")) {
      return new Condition.Subset(node.get("subset").asText());
    } else if (node.has("predicted")) {
      return new Condition.Predicted(
          node.get("predicted").asText(), node.path("min").asDouble(), node.path("max").asDouble());
    } else if (node.has("list")) {
      return new Condition.Rows(node.get("list").asText(), new BitSet());
    }
    throw new IllegalArgumentException("Unknown condition " + node);
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String constant(JsonNode node, String key) {
    return node.path(key).asText().toUpperCase(Locale.ROOT);
  }
}
