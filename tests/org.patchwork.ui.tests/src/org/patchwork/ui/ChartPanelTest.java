// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.entity.ChartEntity;
import org.jfree.chart.entity.XYItemEntity;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartPanelTest {
  @TempDir Path folder;

  private final XYSeries series = new XYSeries("labels");

  @Test
  void tellsWhichBarWasClicked() {
    try (Screen screen = new Screen()) {
      series.add(1, 3);
      series.add(2, 5);
      ChartPanel panel = new ChartPanel(screen.shell, chart());
      screen.open();
      int[] paints = {0};
      panel.addListener(SWT.Paint, event -> paints[0]++);
      panel.redraw();
      screen.until("the chart is painted", () -> paints[0] > 0);
      List<ChartEntity> clicked = new ArrayList<>();
      panel.addClickListener(clicked::add);
      Event event = new Event();
      event.button = 1;
      event.x = 150;
      event.y = 450;
      panel.notifyListeners(SWT.MouseUp, event);
      assertEquals(1, clicked.size());
      assertTrue(clicked.get(0) instanceof XYItemEntity, clicked.toString());
      assertEquals(0, ((XYItemEntity) clicked.get(0)).getItem());
    }
  }

  @Test
  void repaintsWhenTheDataChange() {
    try (Screen screen = new Screen()) {
      ChartPanel panel = new ChartPanel(screen.shell, chart());
      screen.open();
      int[] paints = {0};
      panel.addListener(SWT.Paint, event -> paints[0]++);
      series.add(1, 1);
      screen.until("the chart is painted", () -> paints[0] > 0);
    }
  }

  @Test
  void writesAPictureOfTwiceTheSize() throws Exception {
    Path file = folder.resolve("chart.png");
    new ChartExport(chart()).save(file, new Point(200, 100));
    assertTrue(Files.size(file) > 0);
    assertEquals(400, ImageIO.read(file.toFile()).getWidth());
  }

  private JFreeChart chart() {
    return ChartFactory.createXYBarChart(
        null,
        "x",
        false,
        "y",
        new XYSeriesCollection(series),
        PlotOrientation.VERTICAL,
        false,
        true,
        false);
  }
}
