// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.RowFilter;
import org.patchwork.core.RowFilter.ExcludeStatus;
import org.patchwork.core.RowFilter.LabelStatus;
import org.patchwork.learn.FeatureScaling;
import org.patchwork.learn.RandomRows;
import org.patchwork.learn.SampleRequest;

/**
 * Candidates with their features in memory, in table order.
 *
 * @param rows their row numbers, ascending
 * @param points their features, one point each
 * @param candidates out of how many they were taken
 */
record FeaturePool(int[] rows, Points points, int candidates) {
  /** At most so many values are held: 400 MB. */
  private static final int MAX_VALUES = 100_000_000;

  private static final RowFilter UNLABELED =
      new RowFilter(LabelStatus.UNLABELED, ExcludeStatus.ANY, List.of());
  private static final RowFilter TRAINING =
      new RowFilter(LabelStatus.ANY, ExcludeStatus.TRAINING, List.of());

  /**
   * Reads candidates; those without features are left out.
   *
   * @param rows ascending
   * @param most more than these are thinned out at random, and more than 400 MB of features, too
   */
  static FeaturePool of(
      FeatureMatrix features,
      int[] rows,
      int most,
      RandomGenerator random,
      IProgressMonitor monitor) {
    int room = Math.min(most, MAX_VALUES / FeatureVectors.channels(features));
    int[] some = rows;
    if (rows.length > room) {
      some = RandomRows.withoutReplacement(rows, room, random);
      Arrays.sort(some);
    }
    int[] known = Arrays.stream(some).filter(row -> row < features.rows()).toArray();
    return withoutGaps(known, FeatureVectors.of(features, known, monitor), rows.length);
  }

  /** Closes the gaps that images leave that could not be read. */
  private static FeaturePool withoutGaps(int[] rows, Points points, int candidates) {
    int width = points.width();
    float[] values = points.values();
    int[] kept = new int[rows.length];
    int count = 0;
    for (int i = 0; i < rows.length; i++) {
      if (!Float.isNaN(values[i * width])) {
        if (count < i) {
          System.arraycopy(values, i * width, values, count * width, width);
        }
        kept[count++] = rows[i];
      }
    }
    return new FeaturePool(
        Arrays.copyOf(kept, count), new Points(values, count, width), candidates);
  }

  /**
   * The features of training images that have a label, to keep away from.
   *
   * @param most more than these are thinned out at random
   */
  static FeaturePool labeled(SampleRequest request, int most, IProgressMonitor monitor) {
    BitSet training = new BitSet();
    Arrays.stream(TRAINING.select(request.labels())).forEach(training::set);
    Arrays.stream(UNLABELED.select(request.labels())).forEach(training::clear);
    int[] rows = training.stream().toArray();
    return of(request.features(), rows, most, request.random(), monitor);
  }

  /** Number of images. */
  int size() {
    return rows.length;
  }

  /** Row numbers of points, in their order. */
  int[] rowsOf(int[] places) {
    return Arrays.stream(places).map(place -> rows[place]).toArray();
  }

  /**
   * Turns the points into directions from the average image: the mean of all features is taken
   * away, then each point is scaled to length 1. The mean is that of {@link FeatureScaling}, the
   * same for candidates and labelled images.
   */
  void makeDirections(FeatureMatrix features) {
    float[] mean = FeatureScaling.of(features).mean();
    float[] values = points.values();
    IntStream.range(0, points.count())
        .parallel()
        .forEach(
            point -> {
              for (int j = 0; j < mean.length; j++) {
                values[point * mean.length + j] -= mean[j];
              }
            });
    points.normalize();
  }

  /** The start of a reason: {@code "24 of 1,287 images"}, or of a random part of them. */
  String images(int chosen) {
    return candidates == size()
        ? String.format(Locale.ROOT, "%,d of %,d images", chosen, candidates)
        : String.format(Locale.ROOT, "%,d of %,d images out of %,d", chosen, size(), candidates);
  }
}
