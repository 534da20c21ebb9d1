// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.patchwork.core.CsvField;
import org.patchwork.learn.ClassMetrics;
import org.patchwork.training.CurvePoint;

/**
 * Writes {@code curve.csv}: one row per sampler, seed and number of labels; empty where a measure
 * is not defined.
 */
public final class CurveTable {
  private CurveTable() {}

  /** Writes the file. */
  public static void write(List<CurvePoint> points, Path file) throws IOException {
    List<String> classes =
        points.get(0).evaluation().classes().stream().map(ClassMetrics::classId).toList();
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write("sampler,seed,labels,accuracy,mean_auc,mean_ap");
      for (String name : classes) {
        out.write("," + CsvField.of("ap_" + name));
      }
      out.write("\n");
      for (CurvePoint point : points) {
        out.write(row(point));
      }
    }
  }

  private static String row(CurvePoint point) {
    return CsvField.of(point.sampler())
        + ","
        + point.seed()
        + ","
        + point.labels()
        + ","
        + number(point.evaluation().accuracy())
        + ","
        + number(point.evaluation().meanAuc())
        + ","
        + number(point.evaluation().meanAveragePrecision())
        + point.evaluation().classes().stream()
            .map(entry -> "," + number(entry.averagePrecision()))
            .collect(Collectors.joining())
        + "\n";
  }

  private static String number(OptionalDouble value) {
    return value.isPresent() ? Double.toString(value.getAsDouble()) : "";
  }
}
