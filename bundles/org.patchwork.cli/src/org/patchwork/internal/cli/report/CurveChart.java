// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/**
 * Draws {@code curve.png}: the mean of each sampler over the number of labels, with a band of one
 * standard deviation.
 */
public final class CurveChart {
  private static final int WIDTH = 1200;
  private static final int HEIGHT = 750;
  private static final float BAND = 0.2f;

  private CurveChart() {}

  /** Writes the picture. Needs no display, but the headless mode of Java's toolkit. */
  public static void write(String title, List<CurveSummary> curves, Path file) throws IOException {
    YIntervalSeriesCollection data = new YIntervalSeriesCollection();
    curves.forEach(curve -> data.addSeries(series(curve)));
    JFreeChart chart = new JFreeChart(title, JFreeChart.DEFAULT_TITLE_FONT, plot(data), true);
    chart.setBackgroundPaint(Color.WHITE);
    chart.getTitle().setFont(new Font(Font.SANS_SERIF, Font.BOLD, 18));
    try (OutputStream out = Files.newOutputStream(file)) {
      ChartUtils.writeChartAsPNG(out, chart, WIDTH, HEIGHT);
    }
  }

  private static YIntervalSeries series(CurveSummary curve) {
    YIntervalSeries series = new YIntervalSeries(curve.sampler());
    for (int i = 0; i < curve.size(); i++) {
      double mean = curve.mean()[i];
      double spread = curve.spread()[i];
      series.add(curve.labels()[i], mean, mean - spread, mean + spread);
    }
    return series;
  }

  private static XYPlot plot(YIntervalSeriesCollection data) {
    NumberAxis labels = new NumberAxis("Labelled images");
    NumberAxis accuracy = new NumberAxis("Accuracy on the test part");
    accuracy.setAutoRangeIncludesZero(false);
    labels.setAutoRangeIncludesZero(false);
    DeviationRenderer renderer = new DeviationRenderer(true, data.getSeriesCount() < 3);
    renderer.setAlpha(BAND);
    for (int i = 0; i < data.getSeriesCount(); i++) {
      Color color = Color.decode(Palette.color(i));
      renderer.setSeriesPaint(i, color);
      renderer.setSeriesFillPaint(i, color);
      renderer.setSeriesStroke(i, new BasicStroke(2.5f));
    }
    XYPlot plot = new XYPlot(data, labels, accuracy, renderer);
    plot.setBackgroundPaint(Color.WHITE);
    plot.setRangeGridlinePaint(Color.LIGHT_GRAY);
    plot.setDomainGridlinesVisible(false);
    plot.setOutlineVisible(false);
    return plot;
  }
}
