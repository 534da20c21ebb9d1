// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.patchwork.core.LabelTable;
import org.patchwork.learn.FeatureScaling;
import org.patchwork.learn.SampleRequest;

/**
 * The gradient of the loss with respect to the kernel of the last layer, with the model's own
 * answer in the place of the label (Ash et al. 2020): x gᵀ with x the input of the layer and g its
 * output error, kept as these two factors.
 *
 * <p>With independent classes g_c = (p_c − ŷ_c) / C, ŷ_c = [p_c ≥ ½], for the mean cross-entropy
 * over C classes; with exclusive classes g = p − onehot(arg max p), as in the paper. A cell with a
 * label has g_c = 0, since asking for it again teaches nothing; an image with a label for every
 * class counts as if it had none.
 *
 * @param inputs x of each image
 * @param errors g of each image
 */
record GradientEmbedding(Points inputs, Points errors) {

  /**
   * The embedding of all classes.
   *
   * @param pool not changed but for its points, which become the inputs of the layer
   */
  static GradientEmbedding ofAllClasses(
      FeaturePool pool, PredictionView view, SampleRequest request) {
    int classes = view.classes();
    float[] errors = new float[Math.multiplyExact(pool.size(), classes)];
    IntStream.range(0, pool.size())
        .parallel()
        .forEach(i -> errors(view, pool.rows()[i], errors, i * classes));
    return new GradientEmbedding(inputs(pool, request), new Points(errors, pool.size(), classes));
  }

  /**
   * The embedding of one class: the column of the kernel that belongs to it.
   *
   * @param index the class, counted among the classes of the view
   */
  static GradientEmbedding ofClass(
      FeaturePool pool, PredictionView view, int index, SampleRequest request) {
    float[] errors = new float[pool.size()];
    for (int i = 0; i < errors.length; i++) {
      float p = view.probability(pool.rows()[i], index);
      errors[i] = (p - (p >= 0.5f ? 1 : 0)) / view.classes();
    }
    return new GradientEmbedding(inputs(pool, request), new Points(errors, pool.size(), 1));
  }

  private static void errors(PredictionView view, int row, float[] errors, int offset) {
    int classes = view.classes();
    for (int c = 0; c < classes; c++) {
      errors[offset + c] = view.probability(row, c);
    }
    if (view.exclusive() && classes > 1) {
      errors[offset + largest(errors, offset, classes)] -= 1;
    } else {
      for (int c = 0; c < classes; c++) {
        float p = errors[offset + c];
        errors[offset + c] = (p - (p >= 0.5f ? 1 : 0)) / classes;
      }
    }
    mask(view, row, errors, offset);
  }

  private static int largest(float[] values, int offset, int length) {
    int best = 0;
    for (int c = 1; c < length; c++) {
      best = values[offset + c] > values[offset + best] ? c : best;
    }
    return best;
  }

  private static void mask(PredictionView view, int row, float[] errors, int offset) {
    int classes = view.classes();
    boolean open = false;
    for (int c = 0; c < classes && !open; c++) {
      open = view.label(row, c) == LabelTable.UNKNOWN;
    }
    for (int c = 0; c < classes && open; c++) {
      if (view.label(row, c) != LabelTable.UNKNOWN) {
        errors[offset + c] = 0;
      }
    }
  }

  /**
   * What the last layer sees, where the request tells; else the features, averaged over a map and
   * scaled as the network scales them.
   */
  private static Points inputs(FeaturePool pool, SampleRequest request) {
    if (request.hidden().isPresent()) {
      return pool.points();
    }
    FeatureScaling scaling = FeatureScaling.of(request.features());
    Points points = pool.points();
    float[] values = points.values();
    int width = points.width();
    IntStream.range(0, points.count())
        .parallel()
        .forEach(
            point -> {
              for (int j = 0; j < width; j++) {
                int at = point * width + j;
                values[at] = (values[at] - scaling.mean()[j]) * scaling.factor();
              }
            });
    return points;
  }

  /** The class whose error is largest, counted among the classes of the view. */
  int mainClass(int point) {
    float[] sizes =
        Arrays.copyOfRange(errors.values(), point * errors.width(), (point + 1) * errors.width());
    for (int c = 0; c < sizes.length; c++) {
      sizes[c] = Math.abs(sizes[c]);
    }
    return largest(sizes, 0, sizes.length);
  }

  /** Distances between the embeddings. */
  OuterProducts space() {
    return new OuterProducts(inputs, errors);
  }
}
