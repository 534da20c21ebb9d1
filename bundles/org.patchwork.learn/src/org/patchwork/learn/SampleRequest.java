// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.patchwork.core.EnsemblePredictions;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;

/**
 * What a sampler is asked for.
 *
 * @param labels all labels at this moment
 * @param predictions the current predictions, or null before a model is trained
 * @param features the current features, or null; one row per row of the label table
 * @param ensemble what each member of the model predicts, if it was trained as an ensemble
 * @param hidden what the last layer of the model sees of each image, one row per row of the table,
 *     rows added lately may be missing; empty if that is the features, or not known. Given to
 *     samplers that {@linkplain Sampler#looksInside look inside the model}
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
    Optional<EnsemblePredictions> ensemble,
    Optional<FeatureMatrix> hidden,
    int[] candidates,
    int count,
    int classIndex,
    RandomGenerator random,
    UnaryOperator<String> classNames) {

  /**
   * A request of a caller without names and without an ensemble: reasons call classes by their ids.
   */
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
        Optional.empty(),
        Optional.empty(),
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
        labels,
        predictions,
        features,
        ensemble,
        hidden,
        newCandidates,
        newCount,
        classIndex,
        random,
        classNames);
  }

  /** A copy that knows what each member of an ensemble predicts. */
  public SampleRequest with(EnsemblePredictions members) {
    return new SampleRequest(
        labels,
        predictions,
        features,
        Optional.of(members),
        hidden,
        candidates,
        count,
        classIndex,
        random,
        classNames);
  }

  /** A copy that knows what the last layer of the model sees. */
  public SampleRequest withHidden(FeatureMatrix vectors) {
    return new SampleRequest(
        labels,
        predictions,
        features,
        ensemble,
        Optional.of(vectors),
        candidates,
        count,
        classIndex,
        random,
        classNames);
  }
}
