// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.designs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.patchwork.cli.CommandResult;
import org.patchwork.core.Catalog;
import org.patchwork.core.StoredDesign;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.Algorithms;
import org.patchwork.learn.design.DesignOutline;
import org.patchwork.learn.design.DesignText;
import org.patchwork.learn.network.NetworkSketch;
import org.patchwork.project.FeatureSet;
import org.patchwork.project.ProjectSession;
import org.patchwork.project.designs.Designs;

/** What the commands about designs have to say. */
final class DesignReport {
  private final ProjectSession session;
  private final Algorithms algorithms;

  DesignReport(ProjectSession session, Algorithms algorithms) {
    this.session = session;
    this.algorithms = algorithms;
  }

  /** All designs, the one in use marked. */
  CommandResult list() {
    Designs designs = new Designs(session.model());
    String active = designs.active().map(StoredDesign::name).orElse("");
    CommandResult.Builder result = CommandResult.builder();
    List<Map<String, Object>> entries = new ArrayList<>();
    if (designs.all().isEmpty()) {
      result.line("The project has no design of its own yet, so the default one is trained.");
      result.line("Make one with: patchwork designs add %s NAME", session.folder());
    }
    for (StoredDesign design : designs.all()) {
      boolean used = design.name().equals(active);
      Map<String, Object> values = values(design);
      values.put("inUse", used);
      entries.add(values);
      result.line(
          "%s %-20s %s → %s  %s",
          used ? "*" : " ",
          design.name(),
          name(algorithms.fineTuningModels(), design.fineTuningId()),
          name(algorithms.outputModels(), design.outputId()),
          summary(design, values));
    }
    return result.value("designs", entries).value("inUse", active).build();
  }

  private String summary(StoredDesign design, Map<String, Object> values) {
    int[] features = features();
    if (features == null || session.classes().isEmpty()) {
      return "";
    }
    try {
      DesignOutline outline =
          DesignOutline.of(DesignText.read(design), features, session.classes().size(), algorithms);
      values.put("parameters", outline.parameterCount());
      return String.format(Locale.ENGLISH, "%,d parameters", outline.parameterCount());
    } catch (TrainingException | IllegalArgumentException e) {
      values.put("problem", e.getMessage());
      return e.getMessage();
    }
  }

  private static String name(Catalog<?> catalog, String id) {
    return catalog
        .find(id)
        .map(found -> found.name())
        .orElse(id.isEmpty() ? "" : id + " (not installed)");
  }

  /** The design as values for machines. */
  static Map<String, Object> values(StoredDesign design) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", design.name());
    values.put("fineTuning", design.fineTuningId());
    values.put("fineTuningParameters", design.fineTuning());
    values.put("output", design.outputId());
    values.put("outputParameters", design.output());
    values.put("loss", design.lossId());
    values.put("lossParameters", design.loss());
    values.put("classWeights", design.classWeights());
    return values;
  }

  /** The boxes of a network, as values for machines. */
  static List<Map<String, Object>> values(NetworkSketch sketch) {
    List<Map<String, Object>> boxes = new ArrayList<>();
    for (NetworkSketch.Box box : sketch.boxes()) {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("kind", box.kind().name().toLowerCase(Locale.ROOT));
      values.put("title", box.title());
      values.put("detail", box.detail());
      values.put("shape", box.shape());
      values.put("parameters", box.parameters());
      values.put("inputs", box.inputs());
      boxes.add(values);
    }
    return boxes;
  }

  /** Shape of one row of the features in use, or null if there are none. */
  int[] features() {
    FeatureSet features = session.activeFeatures();
    return features == null
        ? null
        : features.shape().stream().mapToInt(Integer::intValue).toArray();
  }
}
