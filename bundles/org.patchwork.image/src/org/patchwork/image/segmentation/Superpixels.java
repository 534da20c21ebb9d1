// SPDX-License-Identifier: MIT
package org.patchwork.image.segmentation;

import java.util.Arrays;
import org.patchwork.image.ImagePatch;

/**
 * Efficient graph-based segmentation (Felzenszwalb and Huttenlocher 2004): neighbouring pixels, of
 * eight, are joined in the order of their difference, the Euclidean distance of the smoothed
 * values, as long as it is smaller than the largest difference within either segment plus {@code
 * scale / 255 / size}. In the conventions of scikit-image, whose segments come out, but for ties.
 *
 * @param scale the larger, the larger the segments; for values from 0 to 1
 * @param sigma width in pixels of the Gaussian that smooths the image first; 0 for none
 * @param minSize smaller segments are joined with a neighbour at the end
 */
public record Superpixels(double scale, double sigma, int minSize) {
  /** The smoothing that scikit-image takes. */
  public static final double DEFAULT_SIGMA = 0.8;

  private static final double RANGE = 255;

  public Superpixels {
    if (!(scale >= 0) || !(sigma >= 0)) {
      throw new IllegalArgumentException(
          "Scale and sigma of superpixels must not be negative, but are " + scale + ", " + sigma);
    }
  }

  /** The segments of an image, numbered in the order of their first pixels. */
  public SegmentMap segment(ImagePatch image) {
    Edges edges = Edges.of(new Smoothing(sigma).apply(image));
    Forest forest = new Forest(image.height() * image.width());
    for (int edge : edges.ascending()) {
      int a = forest.root(edges.first(edge));
      int b = forest.root(edges.second(edge));
      if (a != b && edges.cost(edge) < Math.min(limit(forest, a), limit(forest, b))) {
        forest.join(a, b, edges.cost(edge));
      }
    }
    for (int edge : edges.ascending()) {
      int a = forest.root(edges.first(edge));
      int b = forest.root(edges.second(edge));
      if (a != b && (forest.size(a) < minSize || forest.size(b) < minSize)) {
        forest.join(a, b, edges.cost(edge));
      }
    }
    return numbered(image, forest);
  }

  private double limit(Forest forest, int root) {
    return forest.within(root) + scale / RANGE / forest.size(root);
  }

  private static SegmentMap numbered(ImagePatch image, Forest forest) {
    int[] segments = new int[image.height() * image.width()];
    int[] number = new int[segments.length];
    Arrays.fill(number, SegmentMap.NONE);
    int count = 0;
    for (int pixel = 0; pixel < segments.length; pixel++) {
      int root = forest.root(pixel);
      if (number[root] == SegmentMap.NONE) {
        number[root] = count++;
      }
      segments[pixel] = number[root];
    }
    return new SegmentMap(image.height(), image.width(), count, segments);
  }

  /** Segments that grow together: trees of pixels (Tarjan 1975). */
  private static final class Forest {
    private final int[] parent;
    private final int[] size;
    private final double[] within;

    Forest(int pixels) {
      parent = new int[pixels];
      size = new int[pixels];
      within = new double[pixels];
      Arrays.setAll(parent, pixel -> pixel);
      Arrays.fill(size, 1);
    }

    int root(int pixel) {
      int root = pixel;
      while (parent[root] != root) {
        parent[root] = parent[parent[root]];
        root = parent[root];
      }
      return root;
    }

    void join(int a, int b, double cost) {
      int larger = size[a] >= size[b] ? a : b;
      int smaller = larger == a ? b : a;
      parent[smaller] = larger;
      size[larger] += size[smaller];
      within[larger] = cost;
    }

    int size(int root) {
      return size[root];
    }

    double within(int root) {
      return within[root];
    }
  }
}
