// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import java.awt.Color;
import java.awt.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.RGB;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.Title;
import org.jfree.chart.ui.RectangleInsets;

/**
 * Dresses a chart in the colours of the theme and the font of the workbench. Series colours are
 * left as they are.
 */
final class ChartStyle {
  private static final float POINTS_PER_INCH = 72;

  private final Font font;

  ChartStyle(org.eclipse.swt.graphics.Font workbenchFont) {
    FontData data = workbenchFont.getFontData()[0];
    float pixels = data.getHeight() * workbenchFont.getDevice().getDPI().y / POINTS_PER_INCH;
    this.font =
        new Font(data.getName(), Font.PLAIN, Math.round(pixels)); // AWT sizes are pixels here
  }

  void apply(JFreeChart chart, ThemeColors colors) {
    chart.setBackgroundPaint(awt(colors.rgb(ThemeColor.GROUND)));
    chart.setAntiAlias(true);
    chart.setPadding(new RectangleInsets(4, 4, 4, 8));
    if (chart.getTitle() != null) {
      chart.getTitle().setPaint(awt(colors.rgb(ThemeColor.TEXT)));
      chart.getTitle().setFont(font.deriveFont(Font.BOLD));
    }
    for (int i = 0; i < chart.getSubtitleCount(); i++) {
      dress(chart.getSubtitle(i), colors);
    }
    if (chart.getPlot() instanceof XYPlot plot) {
      dress(plot, colors);
    }
  }

  private void dress(Title title, ThemeColors colors) {
    if (title instanceof LegendTitle legend) {
      legend.setBackgroundPaint(awt(colors.rgb(ThemeColor.GROUND)));
      legend.setItemPaint(awt(colors.rgb(ThemeColor.TEXT)));
      legend.setItemFont(font);
      legend.setFrame(org.jfree.chart.block.BlockBorder.NONE);
    }
  }

  private void dress(XYPlot plot, ThemeColors colors) {
    Color line = awt(colors.rgb(ThemeColor.LINE));
    plot.setBackgroundPaint(awt(colors.rgb(ThemeColor.CELL)));
    plot.setOutlinePaint(line);
    plot.setDomainGridlinePaint(line);
    plot.setRangeGridlinePaint(line);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    for (int i = 0; i < plot.getDomainAxisCount(); i++) {
      dress(plot.getDomainAxis(i), colors);
    }
    for (int i = 0; i < plot.getRangeAxisCount(); i++) {
      dress(plot.getRangeAxis(i), colors);
    }
    if (plot instanceof CombinedDomainXYPlot combined) {
      combined.getSubplots().forEach(part -> dress(part, colors));
    } else if (plot instanceof CombinedRangeXYPlot combined) {
      combined.getSubplots().forEach(part -> dress(part, colors));
    }
  }

  private void dress(ValueAxis axis, ThemeColors colors) {
    if (axis == null) {
      return;
    }
    Axis any = axis;
    any.setLabelPaint(awt(colors.rgb(ThemeColor.TEXT)));
    any.setLabelFont(font);
    any.setTickLabelPaint(awt(colors.rgb(ThemeColor.MUTED)));
    any.setTickLabelFont(font);
    any.setAxisLinePaint(awt(colors.rgb(ThemeColor.LINE)));
    any.setTickMarkPaint(awt(colors.rgb(ThemeColor.LINE)));
  }

  /** An SWT colour as AWT has it. */
  static Color awt(RGB rgb) {
    return new Color(rgb.red, rgb.green, rgb.blue);
  }
}
