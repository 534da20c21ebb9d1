// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.patchwork.ui.ThemeColor;
import org.patchwork.ui.ThemeColors;

/**
 * One picture as large as there is room; small ones are enlarged by whole steps, pixel by pixel.
 */
final class PictureCanvas extends Canvas {
  private static final int GAP = 6;
  private static final int MOST_TIMES = 8;

  /** From here on pixels are shown as they are. */
  private static final int PIXELS_FROM = 3;

  private Image image;

  PictureCanvas(Composite parent) {
    super(parent, SWT.DOUBLE_BUFFERED);
    addListener(SWT.Paint, event -> paint(event.gc));
    addListener(SWT.Dispose, event -> release());
    ThemeColors.current().onChange(this, this::redraw);
  }

  /** Shows another picture; null for none. */
  void show(ImageData picture) {
    release();
    image = picture == null ? null : new Image(getDisplay(), picture);
    redraw();
  }

  /** Width and height of what is shown; null for nothing. */
  Rectangle pictureSize() {
    return image == null ? null : image.getBounds();
  }

  private void release() {
    if (image != null) {
      image.dispose();
      image = null;
    }
  }

  private void paint(GC gc) {
    Rectangle area = getClientArea();
    gc.setBackground(ThemeColors.current().get(ThemeColor.GROUND));
    gc.fillRectangle(area);
    if (image == null) {
      return;
    }
    Rectangle own = image.getBounds();
    double scale =
        Math.min((area.width - 2.0 * GAP) / own.width, (area.height - 2.0 * GAP) / own.height);
    scale = Math.min(MOST_TIMES, scale > PIXELS_FROM ? Math.floor(scale) : scale);
    int width = (int) Math.max(1, own.width * scale);
    int height = (int) Math.max(1, own.height * scale);
    gc.setInterpolation(scale > PIXELS_FROM ? SWT.NONE : SWT.HIGH);
    gc.drawImage(
        image,
        0,
        0,
        own.width,
        own.height,
        (area.width - width) / 2,
        (area.height - height) / 2,
        width,
        height);
  }
}
