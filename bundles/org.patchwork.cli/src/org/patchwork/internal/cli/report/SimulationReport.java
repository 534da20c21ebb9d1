// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.patchwork.learn.ClassMetrics;
import org.patchwork.learn.Evaluation;
import org.patchwork.training.CurvePoint;

/** Writes {@code report.html} of a simulation. */
public final class SimulationReport {
  private final List<CurvePoint> points;
  private final List<CurveSummary> accuracy;

  public SimulationReport(List<CurvePoint> points) {
    this.points = points;
    this.accuracy = CurveSummary.of(points, Evaluation::accuracy);
  }

  /**
   * Writes the page.
   *
   * @param about what was simulated, in a sentence or two
   * @param figures values and their names, for the row of large numbers
   * @param footer when and with what it was made
   */
  public void write(String about, List<String[]> figures, String footer, Path file)
      throws IOException {
    HtmlPage page = new HtmlPage("Learning curves", about);
    page.figures(
        figures.stream().map(figure -> new HtmlPage.Figure(figure[0], figure[1])).toList());
    curves(page, "Accuracy", accuracy);
    page.heading("Accuracy in figures").paragraph("Mean ± standard deviation over the seeds.");
    table(page, accuracy);
    curves(
        page, "Mean average precision", CurveSummary.of(points, Evaluation::meanAveragePrecision));
    curves(page, "Mean AUC", CurveSummary.of(points, Evaluation::meanAuc));
    classes(page);
    page.write(footer, file);
  }

  private static void curves(HtmlPage page, String name, List<CurveSummary> curves) {
    page.heading(name);
    page.drawing(SvgChart.curves("Labelled images", name, curves));
    page.legend(
        curves.stream().map(CurveSummary::sampler).toList(),
        IntStream.range(0, curves.size()).mapToObj(Palette::color).toList());
  }

  private static void table(HtmlPage page, List<CurveSummary> curves) {
    List<String> header = new ArrayList<>(List.of("Labels"));
    curves.forEach(curve -> header.add(curve.sampler()));
    int[] labels =
        curves.stream()
            .flatMapToInt(curve -> IntStream.of(curve.labels()))
            .distinct()
            .sorted()
            .toArray();
    List<List<String>> rows = new ArrayList<>();
    for (int count : labels) {
      List<String> row = new ArrayList<>(List.of(String.format(Locale.ROOT, "%,d", count)));
      curves.forEach(curve -> row.add(cell(curve, count)));
      rows.add(row);
    }
    page.table(header, rows);
  }

  private static String cell(CurveSummary curve, int count) {
    int at = java.util.Arrays.binarySearch(curve.labels(), count);
    return at < 0
        ? ""
        : String.format(Locale.ROOT, "%.3f ± %.3f", curve.mean()[at], curve.spread()[at]);
  }

  private void classes(HtmlPage page) {
    page.heading("Average precision of each class at the end");
    List<String> header = new ArrayList<>(List.of("Class"));
    accuracy.forEach(curve -> header.add(curve.sampler()));
    List<ClassMetrics> classes = points.get(0).evaluation().classes();
    List<List<String>> rows = new ArrayList<>();
    for (int c = 0; c < classes.size(); c++) {
      int index = c;
      Function<Evaluation, OptionalDouble> measure =
          evaluation -> evaluation.classes().get(index).averagePrecision();
      List<String> row = new ArrayList<>(List.of(classes.get(c).classId()));
      for (CurveSummary curve : CurveSummary.of(points, measure)) {
        row.add(curve.size() == 0 ? "n/a" : cell(curve, curve.labels()[curve.size() - 1]));
      }
      rows.add(row);
    }
    page.table(header, rows);
  }
}
