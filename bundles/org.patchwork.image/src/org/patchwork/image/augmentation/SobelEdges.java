// SPDX-License-Identifier: MIT
package org.patchwork.image.augmentation;

import java.util.random.RandomGenerator;
import org.patchwork.core.Param;
import org.patchwork.image.ImagePatch;

/**
 * Replaces the image by its edges: the mean of the Sobel sums in both directions over all channels,
 * stretched to [0, 1], in every channel.
 */
public final class SobelEdges implements Augmentation<SobelEdges.Parameters> {
  private static final float FLOOR = 1e-7f;

  /** Its strength. */
  public record Parameters(
      @Param(
              label = "Probability",
              help = "How often an image is replaced by its edges.",
              min = 0,
              max = 1,
              step = 0.05)
          double probability) {
    public Parameters() {
      this(0.1);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public ImagePatch apply(ImagePatch image, Parameters parameters, RandomGenerator random) {
    return Colors.happens(random, parameters.probability()) ? edges(image) : image;
  }

  static ImagePatch edges(ImagePatch image) {
    float[] grey = Pixels.grey(image);
    float[] edges = new float[grey.length];
    float min = Float.POSITIVE_INFINITY;
    float max = Float.NEGATIVE_INFINITY;
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        float edge = slope(grey, image.height(), image.width(), y, x);
        edges[y * image.width() + x] = edge;
        min = Math.min(min, edge);
        max = Math.max(max, edge);
      }
    }
    for (int i = 0; i < edges.length; i++) {
      edges[i] = (edges[i] - min) / (max - min + FLOOR);
    }
    return Pixels.spread(image, edges);
  }

  /** Mean of the two Sobel sums, downwards and to the right. */
  private static float slope(float[] grey, int height, int width, int y, int x) {
    int above = mirrored(y - 1, height) * width;
    int here = y * width;
    int below = mirrored(y + 1, height) * width;
    int left = mirrored(x - 1, width);
    int right = mirrored(x + 1, width);
    float down =
        grey[below + left]
            - grey[above + left]
            + 2 * (grey[below + x] - grey[above + x])
            + grey[below + right]
            - grey[above + right];
    float across =
        grey[above + right]
            - grey[above + left]
            + 2 * (grey[here + right] - grey[here + left])
            + grey[below + right]
            - grey[below + left];
    return (down + across) / 2;
  }

  /** Mirrored at the outermost pixels, which are not doubled. */
  private static int mirrored(int place, int size) {
    int folded = Math.abs(place);
    return size == 1 ? 0 : folded < size ? folded : 2 * size - 2 - folded;
  }
}
