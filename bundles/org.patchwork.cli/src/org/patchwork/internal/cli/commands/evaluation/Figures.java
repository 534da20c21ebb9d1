// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.internal.cli.Numbers;
import org.patchwork.learn.AccuracyEstimate;
import org.patchwork.learn.evaluation.BinaryCounts;
import org.patchwork.learn.evaluation.Estimate;
import org.patchwork.model.LabelClass;
import org.patchwork.project.ProjectSession;

/** Figures as values for machines and as text for people. */
final class Figures {
  private Figures() {}

  /** The predictions shown in a project. */
  static PredictionTable predictions(ProjectSession session) throws ProjectFormatException {
    PredictionTable predictions = session.predictions();
    if (predictions == null) {
      throw new ProjectFormatException(
          "The project "
              + session.name()
              + " has no predictions yet. Run: patchwork train "
              + session.folder());
    }
    return predictions;
  }

  /** Name of a class, or its id if it was removed since. */
  static String name(ProjectSession session, String classId) {
    LabelClass found = session.classById(classId);
    return found == null ? classId : found.getName();
  }

  static Map<String, Object> counts(BinaryCounts counts) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("truePositives", counts.truePositives());
    values.put("falsePositives", counts.falsePositives());
    values.put("falseNegatives", counts.falseNegatives());
    values.put("trueNegatives", counts.trueNegatives());
    values.put("precision", Numbers.boxed(counts.precision()));
    values.put("recall", Numbers.boxed(counts.recall()));
    values.put("f1", Numbers.boxed(counts.f1()));
    return values;
  }

  /** The estimate, or null. */
  static Map<String, Object> values(AccuracyEstimate estimate) {
    if (estimate == null) {
      return null;
    }
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("mean", estimate.mean());
    values.put("low", estimate.low());
    values.put("high", estimate.high());
    values.put("baseRate", estimate.baseRate());
    values.put("aboveBaseRate", estimate.aboveBaseRate());
    return values;
  }

  /** The estimate, or null. */
  static Map<String, Object> values(Estimate estimate) {
    if (estimate == null) {
      return null;
    }
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("value", estimate.value());
    values.put("low", estimate.low());
    values.put("high", estimate.high());
    values.put("effectiveSize", estimate.effective());
    return values;
  }

  /** {@code 0.864 (0.807-0.913)}, or n/a. */
  static String text(AccuracyEstimate estimate) {
    return estimate == null
        ? "n/a"
        : String.format(
            Locale.ENGLISH, "%.3f (%.3f-%.3f)", estimate.mean(), estimate.low(), estimate.high());
  }

  /** As the other. */
  static String text(Estimate estimate) {
    return estimate == null
        ? "n/a"
        : String.format(
            Locale.ENGLISH, "%.3f (%.3f-%.3f)", estimate.value(), estimate.low(), estimate.high());
  }

  /** Lines with columns of equal width, the first to the left, the others to the right. */
  static List<String> table(List<List<String>> cells) {
    int columns = cells.getFirst().size();
    int[] widths = new int[columns];
    for (List<String> line : cells) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> line : cells) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        String pad = " ".repeat(widths[i] - line.get(i).length());
        text.append(i == 0 ? line.get(i) + pad : "  " + pad + line.get(i));
      }
      lines.add(text.toString().stripTrailing());
    }
    return lines;
  }
}
