// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.Arrays;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.core.RowFilter;
import org.patchwork.core.RowFilter.Condition;
import org.patchwork.core.RowFilter.ExcludeStatus;
import org.patchwork.core.RowFilter.LabelStatus;
import org.patchwork.learn.RandomRows;
import org.patchwork.learn.RowBlocks;
import org.patchwork.learn.SampleRequest;

/**
 * How near images are, by their features, to the training images labelled with a class and to those
 * labelled without it: the relevance of Giacinto and Roli (2004), d⁻ / (d⁺ + d⁻), with the
 * Euclidean distances to the nearest of each kind. Where no image is labelled without the class, 1
 * / (1 + d⁺), which gives the same order for equal d⁻.
 *
 * <p>Features are read block by block from the mapped file and multiplied with all examples at
 * once; nothing is kept but one number per image.
 */
final class LabeledNeighbours {
  private static final int BLOCK = 512;

  private final FeatureMatrix features;
  private final boolean normalize;
  private final Points positives;
  private final Points negatives;

  /**
   * Takes the examples of the chosen class.
   *
   * @param most at most this many of each kind, chosen at random
   * @param normalize compare directions of features
   */
  LabeledNeighbours(SampleRequest request, int most, boolean normalize) {
    this.features = request.features().withRows(request.labels().rows());
    this.normalize = normalize;
    this.positives = examples(request, LabelTable.PRESENT, most);
    this.negatives = examples(request, LabelTable.ABSENT, most);
  }

  private Points examples(SampleRequest request, byte value, int most) {
    String classId = request.labels().classIds().get(request.classIndex());
    int[] labeled =
        new RowFilter(LabelStatus.ANY, ExcludeStatus.TRAINING, new Condition.Label(classId, value))
            .select(request.labels());
    // more than wanted, so that images without features do not leave gaps while there are others
    int[] some = RandomRows.withoutReplacement(labeled, 2 * most, request.random());
    int[] present = FeatureVectors.present(features, some);
    return points(Arrays.copyOf(present, Math.min(most, present.length)));
  }

  private Points points(int[] rows) {
    Points points = FeatureVectors.of(features, rows);
    if (normalize) {
      points.normalize();
    }
    return points;
  }

  int positives() {
    return positives.count();
  }

  int negatives() {
    return negatives.count();
  }

  /**
   * The relevance of each row, in [0, 1]; NaN for a row without features. There must be positives.
   *
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  float[] relevance(int[] rows, IProgressMonitor monitor) {
    NearestCentre positive = new NearestCentre(positives);
    NearestCentre negative = new NearestCentre(negatives);
    float[] relevance = new float[rows.length];
    RowBlocks.forEach(
        rows.length,
        BLOCK,
        monitor,
        (from, to) -> {
          Points points = points(Arrays.copyOfRange(rows, from, to));
          float[] near = new float[to - from];
          float[] far = new float[to - from];
          positive.find(points, near);
          if (negatives.count() > 0) {
            negative.find(points, far);
          } else {
            Arrays.fill(far, 1);
          }
          for (int i = 0; i < near.length; i++) {
            relevance[from + i] = relevance(near[i], far[i], negatives.count() > 0);
          }
        });
    return relevance;
  }

  private static float relevance(float squaredNear, float squaredFar, boolean hasNegatives) {
    double near = Math.sqrt(squaredNear);
    double far = hasNegatives ? Math.sqrt(squaredFar) : 1;
    return near + far == 0 ? 0.5f : (float) (far / (near + far)); // 0 and 0: both kinds at once
  }
}
