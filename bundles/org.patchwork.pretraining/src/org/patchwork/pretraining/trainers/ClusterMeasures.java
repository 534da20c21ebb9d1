// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.patchwork.core.LabelTable;
import org.patchwork.internal.pretraining.clustering.Clusters;
import org.patchwork.internal.pretraining.clustering.PseudoLabels;
import org.patchwork.learn.encoder.TrainerContext;

/**
 * What is logged of the clusters of an epoch. Labels are looked at here alone; nothing is learnt
 * from them.
 *
 * @param context the run
 */
record ClusterMeasures(TrainerContext context) {

  /**
   * How much the clusters say of those before them and of the classes of images that have exactly
   * one, and the part of the images in the largest.
   *
   * @param before the clusters of the epoch before, empty if there was none
   */
  Map<String, Double> of(int[] before, Clusters found) {
    int[] clusters = found.of();
    Map<String, Double> measures = new LinkedHashMap<>();
    if (before.length == clusters.length) {
      measures.put(
          "normalized_mutual_information",
          PseudoLabels.normalizedMutualInformation(before, clusters));
    }
    int[] classes = Arrays.stream(context.rows()).map(this::onlyClass).toArray();
    int[] labelled = IntStream.range(0, classes.length).filter(i -> classes[i] >= 0).toArray();
    if (labelled.length > 0) {
      measures.put(
          "label_mutual_information",
          PseudoLabels.normalizedMutualInformation(
              Arrays.stream(labelled).map(i -> classes[i]).toArray(),
              Arrays.stream(labelled).map(i -> clusters[i]).toArray()));
    }
    int largest = Arrays.stream(found.sizes()).max().orElse(0);
    measures.put("largest_cluster", largest / (double) clusters.length);
    return measures;
  }

  /** The class of an image in which exactly one is present, −1 for others. */
  private int onlyClass(int row) {
    LabelTable labels = context.labels();
    int only = -1;
    for (int c = 0; row < labels.rows() && c < labels.classes(); c++) {
      if (labels.label(row, c) == LabelTable.PRESENT) {
        if (only >= 0) {
          return -1;
        }
        only = c;
      }
    }
    return only;
  }
}
