// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.patchwork.image.ImagePatch;
import org.patchwork.image.TileSheet;

/**
 * The kernels of a first layer, each stretched to the range of its own values; those of three
 * channels in colour, others in grey, the mean over their channels.
 */
final class KernelPicture {
  private static final int RGB = 3;
  private static final int SIDE = 24;
  private static final float MIDDLE = 0.5f;

  private KernelPicture() {}

  /**
   * The first layer of an encoder.
   *
   * @param state values by name, those of the first layer before others
   * @param shapes their shapes
   * @param channels channels of the images
   * @return empty if no weights have the form of a convolution of such images
   */
  static Optional<ImagePatch> ofFirstLayer(
      Map<String, float[]> state, Map<String, int[]> shapes, int channels) {
    return shapes.entrySet().stream()
        .filter(entry -> entry.getValue().length == 4 && entry.getValue()[2] == channels)
        .filter(entry -> state.containsKey(entry.getKey()))
        .findFirst()
        .map(entry -> draw(state.get(entry.getKey()), entry.getValue()));
  }

  /**
   * Draws kernels.
   *
   * @param values row-major
   * @param shape height, width, channels, number
   */
  static ImagePatch draw(float[] values, int[] shape) {
    int channels = shape[2] == RGB ? RGB : 1;
    List<ImagePatch> tiles = new ArrayList<>();
    for (int kernel = 0; kernel < shape[3]; kernel++) {
      float[] tile = new float[shape[0] * shape[1] * channels];
      for (int cell = 0; cell < shape[0] * shape[1]; cell++) {
        for (int c = 0; c < shape[2]; c++) {
          float value = values[(cell * shape[2] + c) * shape[3] + kernel];
          tile[cell * channels + c % channels] += value * channels / shape[2];
        }
      }
      stretch(tile);
      tiles.add(enlarged(new ImagePatch(shape[0], shape[1], channels, tile)));
    }
    int columns = (int) Math.ceil(Math.sqrt(tiles.size()));
    return new TileSheet(columns, 2).draw(tiles);
  }

  /** To [0, 1]; a kernel whose values are all the same is grey. */
  private static void stretch(float[] tile) {
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (float value : tile) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    if (!(high > low)) {
      Arrays.fill(tile, MIDDLE);
      return;
    }
    for (int i = 0; i < tile.length; i++) {
      tile[i] = (tile[i] - low) / (high - low);
    }
  }

  /** Every value as a square, so that kernels of three pixels can be seen. */
  private static ImagePatch enlarged(ImagePatch tile) {
    int factor = Math.max(1, SIDE / Math.max(tile.height(), tile.width()));
    int height = tile.height() * factor;
    int width = tile.width() * factor;
    float[] values = new float[height * width * tile.channels()];
    int out = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int c = 0; c < tile.channels(); c++) {
          values[out++] = tile.at(y / factor, x / factor, c);
        }
      }
    }
    return new ImagePatch(height, width, tile.channels(), values);
  }
}
