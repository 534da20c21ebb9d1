// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.patchwork.cli.CommandContext;
import org.patchwork.core.PatchworkException;
import org.patchwork.learn.Evaluation;
import org.patchwork.training.CurvePoint;

/**
 * The files a simulation leaves in its folder.
 *
 * @param folder the folder
 */
public record SimulationFiles(Path folder) {

  /** The points as a table. */
  public Path csv() {
    return folder.resolve("curve.csv");
  }

  /** The curves as a picture. */
  public Path chart() {
    return folder.resolve("curve.png");
  }

  /** The page. */
  public Path report() {
    return folder.resolve("report.html");
  }

  /** The paths for machines. */
  public Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("csv", csv().toString());
    values.put("chart", chart().toString());
    values.put("report", report().toString());
    return values;
  }

  /**
   * Writes all files.
   *
   * @param about what was simulated
   */
  public void write(List<CurvePoint> points, String about, CommandContext context)
      throws PatchworkException {
    List<CurveSummary> accuracy = CurveSummary.of(points, Evaluation::accuracy);
    try {
      Files.createDirectories(folder);
      CurveTable.write(points, csv());
      CurveChart.write("Learning curves", accuracy, chart());
      new SimulationReport(points).write(about, figures(accuracy), Footer.of(context), report());
    } catch (IOException e) {
      throw new PatchworkException(
          "The results cannot be written to "
              + folder
              + ": "
              + e.getMessage()
              + ". Choose another folder with --out.",
          e);
    }
  }

  private static List<String[]> figures(List<CurveSummary> curves) {
    List<String[]> figures = new ArrayList<>();
    for (CurveSummary curve : curves) {
      curve
          .last()
          .ifPresent(
              value ->
                  figures.add(
                      new String[] {
                        String.format("%.3f", value),
                        curve.sampler()
                            + ", "
                            + String.format("%,d", curve.labels()[curve.size() - 1])
                            + " labels"
                      }));
    }
    return figures;
  }
}
