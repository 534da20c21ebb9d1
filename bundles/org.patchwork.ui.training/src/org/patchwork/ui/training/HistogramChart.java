// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.function.BiConsumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.entity.XYItemEntity;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.data.RangeType;
import org.patchwork.learn.ClassMetrics;
import org.patchwork.learn.Histogram;
import org.patchwork.ui.ChartPanel;
import org.patchwork.ui.ThemeColor;
import org.patchwork.ui.ThemeColors;

/** One panel of the Histogram view: a line of figures over bars of densities. */
final class HistogramChart extends Composite {
  private static final int HALF = 128;
  private static final int LEGEND_FROM = 130;
  private static final int SCALE_FROM = 70;

  private final String title;
  private final Label figures;
  private final HistogramDataset dataset = new HistogramDataset();
  private final XYBarRenderer renderer = new XYBarRenderer();
  private final ChartPanel panel;
  private String longText;
  private String shortText;
  private RGB classColor = new RGB(0, 114, 178);

  /**
   * An empty panel.
   *
   * @param clicked takes series and bin of a bar that was clicked
   */
  HistogramChart(Composite parent, String title, BiConsumer<Integer, Integer> clicked) {
    super(parent, SWT.NONE);
    this.title = title;
    this.longText = title;
    this.shortText = title;
    GridLayout layout = new GridLayout();
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    layout.verticalSpacing = 0;
    setLayout(layout);
    figures = new Label(this, SWT.NONE);
    figures.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    panel = new ChartPanel(this, chart());
    GridData fill = new GridData(SWT.FILL, SWT.FILL, true, true);
    fill.minimumHeight = 30;
    panel.setLayoutData(fill);
    panel.addClickListener(
        entity -> {
          if (entity instanceof XYItemEntity bar) {
            clicked.accept(bar.getSeriesIndex(), bar.getItem());
          }
        });
    panel.addListener(SWT.Resize, event -> fit());
    panel.addListener(SWT.Paint, event -> fit()); // a hidden view is not always told its size
    color();
    ThemeColors.current().onChange(panel, this::color);
  }

  /** Bars come first: the legend and the scale show where there is room for them. */
  private void fit() {
    int height = panel.getSize().y;
    LegendTitle legend = panel.chart().getLegend();
    if (legend.isVisible() != height >= LEGEND_FROM) {
      legend.setVisible(!legend.isVisible());
    }
    ValueAxis scale = panel.chart().getXYPlot().getDomainAxis();
    if (scale.isTickLabelsVisible() != height >= SCALE_FROM) {
      scale.setTickLabelsVisible(!scale.isTickLabelsVisible());
    }
    showFigures();
  }

  private void showFigures() {
    GC gc = new GC(figures);
    try {
      boolean fits = gc.textExtent(longText).x <= getSize().x;
      String text = fits ? longText : shortText;
      if (!text.equals(figures.getText())) {
        figures.setText(text);
      }
    } finally {
      gc.dispose();
    }
  }

  private JFreeChart chart() {
    JFreeChart chart =
        ChartFactory.createHistogram(
            null, null, null, dataset, PlotOrientation.VERTICAL, true, true, false);
    XYPlot plot = chart.getXYPlot();
    plot.getDomainAxis().setRange(0, 1);
    plot.getRangeAxis().setTickLabelsVisible(false); // a density says nothing as a number
    plot.getRangeAxis().setTickMarksVisible(false);
    ((NumberAxis) plot.getRangeAxis()).setRangeType(RangeType.POSITIVE); // also without bars
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinesVisible(false);
    renderer.setBarPainter(new StandardXYBarPainter());
    renderer.setShadowVisible(false);
    renderer.setDrawBarOutline(true);
    renderer.setDefaultToolTipGenerator((data, series, bin) -> dataset.text(series, bin));
    plot.setRenderer(renderer);
    return chart;
  }

  /**
   * Shows a panel of a histogram.
   *
   * @param data null shows an empty panel
   * @param color colour of the class
   */
  void show(Histogram.Panel data, RGB color) {
    classColor = color;
    color();
    dataset.show(data);
    longText = data == null ? title : title + text(data.metrics(), "accuracy");
    shortText =
        data == null
            ? title
            : title.replace("ing", "").replace("ation", ".") + text(data.metrics(), "acc.");
    showFigures();
    figures.setToolTipText(data == null ? "" : toolTip(data.metrics()));
  }

  /** Figures with counts; n/a where a side is empty. */
  static String text(ClassMetrics metrics, String accuracy) {
    return String.format(
        java.util.Locale.ENGLISH,
        ": AUC %s · %s %s · %,d+ %,d\u2212",
        RunOutcome.text(metrics.auc()),
        accuracy,
        RunOutcome.text(metrics.accuracy()),
        metrics.positives(),
        metrics.negatives());
  }

  private static String toolTip(ClassMetrics metrics) {
    String counts =
        String.format(
            java.util.Locale.ENGLISH,
            "%,d labelled present (filled, in the colour of the class), %,d labelled absent"
                + " (filled, grey).",
            metrics.positives(),
            metrics.negatives());
    if (metrics.estimate() == null) {
      return counts + "\nLabel images with and without the class to get figures.";
    }
    return counts
        + String.format(
            java.util.Locale.ENGLISH,
            "\nAccuracy at probability \u2265 0.5; with 90 %% certainty between %.2f and %.2f.",
            metrics.estimate().low(),
            metrics.estimate().high());
  }

  private void color() {
    Color grey = awt(ThemeColors.current().rgb(ThemeColor.MUTED));
    Color present = awt(classColor);
    Color none = new Color(0, 0, 0, 0);
    paint(HistogramDataset.NEGATIVES, half(grey), grey, 1);
    paint(HistogramDataset.POSITIVES, half(present), present, 1);
    paint(HistogramDataset.UNLABELED, none, awt(ThemeColors.current().rgb(ThemeColor.TEXT)), 1.2f);
  }

  private void paint(int series, Color fill, Color outline, float width) {
    renderer.setSeriesPaint(series, fill);
    renderer.setSeriesOutlinePaint(series, outline);
    renderer.setSeriesOutlineStroke(series, new BasicStroke(width));
  }

  private static Color half(Color color) {
    return new Color(color.getRed(), color.getGreen(), color.getBlue(), HALF);
  }

  private static Color awt(RGB rgb) {
    return new Color(rgb.red, rgb.green, rgb.blue);
  }

  HistogramDataset dataset() {
    return dataset;
  }

  String figuresText() {
    return figures.getText();
  }

  ChartPanel panel() {
    return panel;
  }
}
