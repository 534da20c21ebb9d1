// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.util.function.BiConsumer;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Composite;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.entity.XYItemEntity;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.patchwork.ui.ChartPanel;
import org.patchwork.ui.ThemeColor;
import org.patchwork.ui.ThemeColors;

/**
 * A chart of a few lines with dots that can be clicked, in the colours of the theme. Series are
 * numbered in the order in which they are added.
 */
final class PlainChart {
  private static final float LINE = 1.6f;
  private static final float[] DASHES = {4, 4};
  private static final double DOT = 6;
  private static final double LEAST_RANGE = 0.05;

  private final XYSeriesCollection data = new XYSeriesCollection();
  private final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
  private final java.util.List<ThemeColor> colors = new java.util.ArrayList<>();
  private final ChartPanel panel;

  /**
   * An empty chart.
   *
   * @param clicked takes series and item of a dot
   */
  PlainChart(
      Composite parent,
      String title,
      String domain,
      String range,
      BiConsumer<Integer, Integer> clicked) {
    JFreeChart chart = ChartFactory.createXYLineChart(title, domain, range, data);
    chart.getXYPlot().setRenderer(renderer);
    panel = new ChartPanel(parent, chart);
    panel.addClickListener(
        entity -> {
          if (entity instanceof XYItemEntity dot) {
            clicked.accept(dot.getSeriesIndex(), dot.getItem());
          }
        });
    ThemeColors.current().onChange(panel, this::color);
  }

  /** Fixes both axes to [0, 1]. */
  PlainChart unitSquare() {
    XYPlot plot = panel.chart().getXYPlot();
    plot.getDomainAxis().setRange(-0.02, 1.02);
    plot.getRangeAxis().setRange(-0.02, 1.02);
    panel.chart().removeLegend();
    return this;
  }

  /** For counts across and shares up: whole numbers below, and the range of what differs. */
  PlainChart sharesOverCounts() {
    XYPlot plot = panel.chart().getXYPlot();
    plot.getDomainAxis().setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    NumberAxis range = (NumberAxis) plot.getRangeAxis();
    range.setAutoRangeIncludesZero(false);
    range.setAutoRangeMinimumSize(LEAST_RANGE);
    return this;
  }

  /** Adds a line with dots. */
  int addDotted(String name, ThemeColor color) {
    int index = add(name, color);
    renderer.setSeriesShapesVisible(index, true);
    renderer.setSeriesShape(index, new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT));
    renderer.setSeriesStroke(index, new BasicStroke(LINE));
    return index;
  }

  /** Adds a line without dots. */
  int addLine(String name, ThemeColor color) {
    int index = add(name, color);
    renderer.setSeriesShapesVisible(index, false);
    renderer.setSeriesStroke(index, new BasicStroke(LINE));
    return index;
  }

  /** Adds a single dot, larger than those of lines. */
  int addMark(String name, ThemeColor color) {
    int index = add(name, color);
    renderer.setSeriesShapesVisible(index, true);
    renderer.setSeriesShape(index, new Ellipse2D.Double(-DOT, -DOT, 2 * DOT, 2 * DOT));
    renderer.setSeriesLinesVisible(index, false);
    return index;
  }

  /** Adds a dashed line to compare with. */
  int addReference(String name, ThemeColor color) {
    int index = add(name, color);
    renderer.setSeriesShapesVisible(index, false);
    renderer.setSeriesStroke(
        index, new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, DASHES, 0));
    return index;
  }

  private int add(String name, ThemeColor color) {
    data.addSeries(new XYSeries(name, false));
    colors.add(color);
    color();
    return colors.size() - 1;
  }

  private void color() {
    for (int i = 0; i < colors.size(); i++) {
      RGB rgb = ThemeColors.current().rgb(colors.get(i));
      renderer.setSeriesPaint(i, new Color(rgb.red, rgb.green, rgb.blue));
    }
  }

  /** Takes all points of a series away. */
  void clear(int index) {
    data.getSeries(index).clear();
  }

  void add(int index, double x, double y) {
    data.getSeries(index).add(x, y);
  }

  /** Gives a series these points instead of those it has, with one repaint. */
  void set(int index, double[] x, double[] y) {
    XYSeries series = data.getSeries(index);
    series.setNotify(false);
    series.clear();
    for (int i = 0; i < x.length; i++) {
      series.add(x[i], y[i], false);
    }
    series.setNotify(true);
  }

  /** Writes something else beside the axis that goes up. */
  void setRangeLabel(String label) {
    panel.chart().getXYPlot().getRangeAxis().setLabel(label);
  }

  int points(int index) {
    return data.getItemCount(index);
  }

  /** Tells what a dot says when the pointer is over it. */
  void toolTips(org.jfree.chart.labels.XYToolTipGenerator generator) {
    renderer.setDefaultToolTipGenerator(generator);
  }

  void setTitle(String title) {
    panel.chart().setTitle(title);
    panel.restyle();
  }

  ChartPanel panel() {
    return panel;
  }
}
