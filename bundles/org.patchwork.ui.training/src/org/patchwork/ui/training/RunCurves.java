// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
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
import org.patchwork.learn.EpochRecord;
import org.patchwork.training.runs.TrainedRun;
import org.patchwork.ui.ChartPanel;
import org.patchwork.ui.Palette;

/**
 * The losses of several runs over each other, by step: training as a line, validation dashed in the
 * colour of the same run.
 */
final class RunCurves extends Composite {
  private static final BasicStroke LINE = new BasicStroke(1.6f);
  private static final BasicStroke DASHED =
      new BasicStroke(
          1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, new float[] {4, 4}, 0);

  private final XYSeriesCollection series = new XYSeriesCollection();
  private final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
  private final ChartPanel panel;

  RunCurves(Composite parent) {
    super(parent, SWT.NONE);
    setLayout(new FillLayout());
    JFreeChart chart =
        ChartFactory.createXYLineChart(null, "Step (validation dashed)", "Loss", series);
    XYPlot plot = chart.getXYPlot();
    plot.getDomainAxis().setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    ((NumberAxis) plot.getRangeAxis()).setAutoRangeIncludesZero(true);
    plot.setRenderer(renderer);
    panel = new ChartPanel(this, chart);
  }

  /** Shows the curves of these runs. */
  void show(List<TrainedRun> runs) {
    series.removeAllSeries();
    for (int i = 0; i < runs.size(); i++) {
      TrainedRun run = runs.get(i);
      XYSeries training = new XYSeries(run.id());
      XYSeries validation = new XYSeries(run.id() + ", validation");
      for (EpochRecord epoch : run.record().epochs()) {
        training.addOrUpdate(epoch.step(), epoch.trainingLoss());
        epoch.validationLoss().ifPresent(loss -> validation.addOrUpdate(epoch.step(), loss));
      }
      add(training, color(i), LINE);
      if (!validation.isEmpty()) {
        add(validation, color(i), DASHED);
      }
    }
    panel.restyle();
  }

  private void add(XYSeries curve, Color color, BasicStroke stroke) {
    int index = series.getSeriesCount();
    series.addSeries(curve);
    renderer.setSeriesPaint(index, color);
    renderer.setSeriesStroke(index, stroke);
    renderer.setSeriesVisibleInLegend(index, stroke == LINE);
  }

  private static Color color(int run) {
    List<String> colors = Palette.colors();
    RGB rgb = Palette.rgb(colors.get(run % colors.size()));
    return new Color(rgb.red, rgb.green, rgb.blue);
  }

  int curves() {
    return series.getSeriesCount();
  }
}
