// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.util.List;
import java.util.Locale;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.patchwork.pretraining.PretrainingEpoch;
import org.patchwork.pretraining.PretrainingRun;
import org.patchwork.ui.ChartPanel;
import org.patchwork.ui.Palette;

/**
 * How good the features of several runs got in which time: accuracy of the linear probe over the
 * seconds of training, checks not counted. A run begins with what the untrained network is worth.
 */
final class PretrainingComparison extends Composite {
  private static final float LINE = 1.6f;
  private static final float BOLD = 2.8f;
  private static final double DOT = 6;
  private static final double LEAST_RANGE = 0.05;
  private static final double MINUTES_FROM = 300;
  private static final int SECONDS = 60;

  private final XYSeriesCollection series = new XYSeriesCollection();
  private final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, true);
  private final ChartPanel panel;

  PretrainingComparison(Composite parent) {
    super(parent, SWT.NONE);
    setLayout(new FillLayout());
    JFreeChart chart = ChartFactory.createXYLineChart(null, "Seconds", "Linear probe", series);
    XYPlot plot = chart.getXYPlot();
    NumberAxis range = (NumberAxis) plot.getRangeAxis();
    range.setAutoRangeIncludesZero(false);
    range.setAutoRangeMinimumSize(LEAST_RANGE);
    renderer.setDefaultToolTipGenerator(
        (data, run, item) ->
            String.format(
                Locale.ENGLISH,
                "%s: %.1f %% after epoch %d",
                data.getSeriesKey(run),
                100 * data.getYValue(run, item),
                item));
    plot.setRenderer(renderer);
    panel = new ChartPanel(this, chart);
  }

  /**
   * Shows the curves of some runs.
   *
   * @param runs all runs; a run has the colour of its place among them, whichever are shown
   * @param shown those that are shown
   * @param marked the one that is looked at, drawn bold; may be null
   */
  void show(List<PretrainingRun> runs, List<PretrainingRun> shown, PretrainingRun marked) {
    boolean minutes = shown.stream().anyMatch(run -> longest(run) > MINUTES_FROM);
    series.removeAllSeries();
    for (int i = 0; i < runs.size(); i++) {
      PretrainingRun run = runs.get(i);
      XYSeries curve = curve(run, minutes ? SECONDS : 1);
      if (shown.contains(run) && !curve.isEmpty()) {
        add(curve, color(i), run.equals(marked) ? BOLD : LINE);
      }
    }
    panel.chart().getXYPlot().getDomainAxis().setLabel(minutes ? "Minutes" : "Seconds");
    panel.restyle();
  }

  private static double longest(PretrainingRun run) {
    double[] elapsed = run.elapsed();
    return elapsed.length == 0 ? 0 : elapsed[elapsed.length - 1];
  }

  private static XYSeries curve(PretrainingRun run, double unit) {
    XYSeries curve = new XYSeries(run.name(), false);
    double[] elapsed = run.elapsed();
    for (int i = 0; i < elapsed.length; i++) {
      PretrainingEpoch epoch = run.epochs().get(i);
      if (epoch.check().probeAccuracy() != null && Double.isFinite(elapsed[i])) {
        curve.add(elapsed[i] / unit, epoch.check().probeAccuracy());
      }
    }
    return curve;
  }

  private void add(XYSeries curve, Color color, float width) {
    int index = series.getSeriesCount();
    series.addSeries(curve);
    renderer.setSeriesPaint(index, color);
    renderer.setSeriesStroke(index, new BasicStroke(width));
    renderer.setSeriesShape(index, new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT));
  }

  private static Color color(int run) {
    List<String> colors = Palette.colors();
    RGB rgb = Palette.rgb(colors.get(run % colors.size()));
    return new Color(rgb.red, rgb.green, rgb.blue);
  }

  int curves() {
    return series.getSeriesCount();
  }

  int points(int curve) {
    return series.getItemCount(curve);
  }
}
