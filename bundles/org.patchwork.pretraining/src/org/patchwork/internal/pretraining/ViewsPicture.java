// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.patchwork.image.ImagePatch;
import org.patchwork.image.TileSheet;
import org.patchwork.learn.encoder.EncoderBatch;
import org.patchwork.learn.encoder.View;

/** What the network was fed with: the views of some images of a batch, one image in a row. */
final class ViewsPicture {
  private static final int IMAGES = 8;

  private ViewsPicture() {}

  /** Draws the first images of a batch; smaller views are enlarged. */
  static ImagePatch draw(EncoderBatch batch, List<View> views, SomeImages images) {
    int[] whole = {images.input().height(), images.input().width(), images.input().channels()};
    List<ImagePatch> tiles = new ArrayList<>();
    for (int image = 0; image < IMAGES; image++) {
      for (int view = 0; view < views.size(); view++) {
        int[] shape = views.get(view).shape(whole);
        int width = shape[0] * shape[1] * shape[2];
        if ((image + 1) * width <= batch.views()[view].length) {
          float[] values =
              Arrays.copyOfRange(batch.views()[view], image * width, (image + 1) * width);
          tiles.add(enlarged(new ImagePatch(shape[0], shape[1], shape[2], values), whole));
        }
      }
    }
    return new TileSheet(views.size()).draw(tiles);
  }

  private static ImagePatch enlarged(ImagePatch view, int[] whole) {
    float[] values = new float[whole[0] * whole[1] * whole[2]];
    int out = 0;
    for (int y = 0; y < whole[0]; y++) {
      for (int x = 0; x < whole[1]; x++) {
        for (int c = 0; c < whole[2]; c++) {
          values[out++] = view.at(y * view.height() / whole[0], x * view.width() / whole[1], c);
        }
      }
    }
    return new ImagePatch(whole[0], whole[1], whole[2], values);
  }
}
