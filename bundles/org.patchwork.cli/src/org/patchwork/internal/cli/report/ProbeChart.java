// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.patchwork.training.probe.ProbeCurve;
import org.patchwork.training.probe.ProbePoint;

/** Draws the error of feature sets over the number of images learnt from: points and medians. */
public final class ProbeChart {
  private static final int WIDTH = 1200;
  private static final int HEIGHT = 750;
  private static final int POINT_ALPHA = 90;

  private ProbeChart() {}

  /** Writes the picture. Needs no display, but the headless mode of Java's toolkit. */
  public static void write(
      String className, List<ProbePoint> points, List<ProbeCurve> curves, Path file)
      throws IOException {
    XYSeriesCollection data = new XYSeriesCollection();
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
    for (int i = 0; i < curves.size(); i++) {
      Color color = Color.decode(Palette.color(i));
      add(data, renderer, median(curves.get(i)), color, true);
      add(data, renderer, cloud(points, curves.get(i).features()), color, false);
    }
    LogAxis images = new LogAxis("Images learnt from");
    images.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    NumberAxis error = new NumberAxis("Error on images kept apart");
    XYPlot plot = new XYPlot(data, images, error, renderer);
    plot.setBackgroundPaint(Color.WHITE);
    plot.setRangeGridlinePaint(Color.LIGHT_GRAY);
    plot.setDomainGridlinesVisible(false);
    plot.setOutlineVisible(false);
    JFreeChart chart =
        new JFreeChart(
            "Telling " + className + " apart", JFreeChart.DEFAULT_TITLE_FONT, plot, true);
    chart.setBackgroundPaint(Color.WHITE);
    try (OutputStream out = Files.newOutputStream(file)) {
      ChartUtils.writeChartAsPNG(out, chart, WIDTH, HEIGHT);
    }
  }

  private static void add(
      XYSeriesCollection data,
      XYLineAndShapeRenderer renderer,
      XYSeries series,
      Color color,
      boolean line) {
    int index = data.getSeriesCount();
    data.addSeries(series);
    renderer.setSeriesLinesVisible(index, line);
    renderer.setSeriesShapesVisible(index, !line);
    renderer.setSeriesVisibleInLegend(index, line);
    renderer.setSeriesStroke(index, new BasicStroke(2.5f));
    renderer.setSeriesShape(index, new Ellipse2D.Double(-3, -3, 6, 6));
    renderer.setSeriesPaint(
        index,
        line ? color : new Color(color.getRed(), color.getGreen(), color.getBlue(), POINT_ALPHA));
  }

  private static XYSeries median(ProbeCurve curve) {
    XYSeries series = new XYSeries(curve.features());
    curve.steps().forEach(step -> series.add(step.images(), step.testError()));
    return series;
  }

  private static XYSeries cloud(List<ProbePoint> points, String features) {
    XYSeries series = new XYSeries(features + " (each)");
    points.stream()
        .filter(point -> point.features().equals(features))
        .forEach(point -> series.add(point.images(), point.testError()));
    return series;
  }
}
