// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.patchwork.core.ImageFormatException;
import org.patchwork.image.ImagePatch;
import org.patchwork.image.TileSheet;
import org.patchwork.learn.encoder.TrainerContext;
import org.patchwork.learn.log.PictureLog;

/**
 * A few images of a run, always the same, above what a network has drawn of them.
 *
 * @param context where the images are
 */
record DrawnImages(TrainerContext context) {
  private static final int MOST = 10;

  /** Up to ten rows, spread over all. */
  int[] rows() {
    int count = Math.min(MOST, context.rows().length);
    return IntStream.range(0, count)
        .map(i -> context.rows()[(int) ((long) i * context.rows().length / count)])
        .toArray();
  }

  /** The images above what was drawn of them. */
  void log(String name, float[][] drawn, PictureLog pictures) throws IOException {
    log(name, images(), drawn, pictures);
  }

  /** Images of their own above what was drawn of them. */
  void log(String name, float[][] shown, float[][] drawn, PictureLog pictures) throws IOException {
    List<ImagePatch> tiles = new ArrayList<>();
    for (float[] image : shown) {
      tiles.add(patch(image));
    }
    for (float[] image : drawn) {
      tiles.add(patch(image));
    }
    pictures.add(name, new TileSheet(drawn.length).draw(tiles));
  }

  /** The images; black where one cannot be read. */
  float[][] images() {
    return Arrays.stream(rows()).mapToObj(this::image).toArray(float[][]::new);
  }

  /** An image of white. */
  float[] white() {
    float[] white = new float[context.input().values()];
    Arrays.fill(white, 1);
    return white;
  }

  /** An image; black if it cannot be read. */
  float[] image(int row) {
    float[] pixels = new float[context.input().values()];
    try {
      context.images().read(row, context.input(), pixels, 0);
    } catch (ImageFormatException e) {
      Arrays.fill(pixels, 0); // the run names it among what it has skipped
    }
    return pixels;
  }

  /** Values as an image, limited to 0 and 1. */
  ImagePatch patch(float[] values) {
    int[] shape = context.imageShape();
    float[] limited = values.clone();
    for (int i = 0; i < limited.length; i++) {
      limited[i] = Math.clamp(limited[i], 0f, 1f);
    }
    return new ImagePatch(shape[0], shape[1], shape[2], limited);
  }
}
