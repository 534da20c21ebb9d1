// SPDX-License-Identifier: MIT
package org.patchwork.learn;

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
 */
public record SampleRequest(
    LabelTable labels,
    PredictionTable predictions,
    FeatureMatrix features,
    int[] candidates,
    int count,
    int classIndex,
    RandomGenerator random) {

  /** A copy for other candidates. */
  public SampleRequest withCandidates(int[] newCandidates) {
    return new SampleRequest(
        labels, predictions, features, newCandidates, count, classIndex, random);
  }
}
