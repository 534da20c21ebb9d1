// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import org.patchwork.core.Param;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.encoder.Trainer;
import org.patchwork.learn.encoder.TrainerContext;
import org.patchwork.learn.encoder.TrainerRun;

/**
 * DeepCluster (Caron, Bojanowski, Joulin and Douze 2018): before each epoch all images are
 * clustered by their features, and the network is then taught the clusters as if they were labels.
 */
public final class DeepCluster implements Trainer<DeepCluster.Parameters> {

  /** Settings. */
  public record Parameters(
      @Param(
              label = "Clusters",
              help = "Number of clusters; about ten times the number of kinds that you expect.",
              min = 2,
              max = 100000)
          int clusters,
      @Param(
              label = "Components",
              help = "Whitened principal components that are clustered.",
              min = 1,
              max = 4096)
          int components,
      @Param(
              label = "Hidden",
              help = "Width of the hidden layer, whose values before the ReLU are clustered.",
              min = 2,
              max = 16384)
          int hidden,
      @Param(
              label = "Multiple",
              help =
                  "Makes an epoch so many times as long, and clusters anew only at its beginning; 0"
                      + " for as often as 200 steps take.",
              min = 0,
              max = 1000)
          int multiple,
      @Param(
              label = "Passes",
              help = "How often mini-batch k-means goes over all images, at most.",
              min = 1,
              max = 1000)
          int passes,
      @Param(
              label = "Dropout",
              help =
                  "Part of the values that are dropped before each of the two layers; 0.5 in the"
                      + " paper, for networks wider than the small one.",
              min = 0,
              max = 0.9)
          double dropout) {
    public Parameters() {
      this(100, 64, 512, 0, 20, 0);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public TrainerRun open(Parameters parameters, TrainerContext context) throws TrainingException {
    if (context.rows().length < parameters.clusters()) {
      throw new TrainingException(
          "There are "
              + context.rows().length
              + " images, but "
              + parameters.clusters()
              + " clusters are wanted. Take fewer clusters, or add images.");
    }
    return new DeepClusterRun(parameters, context);
  }
}
