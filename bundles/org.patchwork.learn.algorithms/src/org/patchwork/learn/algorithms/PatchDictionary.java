// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.random.RandomGenerator;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Ops;

/**
 * A dictionary of small patches, and the features it gives (Coates, Ng and Lee 2011, sections 3 and
 * 4: contrast normalisation, ZCA whitening, k-means, "triangle" activation, pooling over
 * quadrants). Differs from the paper in pooling by the mean instead of the sum, which makes
 * features independent of the image size.
 *
 * @param imageSize width and height of the images it was learned from
 * @param patchSize width and height of a patch
 * @param channels channels of the images
 * @param whitening whitening of contrast-normalised patches
 * @param filters the centres of whitened patches
 */
record PatchDictionary(
    int imageSize, int patchSize, int channels, Whitening whitening, Points filters) {
  /**
   * Added to the variance of a patch with values in [0, 1]: 10 for values in 0…255, as in the
   * paper.
   */
  private static final float CONTRAST_FLOOR = 10f / (255 * 255);

  private static final double WHITENING_FLOOR = 0.1;
  private static final float ROOT_FLOOR = 1e-6f;
  private static final int POOLS = 4;

  /**
   * Learns a dictionary.
   *
   * @param sample patches with values in [0, 1], row-major with channels last; normalised in place
   * @param filters number of patches in the dictionary; fewer if there are fewer distinct ones
   */
  static PatchDictionary learn(
      PatchSample sample,
      int imageSize,
      int patchSize,
      int filters,
      int iterations,
      RandomGenerator random,
      IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, 10);
    Points patches = sample.patches();
    normalizeContrast(patches);
    Whitening whitening = Whitening.of(patches, WHITENING_FLOOR);
    progress.split(1);
    Points whitened = whitening.apply(patches);
    progress.split(1);
    Points centres =
        new KMeans(whitened, random).run(filters, iterations, progress.split(8)).centres();
    return new PatchDictionary(imageSize, patchSize, sample.channels(), whitening, centres);
  }

  /** Subtracts the mean of each patch and divides by √(variance + floor). */
  static void normalizeContrast(Points patches) {
    int width = patches.width();
    float[] values = patches.values();
    for (int p = 0; p < patches.count(); p++) {
      double sum = 0;
      double squares = 0;
      for (int j = p * width; j < (p + 1) * width; j++) {
        sum += values[j];
        squares += (double) values[j] * values[j];
      }
      double mean = sum / width;
      double scale = 1 / Math.sqrt(Math.max(0, squares / width - mean * mean) + CONTRAST_FLOOR);
      for (int j = p * width; j < (p + 1) * width; j++) {
        values[j] = (float) ((values[j] - mean) * scale);
      }
    }
  }

  /** Number of features. */
  int features() {
    return POOLS * filters.count();
  }

  /**
   * The features of images.
   *
   * @param images {@code [n, h, w, channels]}, values in [0, 1]
   * @param stride distance between patches
   * @return {@code [n, 4 · filters]}: for each quadrant, upper left first, the mean activation of
   *     each filter
   */
  Node build(Ops ops, Node images, int stride) {
    Node patches = ops.extractPatches(images, patchSize, stride);
    int height = patches.size(1);
    int width = patches.size(2);
    Node z = whiten(ops, normalize(ops, ops.reshape(patches, -1, patches.size(3))));
    Node active = activate(ops, distances(ops, z));
    return pool(ops, ops.reshape(active, -1, height, width, filters.count()));
  }

  private static Node normalize(Ops ops, Node patches) {
    Node centred = ops.subtract(patches, ops.mean(patches, true, 1));
    Node variance = ops.mean(ops.square(centred), true, 1);
    return ops.divide(centred, ops.sqrt(ops.add(variance, ops.constant(CONTRAST_FLOOR))));
  }

  private Node whiten(Ops ops, Node patches) {
    int width = filters.width();
    Node centred = ops.subtract(patches, ops.constant(whitening.mean(), width));
    return ops.matMul(centred, ops.constant(whitening.matrix(), width, width), false);
  }

  /** Distance of each patch to each filter: {@code [patches, filters]}. */
  private Node distances(Ops ops, Node z) {
    Node centres = ops.constant(filters.values(), filters.count(), filters.width());
    float[] norms = new float[filters.count()];
    for (int i = 0; i < norms.length; i++) {
      norms[i] = (float) filters.squaredNorm(i);
    }
    Node products = ops.multiply(ops.matMul(z, centres, true), ops.constant(-2));
    Node squares = ops.add(ops.sum(ops.square(z), true, 1), ops.constant(norms, norms.length));
    Node squared = ops.maximum(ops.add(squares, products), ops.constant(ROOT_FLOOR));
    return ops.sqrt(squared);
  }

  /** The triangle: max(0, mean distance − distance), so that about half of the filters answer. */
  private static Node activate(Ops ops, Node distances) {
    return ops.relu(ops.subtract(ops.mean(distances, true, 1), distances));
  }

  private static Node pool(Ops ops, Node map) {
    int top = (map.size(1) + 1) / 2;
    int left = (map.size(2) + 1) / 2;
    Node[] rows = {
      ops.slice(map, 1, 0, top), ops.slice(map, 1, map.size(1) / 2, top),
    };
    Node[] pools = new Node[POOLS];
    for (int i = 0; i < POOLS; i++) {
      Node row = rows[i / 2];
      Node quadrant = ops.slice(row, 2, i % 2 == 0 ? 0 : map.size(2) / 2, left);
      pools[i] = ops.mean(quadrant, false, 1, 2);
    }
    return ops.concat(1, pools);
  }
}
