// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.util.List;
import org.eclipse.swt.graphics.RGB;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.patchwork.training.probe.ProbeCurve;
import org.patchwork.training.probe.ProbePoint;
import org.patchwork.ui.Palette;

/** The learning curves of feature sets: a line of medians over a cloud of experiments for each. */
final class ProbePlot {
  private static final int POINT_ALPHA = 90;

  private final XYSeriesCollection data = new XYSeriesCollection();
  private final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
  private final JFreeChart chart;

  ProbePlot() {
    chart = ChartFactory.createXYLineChart(null, null, null, data);
    XYPlot plot = chart.getXYPlot();
    LogAxis images = new LogAxis("Images learnt from");
    images.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    plot.setDomainAxis(images);
    plot.setRangeAxis(new NumberAxis("Error on images kept apart"));
    plot.setRenderer(renderer);
    renderer.setDefaultToolTipGenerator(
        (set, series, item) ->
            String.format(
                java.util.Locale.ENGLISH,
                "%s: error %.3f after %,.0f images",
                set.getSeriesKey(series),
                set.getYValue(series, item),
                set.getXValue(series, item)));
  }

  JFreeChart chart() {
    return chart;
  }

  /** Shows these points and their medians. */
  void show(List<ProbePoint> points) {
    data.removeAllSeries();
    List<ProbeCurve> curves = ProbeCurve.of(points);
    for (int i = 0; i < curves.size(); i++) {
      RGB rgb = Palette.rgb(Palette.colors().get(i % Palette.colors().size()));
      ProbeCurve curve = curves.get(i);
      XYSeries median = new XYSeries(curve.features());
      curve.steps().forEach(step -> median.add(step.images(), step.testError()));
      add(median, new Color(rgb.red, rgb.green, rgb.blue), true);
      XYSeries cloud = new XYSeries(curve.features() + ", each experiment");
      points.stream()
          .filter(point -> point.features().equals(curve.features()))
          .forEach(point -> cloud.add(point.images(), point.testError()));
      add(cloud, new Color(rgb.red, rgb.green, rgb.blue, POINT_ALPHA), false);
    }
  }

  private void add(XYSeries series, Color color, boolean line) {
    int index = data.getSeriesCount();
    renderer.setSeriesLinesVisible(index, line);
    renderer.setSeriesShapesVisible(index, !line);
    renderer.setSeriesVisibleInLegend(index, line);
    renderer.setSeriesStroke(index, new BasicStroke(2f));
    renderer.setSeriesShape(index, new Ellipse2D.Double(-2.5, -2.5, 5, 5));
    renderer.setSeriesPaint(index, color);
    data.addSeries(series);
  }

  int series() {
    return data.getSeriesCount();
  }
}
