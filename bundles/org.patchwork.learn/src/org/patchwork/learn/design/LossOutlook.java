// SPDX-License-Identifier: MIT
package org.patchwork.learn.design;

import java.util.ArrayList;
import java.util.List;
import org.patchwork.core.LabelTable;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.ClassWeighting;
import org.patchwork.learn.ClassWeights;
import org.patchwork.learn.LabelCounts;
import org.patchwork.learn.Part;
import org.patchwork.learn.RowSampler;
import org.patchwork.learn.SamplingStrategy;

/**
 * What a loss will see of the labels: how many there are, how many stand in a batch on average, and
 * how much they weigh there.
 *
 * @param batchSize number of images in a batch
 * @param classes one entry per class, in table order
 */
public record LossOutlook(int batchSize, List<OfClass> classes) {

  /**
   * What the loss will see of one class.
   *
   * @param absent training images labelled absent
   * @param present training images labelled present
   * @param unknown training images not labelled for the class; they cost nothing
   * @param absentInBatch expected number of cells labelled absent in a batch
   * @param presentInBatch expected number of cells labelled present in a batch
   * @param absentWeight weight of a cell labelled absent
   * @param presentWeight weight of a cell labelled present
   */
  public record OfClass(
      int absent,
      int present,
      int unknown,
      double absentInBatch,
      double presentInBatch,
      double absentWeight,
      double presentWeight) {

    /**
     * Share of the present cells in the weight of all known cells of a batch, in [0, 1]; NaN where
     * the class has no label. Far from one half the model learns to say the more frequent value.
     */
    public double presentShare() {
      double weight = presentInBatch * presentWeight;
      return weight / (weight + absentInBatch * absentWeight);
    }
  }

  public LossOutlook {
    classes = List.copyOf(classes);
  }

  /**
   * Looks at the labels; takes O(rows × classes), so not for the display thread.
   *
   * @throws TrainingException if there is nothing to train on; says what to do
   */
  public static LossOutlook of(
      LabelTable labels, SamplingStrategy sampling, ClassWeighting weighting, int batchSize)
      throws TrainingException {
    double[] drawn = RowSampler.of(labels, sampling).rowProbabilities(labels.rows());
    LabelCounts counts = LabelCounts.of(labels);
    ClassWeights weights = ClassWeights.of(weighting, counts);
    List<OfClass> classes = new ArrayList<>();
    for (int c = 0; c < labels.classes(); c++) {
      double[] expected = expected(labels, c, drawn);
      classes.add(
          new OfClass(
              counts.negatives(Part.TRAINING, c),
              counts.positives(Part.TRAINING, c),
              counts.unknown(Part.TRAINING, c),
              batchSize * expected[0],
              batchSize * expected[1],
              weights.absent()[c],
              weights.present()[c]));
    }
    return new LossOutlook(batchSize, classes);
  }

  /** Chance that a drawn row is labelled absent, and present. */
  private static double[] expected(LabelTable labels, int classIndex, double[] drawn) {
    double[] expected = new double[2];
    for (int row = 0; row < drawn.length; row++) {
      if (drawn[row] > 0 && labels.label(row, classIndex) != LabelTable.UNKNOWN) {
        expected[labels.label(row, classIndex)] += drawn[row];
      }
    }
    return expected;
  }
}
