// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.PaletteData;
import org.patchwork.image.Thumbnail;

/**
 * A thumbnail brought to the size in which it is drawn, so that painting copies pixels and scales
 * nothing. The size for the screen's own zoom is computed by the constructor, which may run on any
 * thread.
 */
final class FittedPicture implements ImageDataProvider {
  private static final PaletteData RGB = new PaletteData(0xff0000, 0xff00, 0xff);

  private final Thumbnail thumbnail;
  private final int side;
  private final int screenZoom;
  private final boolean smooth;
  private final ImageData forScreen;

  /**
   * Fits a thumbnail into a square.
   *
   * @param side edge of the square in points
   * @param screenZoom 100 for one pixel per point
   * @param smooth false to repeat pixels where the thumbnail is enlarged
   */
  FittedPicture(Thumbnail thumbnail, int side, int screenZoom, boolean smooth) {
    this.thumbnail = thumbnail;
    this.side = side;
    this.screenZoom = screenZoom;
    this.smooth = smooth;
    this.forScreen = fit(side * screenZoom / 100);
  }

  @Override
  public ImageData getImageData(int zoom) {
    return zoom == screenZoom ? forScreen : fit(side * zoom / 100);
  }

  private ImageData fit(int pixels) {
    double scale = (double) pixels / Math.max(thumbnail.width(), thumbnail.height());
    int width = (int) Math.max(1, Math.round(thumbnail.width() * scale));
    int height = (int) Math.max(1, Math.round(thumbnail.height() * scale));
    byte[] rgb = smooth || scale <= 1 ? resize(width, height) : repeat(width, height);
    return new ImageData(width, height, 24, RGB, 1, rgb);
  }

  /** Each pixel of the result is the one of the thumbnail in which its centre lies. */
  private byte[] repeat(int width, int height) {
    byte[] target = new byte[width * height * 3];
    for (int y = 0, out = 0; y < height; y++) {
      int row = (int) ((y + 0.5) * thumbnail.height() / height) * thumbnail.width();
      for (int x = 0; x < width; x++, out += 3) {
        int in = 3 * (row + (int) ((x + 0.5) * thumbnail.width() / width));
        System.arraycopy(thumbnail.rgb(), in, target, out, 3);
      }
    }
    return target;
  }

  /** Bilinear with half-pixel centres; thumbnails come at most twice as large as they are shown. */
  private byte[] resize(int width, int height) {
    byte[] target = new byte[width * height * 3];
    int[] left = new int[width];
    float[] right = new float[width];
    for (int x = 0; x < width; x++) {
      float at = place(x, width, thumbnail.width());
      left[x] = (int) at;
      right[x] = at - left[x];
    }
    for (int y = 0; y < height; y++) {
      float at = place(y, height, thumbnail.height());
      int top = (int) at;
      int below = Math.min(top + 1, thumbnail.height() - 1);
      for (int x = 0; x < width; x++) {
        mix(top, below, at - top, left[x], right[x], target, (y * width + x) * 3);
      }
    }
    return target;
  }

  private static float place(int index, int size, int sourceSize) {
    float at = (index + 0.5f) * sourceSize / size - 0.5f;
    return Math.max(0, Math.min(sourceSize - 1, at));
  }

  private void mix(
      int top, int below, float down, int left, float right, byte[] target, int offset) {
    byte[] rgb = thumbnail.rgb();
    int width = thumbnail.width();
    int next = Math.min(left + 1, width - 1);
    for (int c = 0; c < 3; c++) {
      float upper =
          blend(rgb[(top * width + left) * 3 + c], rgb[(top * width + next) * 3 + c], right);
      float lower =
          blend(rgb[(below * width + left) * 3 + c], rgb[(below * width + next) * 3 + c], right);
      target[offset + c] = (byte) Math.round(upper + (lower - upper) * down);
    }
  }

  private static float blend(byte first, byte second, float share) {
    return (first & 0xff) + ((second & 0xff) - (first & 0xff)) * share;
  }
}
