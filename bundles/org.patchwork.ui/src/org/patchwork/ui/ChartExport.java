// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;

/** Writes a chart as a PNG file, at twice the size on the screen so that it prints well. */
final class ChartExport {
  private static final int SCALE = 2;

  private final JFreeChart chart;

  ChartExport(JFreeChart chart) {
    this.chart = chart;
  }

  void askAndSave(Shell shell, Point size) {
    FileDialog dialog = new FileDialog(shell, SWT.SAVE);
    dialog.setText("Save picture as");
    dialog.setFileName("chart.png");
    dialog.setFilterExtensions(new String[] {"*.png"});
    dialog.setOverwrite(true);
    String chosen = dialog.open();
    if (chosen == null) {
      return;
    }
    try {
      save(Path.of(chosen.endsWith(".png") ? chosen : chosen + ".png"), size);
    } catch (IOException e) {
      MessageDialog.openError(
          shell,
          "Picture not saved",
          "The chart could not be written to "
              + chosen
              + " ("
              + e.getMessage()
              + "). Choose another folder.");
    }
  }

  void save(Path file, Point size) throws IOException {
    try (var out = Files.newOutputStream(file)) {
      ChartUtils.writeScaledChartAsPNG(out, chart, size.x, size.y, SCALE, SCALE);
    }
  }
}
