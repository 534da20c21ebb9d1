// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import java.util.Optional;
import java.util.Set;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.ExtractorBuild;
import org.patchwork.learn.FeatureScaling;
import org.patchwork.learn.LiveBuild;
import org.patchwork.learn.ModelBuild;
import org.patchwork.learn.TrainingParameters;
import org.patchwork.learn.UnlabelledBuild;
import org.patchwork.learn.network.NetworkFunction;

/**
 * The network of a live run, and the same without its extractor: the weights of the one fit the
 * other.
 *
 * @param design the head
 * @param scaling measured on the stored features
 * @param parameters optimiser, weight decay and seed
 * @param featureShape shape of the features of an image
 * @param classes number of outputs
 */
record LiveNetwork(
    HeadDesign design,
    FeatureScaling scaling,
    TrainingParameters parameters,
    int[] featureShape,
    int classes) {

  /**
   * The network that learns.
   *
   * @param inputShape shape of an image, or of its features
   */
  LiveBuild live(
      int[] inputShape, Optional<ExtractorBuild> extractor, Optional<UnlabelledBuild> unlabelled)
      throws TrainingException {
    Set<String> decayed = FineTuningWeights.of(design.fineTuning(), featureShape);
    return new LiveBuild(
        inputShape,
        extractor,
        classes,
        vector(),
        design.output(),
        design.loss(),
        unlabelled,
        parameters.optimizer(),
        parameters.weightDecay(),
        decayed::contains,
        seed());
  }

  /** From stored features to probabilities, to be given the weights of {@link #live}. */
  ModelBuild head() {
    NetworkFunction vector = vector();
    return new ModelBuild(
        featureShape,
        classes,
        (network, features) -> design.output().build(network, vector.build(network, features)),
        design.loss(),
        parameters.optimizer(),
        0,
        name -> false,
        seed());
  }

  private NetworkFunction vector() {
    return (network, features) ->
        design.fineTuning().build(network, scaling.apply(network, features));
  }

  private long seed() {
    return new RandomStreams(parameters.seed()).seedOf("weights");
  }
}
