// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import org.patchwork.core.Param;
import org.patchwork.learn.encoder.Trainer;
import org.patchwork.learn.encoder.TrainerContext;
import org.patchwork.learn.encoder.TrainerRun;

/**
 * Invariant information clustering (Ji, Henriques and Vedaldi 2019): the clusters of an image and
 * of its augmented copies are to say as much of each other as they can. Epochs with the clusters
 * that are wanted take turns with epochs with more of them, which keeps the features rich.
 */
public final class InformationClustering implements Trainer<InformationClustering.Parameters> {

  /** Settings. */
  public record Parameters(
      @Param(
              label = "Clusters",
              help = "Number of clusters; the number of kinds that you expect.",
              min = 2,
              max = 10000)
          int clusters,
      @Param(
              label = "More clusters",
              help = "Number of clusters in every other epoch; 0 for none.",
              min = 0,
              max = 10000)
          int moreClusters,
      @Param(
              label = "Heads",
              help = "Clusterings side by side, from different beginnings.",
              min = 1,
              max = 50)
          int heads,
      @Param(
              label = "Repeats",
              help = "Augmented copies of each image in a step.",
              min = 1,
              max = 20)
          int repeats,
      @Param(
              label = "Entropy weight",
              help = "Further weight of clusters being of one size, above 0 where they die out.",
              min = 0,
              max = 100)
          double entropyWeight) {
    public Parameters() {
      this(10, 25, 5, 3, 0);
    }

    public Parameters {
      if (moreClusters == 1) {
        throw new IllegalArgumentException("One cluster says nothing; take 0 or at least 2.");
      }
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public TrainerRun open(Parameters parameters, TrainerContext context) {
    return new InformationClusteringRun(parameters, context);
  }
}
