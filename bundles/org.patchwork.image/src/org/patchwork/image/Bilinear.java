// SPDX-License-Identifier: MIT
package org.patchwork.image;

/**
 * The one resize of the product: bilinear between the four nearest pixels, half-pixel centres, no
 * smoothing before shrinking, edges repeated; what TensorFlow's {@code ResizeBilinear} with {@code
 * half_pixel_centers} computes, so that extractors see what they were trained on.
 */
final class Bilinear {
  private final int[] lower;
  private final int[] upper;
  private final float[] fraction;

  /** The source positions of every target position along one side. */
  private Bilinear(int from, int to) {
    lower = new int[to];
    upper = new int[to];
    fraction = new float[to];
    double scale = (double) from / to;
    for (int i = 0; i < to; i++) {
      double position = (i + 0.5) * scale - 0.5;
      double floor = Math.floor(position);
      lower[i] = (int) Math.max(0, floor);
      upper[i] = (int) Math.min(from - 1, Math.ceil(position));
      fraction[i] = (float) (position - floor);
    }
  }

  /**
   * Reads a window of an image at another size.
   *
   * @param source the image
   * @param window inside the image
   * @param height of the result
   * @param width of the result
   * @return {@code [height, width, source.channels()]}
   */
  static ImagePatch read(DecodedImage source, Window window, int height, int width) {
    int channels = source.channels();
    float[] values = new float[Math.multiplyExact(Math.multiplyExact(height, width), channels)];
    Bilinear rows = new Bilinear(window.height(), height);
    Bilinear columns = new Bilinear(window.width(), width);
    Row above = new Row(source, window, columns);
    Row below = new Row(source, window, columns);
    for (int y = 0; y < height; y++) {
      if (below.y == rows.lower[y]) {
        Row swap = above;
        above = below;
        below = swap;
      }
      above.move(rows.lower[y]);
      below.move(rows.upper[y]);
      float t = rows.fraction[y];
      int out = y * width * channels;
      for (int i = 0; i < width * channels; i++) {
        values[out + i] = above.values[i] + (below.values[i] - above.values[i]) * t;
      }
    }
    return new ImagePatch(height, width, channels, values);
  }

  /** One source row, already resized along x. */
  private static final class Row {
    private final DecodedImage source;
    private final Window window;
    private final Bilinear columns;
    private final float[] raw;
    private final float[] values;
    private int y = -1;

    Row(DecodedImage source, Window window, Bilinear columns) {
      this.source = source;
      this.window = window;
      this.columns = columns;
      this.raw = new float[window.width() * source.channels()];
      this.values = new float[columns.lower.length * source.channels()];
    }

    void move(int newY) {
      if (y == newY) {
        return;
      }
      y = newY;
      source.readRow(window.y() + y, window.x(), window.width(), raw);
      int channels = source.channels();
      if (columns.lower.length == window.width()) {
        System.arraycopy(raw, 0, values, 0, raw.length);
        return;
      }
      for (int x = 0; x < columns.lower.length; x++) {
        int left = columns.lower[x] * channels;
        int right = columns.upper[x] * channels;
        float t = columns.fraction[x];
        for (int c = 0; c < channels; c++) {
          values[x * channels + c] = raw[left + c] + (raw[right + c] - raw[left + c]) * t;
        }
      }
    }
  }
}
