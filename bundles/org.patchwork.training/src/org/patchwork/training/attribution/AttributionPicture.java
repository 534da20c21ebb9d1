// SPDX-License-Identifier: MIT
package org.patchwork.training.attribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.patchwork.image.ImagePatch;
import org.patchwork.image.Png;
import org.patchwork.image.TileSheet;
import org.patchwork.image.display.ColorRamp;

/**
 * Three panels of one size: the image; the map, black over red to light yellow, the brightest
 * pixels limited; and the image in grey with three lines that enclose where the smoothed map is at
 * least a quarter (yellow), half (orange) and three quarters (vermilion) of its largest value.
 *
 * @param panels three, with three channels each
 */
public record AttributionPicture(List<ImagePatch> panels) {
  private static final int SIDE = 320;
  private static final int RGB = 3;

  /** Width of the lines. */
  private static final int LINE = 2;

  private static final double BRIGHTEST = 0.995;
  private static final double[] LEVELS = {0.25, 0.5, 0.75};
  private static final int[] LINES = {0xf0e442, 0xe69f00, 0xd55e00};

  public AttributionPicture {
    panels = List.copyOf(panels);
  }

  /** Draws an attribution; small images are enlarged by a whole factor. */
  public static AttributionPicture of(Attribution attribution) {
    ImagePatch image = attribution.image();
    ImagePatch map = attribution.map();
    int factor = Math.max(1, SIDE / Math.max(image.height(), image.width()));
    return new AttributionPicture(
        List.of(
            enlarged(image, factor), enlarged(colored(map), factor), lines(image, map, factor)));
  }

  /** The panels side by side. */
  public ImagePatch sheet() {
    return new TileSheet(panels.size()).draw(panels);
  }

  /** Writes {@link #sheet} as PNG. */
  public void writePng(Path file) throws IOException {
    Files.write(file, Png.encode(sheet()));
  }

  private static ImagePatch enlarged(ImagePatch image, int factor) {
    int height = image.height() * factor;
    int width = image.width() * factor;
    float[] values = new float[height * width * RGB];
    for (int i = 0; i < values.length; i++) {
      int pixel = i / RGB;
      values[i] =
          image.at(
              pixel / width / factor, pixel % width / factor, image.channels() < RGB ? 0 : i % RGB);
    }
    return new ImagePatch(height, width, RGB, values);
  }

  private static ImagePatch colored(ImagePatch map) {
    float[] sorted = map.values().clone();
    Arrays.sort(sorted);
    float top = Math.max(sorted[(int) ((sorted.length - 1) * BRIGHTEST)], Float.MIN_NORMAL);
    float[] values = new float[map.values().length * RGB];
    for (int i = 0; i < map.values().length; i++) {
      put(ColorRamp.INFERNO.color(map.values()[i] / top), values, i);
    }
    return new ImagePatch(map.height(), map.width(), RGB, values);
  }

  private static void put(int color, float[] values, int pixel) {
    for (int c = 0; c < RGB; c++) {
      values[pixel * RGB + c] = (color >> 16 - 8 * c & 0xff) / 255f;
    }
  }

  private static ImagePatch lines(ImagePatch image, ImagePatch map, int factor) {
    SmoothMap smooth = SmoothMap.of(map);
    ImagePatch plain = enlarged(image, factor);
    int width = plain.width();
    float[] values = plain.values();
    for (int pixel = 0; pixel < values.length / RGB; pixel++) {
      float grey = (values[pixel * RGB] + values[pixel * RGB + 1] + values[pixel * RGB + 2]) / RGB;
      Arrays.fill(values, pixel * RGB, pixel * RGB + RGB, 0.15f + 0.6f * grey);
    }
    int[] levels = smooth.levels(factor, LEVELS);
    for (int y = LINE; y < plain.height(); y++) {
      for (int x = LINE; x < width; x++) {
        int here = levels[y * width + x];
        int above = levels[(y - LINE) * width + x];
        int left = levels[y * width + x - LINE];
        int upper = Math.max(here, Math.max(above, left));
        if (upper > Math.min(here, Math.min(above, left))) {
          put(LINES[upper - 1], values, y * width + x);
        }
      }
    }
    return plain;
  }
}
