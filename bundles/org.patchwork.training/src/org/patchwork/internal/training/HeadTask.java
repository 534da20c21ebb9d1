// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import org.patchwork.core.LabelTable;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.Algorithms;
import org.patchwork.learn.LabelCounts;
import org.patchwork.learn.RowSampler;
import org.patchwork.learn.TrainingParameters;
import org.patchwork.learn.TrainingSpec;
import org.patchwork.training.TrainingData;

/**
 * What a head is to learn, and from which rows.
 *
 * @param design the parts of the head
 * @param rows the rows it learns from and is judged by
 * @param sampler draws the rows of its batches
 */
public record HeadTask(
    TrainingSpec spec, TrainingData data, HeadDesign design, RowChoice rows, RowSampler sampler) {

  /**
   * Checks design and data.
   *
   * @throws TrainingException if the design does not fit or there is nothing to train on; says what
   *     to do
   */
  static HeadTask of(TrainingSpec spec, TrainingData data, Algorithms algorithms)
      throws TrainingException {
    RowChoice rows = RowChoice.of(data);
    LabelTable labels = data.labels();
    TrainingParameters parameters = spec.parameters();
    RowSampler sampler =
        RowSampler.of(
            labels,
            parameters.sampling(),
            parameters.balanceSubsets(),
            row -> isUsable(labels, rows, row));
    if (parameters.earlyStop() > 0 && rows.validation().length == 0) {
      throw new TrainingException(
          "Early stop needs labelled validation images, and there are none. Hold some labelled"
              + " images out for validation, or set early stop to 0.");
    }
    HeadDesign design = HeadDesign.of(spec.design(), LabelCounts.of(labels), algorithms);
    return new HeadTask(spec, data, design, rows, sampler);
  }

  /**
   * Unlabelled rows are let through, so that the message about missing labels is not about missing
   * features.
   */
  private static boolean isUsable(LabelTable labels, RowChoice rows, int row) {
    return rows.training().get(row) || labels.status(row) == LabelTable.Status.UNLABELED;
  }

  /** True if the classes exclude each other, by the design or by the project. */
  boolean exclusive() {
    return design.exclusive() || data.exclusive();
  }
}
