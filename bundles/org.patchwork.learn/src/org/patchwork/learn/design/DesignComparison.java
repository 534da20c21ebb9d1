// SPDX-License-Identifier: MIT
package org.patchwork.learn.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.patchwork.core.Algorithm;
import org.patchwork.core.Catalog;
import org.patchwork.core.Contribution;
import org.patchwork.core.Parameter;
import org.patchwork.core.ParameterSchema;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.Algorithms;
import org.patchwork.learn.ModelDesignSpec;

/**
 * Designs side by side.
 *
 * @param names what the designs are called
 * @param lines what is compared, one value per design
 */
public record DesignComparison(List<String> names, List<Line> lines) {

  /**
   * One thing that is compared.
   *
   * @param label what it is
   * @param values its value in each design; empty where a design has no such thing
   */
  public record Line(String label, List<String> values) {
    public Line {
      values = List.copyOf(values);
    }

    /** True if the designs do not agree. */
    public boolean differs() {
      return values.stream().distinct().count() > 1;
    }
  }

  public DesignComparison {
    names = List.copyOf(names);
    lines = List.copyOf(lines);
  }

  /** Only what the designs do not agree in. */
  public DesignComparison differences() {
    return new DesignComparison(names, lines.stream().filter(Line::differs).toList());
  }

  /**
   * Compares designs.
   *
   * @param designs by name, in order
   * @param features shape of one row of features, or null to leave out what follows from them
   * @param classes number of classes; 0 also leaves that out
   */
  public static DesignComparison of(
      Map<String, ModelDesignSpec> designs, int[] features, int classes, Algorithms algorithms) {
    List<Line> lines =
        new ArrayList<>(
            lines(designs.values().stream().map(d -> settings(d, algorithms)).toList()));
    if (features != null && classes > 0) {
      lines.addAll(
          lines(
              designs.values().stream()
                  .map(d -> outline(d, features, classes, algorithms))
                  .toList()));
    }
    return new DesignComparison(List.copyOf(designs.keySet()), lines);
  }

  /** One line for each label that one of the columns has, in the order in which they come. */
  private static List<Line> lines(List<Map<String, String>> columns) {
    Map<String, Line> lines = new LinkedHashMap<>();
    for (Map<String, String> column : columns) {
      for (String label : column.keySet()) {
        List<String> values = columns.stream().map(other -> other.getOrDefault(label, "")).toList();
        lines.putIfAbsent(label, new Line(label, values));
      }
    }
    return List.copyOf(lines.values());
  }

  private static Map<String, String> settings(ModelDesignSpec design, Algorithms algorithms) {
    Map<String, String> column = new LinkedHashMap<>();
    part(
        column,
        "Fine-tuning",
        algorithms.fineTuningModels(),
        design.fineTuningId(),
        design.fineTuning());
    part(column, "Output", algorithms.outputModels(), design.outputId(), design.output());
    if (design.hasOwnLoss()) {
      column.put("Loss", "that of the output");
    } else {
      part(column, "Loss", algorithms.losses(), design.lossId(), design.loss());
    }
    column.put("Class weights", Parameter.choiceName(design.classWeights()));
    return column;
  }

  /** A part by its name and every parameter; as it is stored where it is not installed. */
  private static <T extends Algorithm<?>> void part(
      Map<String, String> column,
      String title,
      Catalog<T> catalog,
      String id,
      Map<String, Object> values) {
    Contribution<T> found = catalog.find(id).orElse(null);
    column.put(title, found == null ? id + " (not installed)" : found.name());
    if (found == null) {
      values.forEach((name, value) -> column.put(title + ": " + name, String.valueOf(value)));
      return;
    }
    for (Parameter parameter : ParameterSchema.of(found.instance().parameterType()).parameters()) {
      Object value = values.getOrDefault(parameter.name(), parameter.defaultValue());
      column.put(title + ": " + parameter.param().label(), plain(parameter, value));
    }
  }

  /** A value in one form, whether it comes from a form or from a file. */
  private static String plain(Parameter parameter, Object value) {
    try {
      Object converted = parameter.convert(value);
      return converted instanceof Enum<?>
          ? Parameter.choiceName(converted)
          : String.valueOf(converted);
    } catch (IllegalArgumentException e) {
      return value + " (does not fit)";
    }
  }

  private static Map<String, String> outline(
      ModelDesignSpec design, int[] features, int classes, Algorithms algorithms) {
    Map<String, String> column = new LinkedHashMap<>();
    try {
      DesignOutline outline = DesignOutline.of(design, features, classes, algorithms);
      column.put("Values before the output", DesignOutline.shape(outline.vector()));
      column.put(
          "Parameters", String.format(java.util.Locale.ENGLISH, "%,d", outline.parameterCount()));
      column.put("Fits", "yes");
    } catch (TrainingException | IllegalArgumentException e) {
      column.put("Fits", "no: " + e.getMessage());
    }
    return column;
  }
}
