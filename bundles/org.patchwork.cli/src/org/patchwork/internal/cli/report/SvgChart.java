// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.report;

import java.util.List;
import java.util.Locale;

/**
 * Line charts and histograms as SVG text. Axes and letters take the colour of the page ({@code
 * currentColor}), so that one drawing suits light and dark.
 */
final class SvgChart {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 420;
  private static final int LEFT = 60;
  private static final int RIGHT = 16;
  private static final int TOP = 14;
  private static final int BOTTOM = 48;

  private final StringBuilder svg = new StringBuilder();
  private final double minX;
  private final double maxX;
  private final double minY;
  private final double maxY;
  private final int height;

  private SvgChart(double minX, double maxX, double minY, double maxY, int height) {
    this.minX = minX;
    this.maxX = maxX > minX ? maxX : minX + 1;
    this.minY = minY;
    this.maxY = maxY > minY ? maxY : minY + 1;
    this.height = height;
  }

  /** Mean curves with bands of one standard deviation. */
  static String curves(String xLabel, String yLabel, List<CurveSummary> curves) {
    double[] range = range(curves);
    SvgChart chart = new SvgChart(range[0], range[1], range[2], range[3], HEIGHT);
    chart.open(yLabel + " over " + xLabel);
    chart.axes(xLabel, yLabel);
    for (int i = 0; i < curves.size(); i++) {
      if (curves.get(i).size() > 0) {
        chart.curve(curves.get(i), Palette.color(i));
      }
    }
    return chart.close();
  }

  /** Overlaid bars over [0, 1]; each series has as many bars as the others. */
  static String bars(String xLabel, List<double[]> series, List<String> colors) {
    double max = 0;
    for (double[] heights : series) {
      for (double value : heights) {
        max = Math.max(max, value);
      }
    }
    SvgChart chart = new SvgChart(0, 1, 0, max, HEIGHT / 2);
    chart.open("Histogram over " + xLabel);
    chart.axes(xLabel, "Density");
    for (int s = 0; s < series.size(); s++) {
      chart.barSeries(series.get(s), colors.get(s));
    }
    return chart.close();
  }

  private static double[] range(List<CurveSummary> curves) {
    double[] range = {
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY
    };
    for (CurveSummary curve : curves) {
      for (int i = 0; i < curve.size(); i++) {
        range[0] = Math.min(range[0], curve.labels()[i]);
        range[1] = Math.max(range[1], curve.labels()[i]);
        range[2] = Math.min(range[2], curve.mean()[i] - curve.spread()[i]);
        range[3] = Math.max(range[3], curve.mean()[i] + curve.spread()[i]);
      }
    }
    if (range[0] > range[1]) {
      return new double[] {0, 1, 0, 1};
    }
    double step = niceStep(range[3] - range[2]);
    range[2] = Math.floor(range[2] / step) * step;
    range[3] = Math.ceil(range[3] / step) * step;
    return range;
  }

  private void open(String description) {
    svg.append(
        String.format(
            "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
            WIDTH, height, HtmlPage.escape(description)));
  }

  private String close() {
    return svg.append("</svg>").toString();
  }

  private double x(double value) {
    return LEFT + (value - minX) / (maxX - minX) * (WIDTH - LEFT - RIGHT);
  }

  private double y(double value) {
    return height - BOTTOM - (value - minY) / (maxY - minY) * (height - TOP - BOTTOM);
  }

  private void axes(String xLabel, String yLabel) {
    double stepY = niceStep(maxY - minY);
    for (double v = Math.ceil(minY / stepY) * stepY; v <= maxY + stepY * 1e-6; v += stepY) {
      add(
          "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>",
          LEFT, WIDTH - RIGHT, y(v), y(v));
      add(
          "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
          LEFT - 8, y(v) + 4, tick(v, stepY));
    }
    double stepX = niceStep(maxX - minX);
    for (double v = Math.ceil(minX / stepX) * stepX; v <= maxX + stepX * 1e-6; v += stepX) {
      add(
          "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
          x(v), height - BOTTOM + 20, tick(v, stepX));
    }
    add(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>",
        (LEFT + WIDTH - RIGHT) / 2, height - 8, HtmlPage.escape(xLabel));
    add(
        "<text transform=\"translate(14 %d) rotate(-90)\" text-anchor=\"middle\">%s</text>",
        (height - BOTTOM + TOP) / 2, HtmlPage.escape(yLabel));
  }

  private void curve(CurveSummary curve, String color) {
    StringBuilder upper = new StringBuilder();
    StringBuilder lower = new StringBuilder();
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < curve.size(); i++) {
      double at = x(curve.labels()[i]);
      upper.append(format("%.1f,%.1f ", at, y(curve.mean()[i] + curve.spread()[i])));
      lower.insert(0, format("%.1f,%.1f ", at, y(curve.mean()[i] - curve.spread()[i])));
      line.append(format("%.1f,%.1f ", at, y(curve.mean()[i])));
    }
    add("<polygon points=\"%s\" fill=\"%s\" fill-opacity=\".18\"/>", upper.append(lower), color);
    add("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2.2\"/>", line, color);
    for (int i = 0; i < curve.size(); i++) {
      add(
          "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"><title>%s, %,d labels: %.3f ±"
              + " %.3f</title></circle>",
          x(curve.labels()[i]),
          y(curve.mean()[i]),
          color,
          HtmlPage.escape(curve.sampler()),
          curve.labels()[i],
          curve.mean()[i],
          curve.spread()[i]);
    }
  }

  private void barSeries(double[] heights, String color) {
    for (int i = 0; i < heights.length; i++) {
      double left = x((double) i / heights.length);
      double right = x((i + 1.0) / heights.length);
      add(
          "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\""
              + " fill-opacity=\".5\"/>",
          left + 1, y(heights[i]), right - left - 2, y(0) - y(heights[i]), color);
    }
  }

  private void add(String format, Object... arguments) {
    svg.append(format(format, arguments));
  }

  private static String format(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }

  /** About six steps of 1, 2 or 5 times a power of ten. */
  private static double niceStep(double range) {
    double power = Math.pow(10, Math.floor(Math.log10(Math.max(range, 1e-9) / 6)));
    for (double factor : new double[] {1, 2, 5}) {
      if (range / (power * factor) <= 8) {
        return power * factor;
      }
    }
    return power * 10;
  }

  private static String tick(double value, double step) {
    int decimals = (int) Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
    return String.format(Locale.ROOT, "%,." + decimals + "f", value == 0 ? 0.0 : value);
  }
}
