// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;

/**
 * What a sampler is asked for.
 *
 * @param labels all labels at this moment
 * @param predictions the current predictions, or null before a model is trained
 * @param features the current features, or null; one row per row of the label table
 * @param candidates rows that may be chosen, ascending and distinct
 * @param count how many are wanted, at least 0
 * @param classIndex the class the user chose, or −1
 * @param random the only source of chance
 * @param classNames name of a class by its stable id, for the reason; may give null
 */
public record SampleRequest(
    LabelTable labels,
    PredictionTable predictions,
    FeatureMatrix features,
    int[] candidates,
    int count,
    int classIndex,
    RandomGenerator random,
    UnaryOperator<String> classNames) {

  /** A request of a caller without names: reasons call classes by their ids. */
  public SampleRequest(
      LabelTable labels,
      PredictionTable predictions,
      FeatureMatrix features,
      int[] candidates,
      int count,
      int classIndex,
      RandomGenerator random) {
    this(
        labels,
        predictions,
        features,
        candidates,
        count,
        classIndex,
        random,
        UnaryOperator.identity());
  }

  /** What the user calls a class, by its index in the label table. */
  public String className(int index) {
    String id = labels.classIds().get(index);
    String name = classNames.apply(id);
    return name == null ? id : name;
  }

  /** A copy for other candidates and another number of rows. */
  public SampleRequest with(int[] newCandidates, int newCount) {
    return new SampleRequest(
        labels, predictions, features, newCandidates, newCount, classIndex, random, classNames);
  }
}
