// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import org.eclipse.swt.graphics.RGB;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.patchwork.ui.ChartPanel;
import org.patchwork.ui.ThemeColor;
import org.patchwork.ui.ThemeColors;

/** The curves of a run over its steps. Used on the display thread. */
final class LossChart {
  private static final int TRAINING = 0;
  private static final int VALIDATION = 1;
  private static final int UNLABELLED = 2;

  private static final BasicStroke DASHED =
      new BasicStroke(
          1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {6, 4}, 0);

  private final XYSeries training = new XYSeries("Training loss");
  private final XYSeries validation = new XYSeries("Validation loss");
  private final XYSeries unlabelled = new XYSeries("Loss on unlabelled images");
  private final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
  private final JFreeChart chart;

  LossChart() {
    XYSeriesCollection series = new XYSeriesCollection();
    series.addSeries(training);
    series.addSeries(validation);
    series.addSeries(unlabelled);
    chart = ChartFactory.createXYLineChart(null, "Step", "Loss", series);
    XYPlot plot = chart.getXYPlot();
    plot.getDomainAxis().setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    ((NumberAxis) plot.getRangeAxis()).setAutoRangeIncludesZero(true);
    renderer.setSeriesShapesVisible(TRAINING, false);
    renderer.setSeriesStroke(TRAINING, new BasicStroke(1.6f));
    renderer.setSeriesShape(VALIDATION, new Ellipse2D.Double(-3, -3, 6, 6));
    renderer.setSeriesStroke(VALIDATION, new BasicStroke(1.2f));
    renderer.setSeriesShapesVisible(UNLABELLED, false);
    renderer.setSeriesStroke(UNLABELLED, DASHED);
    renderer.setSeriesVisibleInLegend(UNLABELLED, false);
    plot.setRenderer(renderer);
  }

  JFreeChart chart() {
    return chart;
  }

  /** Takes the colours of the theme, now and whenever it changes. */
  void followTheme(ChartPanel panel) {
    color();
    ThemeColors.current().onChange(panel, this::color);
  }

  private void color() {
    renderer.setSeriesPaint(TRAINING, awt(ThemeColor.TRAINING_SERIES));
    renderer.setSeriesPaint(VALIDATION, awt(ThemeColor.VALIDATION_SERIES));
    renderer.setSeriesPaint(UNLABELLED, awt(ThemeColor.TRAINING_SERIES));
  }

  private static Color awt(ThemeColor color) {
    RGB rgb = ThemeColors.current().rgb(color);
    return new Color(rgb.red, rgb.green, rgb.blue);
  }

  void addTraining(long step, double loss) {
    training.addOrUpdate(step, loss);
  }

  void addValidation(long step, double loss) {
    validation.addOrUpdate(step, loss);
  }

  /** The loss on unlabelled images; its entry in the legend comes with the first point. */
  void addUnlabelled(long step, double loss) {
    unlabelled.addOrUpdate(step, loss);
    renderer.setSeriesVisibleInLegend(UNLABELLED, true);
  }

  int unlabelledPoints() {
    return unlabelled.getItemCount();
  }

  void clear() {
    unlabelled.clear();
    renderer.setSeriesVisibleInLegend(UNLABELLED, false);
    training.clear();
    validation.clear();
  }

  boolean isEmpty() {
    return training.isEmpty() && validation.isEmpty();
  }

  int trainingPoints() {
    return training.getItemCount();
  }

  int validationPoints() {
    return validation.getItemCount();
  }
}
