// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.patchwork.image.ImagePatch;
import org.patchwork.image.augmentation.AugmentationPlot;
import org.patchwork.ui.ThemeColor;
import org.patchwork.ui.ThemeColors;

/**
 * Shows the variants of one image as large as there is room, in as many columns as make them
 * largest or in those of the plot, the original first and with a frame.
 */
final class AugmentationCanvas extends Canvas {
  private static final int GAP = 4;

  private AugmentationPlot plot;
  private Image[] tiles = {};
  private boolean inRows;

  AugmentationCanvas(Composite parent) {
    super(parent, SWT.DOUBLE_BUFFERED);
    addListener(SWT.Paint, event -> paint(event.gc));
    addListener(SWT.Dispose, event -> release());
  }

  /** Shows another picture; null for none. */
  void show(AugmentationPlot newPlot) {
    show(newPlot, false);
  }

  /**
   * Shows another picture.
   *
   * @param rows true to keep the columns of the plot
   */
  void show(AugmentationPlot newPlot, boolean rows) {
    release();
    plot = newPlot;
    inRows = rows;
    if (plot != null) {
      tiles = plot.tiles().stream().map(this::image).toArray(Image[]::new);
    }
    redraw();
  }

  /** What is shown; null for nothing. */
  AugmentationPlot plot() {
    return plot;
  }

  private void release() {
    for (Image tile : tiles) {
      tile.dispose();
    }
    tiles = new Image[0];
  }

  private Image image(ImagePatch patch) {
    PaletteData palette = new PaletteData(0xff0000, 0xff00, 0xff);
    ImageData data = new ImageData(patch.width(), patch.height(), 24, palette);
    for (int y = 0; y < patch.height(); y++) {
      for (int x = 0; x < patch.width(); x++) {
        int rgb = 0;
        for (int c = 0; c < 3; c++) {
          float value = patch.at(y, x, patch.channels() < 3 ? 0 : c);
          rgb = rgb << 8 | Math.round(255 * Math.clamp(value, 0f, 1f));
        }
        data.setPixel(x, y, rgb);
      }
    }
    return new Image(getDisplay(), data);
  }

  private void paint(GC gc) {
    Rectangle area = getClientArea();
    ThemeColors colors = ThemeColors.current();
    gc.setBackground(colors.get(ThemeColor.GROUND));
    gc.fillRectangle(area);
    if (plot == null || tiles.length == 0) {
      return;
    }
    int columns = columns(area);
    Rectangle own = tiles[0].getBounds();
    double scale = scale(area, columns);
    int width = (int) Math.max(1, (own.width + GAP) * scale - GAP);
    int height = (int) Math.max(1, (own.height + GAP) * scale - GAP);
    gc.setAntialias(SWT.ON);
    gc.setInterpolation(SWT.HIGH);
    for (int i = 0; i < tiles.length; i++) {
      int x = GAP + i % columns * (width + GAP);
      int y = GAP + i / columns * (height + GAP);
      gc.drawImage(tiles[i], 0, 0, own.width, own.height, x, y, width, height);
      if (i == 0) {
        gc.setForeground(colors.get(ThemeColor.SELECTION));
        gc.setLineWidth(2);
        gc.drawRectangle(x - 1, y - 1, width + 2, height + 2);
      }
    }
  }

  private int columns(Rectangle area) {
    if (inRows) {
      return plot.columns();
    }
    int best = 1;
    for (int columns = 2; columns <= tiles.length; columns++) {
      best = scale(area, columns) > scale(area, best) ? columns : best;
    }
    return best;
  }

  private double scale(Rectangle area, int columns) {
    int rows = (tiles.length + columns - 1) / columns;
    Rectangle own = tiles[0].getBounds();
    return Math.min(
        (area.width - GAP) / (double) columns / (own.width + GAP),
        (area.height - GAP) / (double) rows / (own.height + GAP));
  }
}
