// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Rectangle;
import org.patchwork.image.Thumbnail;

/** Pictures as SWT images, and their drawing at any size. */
final class PictureDrawing {
  private static final PaletteData RGB = new PaletteData(0xff0000, 0xff00, 0xff);

  private PictureDrawing() {}

  /** The picture as an image; the caller disposes it. */
  static Image image(Device device, Thumbnail picture) {
    return new Image(
        device, new ImageData(picture.width(), picture.height(), 24, RGB, 1, picture.rgb()));
  }

  /**
   * Draws what is in sight of an image, and no more: one magnified 64 times is larger than any
   * screen.
   *
   * @param part of the picture that the image shows, in pixels of the picture
   * @param area of the screen
   * @param smooth true to interpolate where it is enlarged, false to show pixels as squares
   */
  static void draw(
      GC gc, Image image, Rectangle part, Viewport viewport, Rectangle area, boolean smooth) {
    Rectangle visible = viewport.visible(part, area);
    if (visible.isEmpty()) {
      return;
    }
    Rectangle pixels = image.getBounds();
    double across = (double) pixels.width / part.width;
    double down = (double) pixels.height / part.height;
    int left = (int) Math.floor((visible.x - part.x) * across);
    int top = (int) Math.floor((visible.y - part.y) * down);
    int width = (int) Math.ceil((visible.x - part.x + visible.width) * across) - left;
    int height = (int) Math.ceil((visible.y - part.y + visible.height) * down) - top;
    Rectangle target =
        viewport.toScreen(
            part.x + left / across,
            part.y + top / down,
            part.x + (left + width) / across,
            part.y + (top + height) / down);
    gc.setInterpolation(interpolation(target.width < width, smooth));
    gc.drawImage(image, left, top, width, height, target.x, target.y, target.width, target.height);
  }

  /** On GTK, the best quality enlarges to plain squares, while the default interpolates. */
  private static int interpolation(boolean reduced, boolean smooth) {
    if (reduced) {
      return SWT.HIGH;
    }
    return smooth ? SWT.DEFAULT : SWT.NONE;
  }
}
