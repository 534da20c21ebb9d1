// SPDX-License-Identifier: MIT
package org.patchwork.training.propagation;

import org.patchwork.core.Param;
import org.patchwork.training.graph.GraphParameters;
import org.patchwork.training.graph.GraphParameters.Search;

/**
 * How labels spread.
 *
 * @param neighbours number of neighbours of each image
 * @param temperature how fast the weight of a neighbour falls with its cosine distance
 * @param iterations how often evidence moves on by one neighbour
 * @param clearOpposite whether a labelled image holds no evidence against its label
 * @param search how neighbours are searched
 */
public record PropagationParameters(
    @Param(
            label = "Neighbours",
            help = "Number of most similar images each image is connected to.",
            min = 1,
            max = 200)
        int neighbours,
    @Param(
            label = "Temperature",
            help =
                "A neighbour at cosine distance d weighs exp(\u2212d / temperature): small values"
                    + " trust the nearest only.",
            min = 0.001,
            max = 100,
            step = 0.01)
        double temperature,
    @Param(
            label = "Iterations",
            help =
                "How many steps from neighbour to neighbour labels travel; with few labels more"
                    + " steps reach more images.",
            min = 1,
            max = 1000)
        int iterations,
    @Param(
            label = "Keep labels pure",
            help =
                "Clear in each iteration what flowed into labelled images against their label; off"
                    + " lets their surroundings soften them.")
        boolean clearOpposite,
    @Param(
            label = "Search",
            help =
                "Exact compares all pairs of images; approximate says how many true neighbours it"
                    + " found. Auto is exact up to 200,000 images.")
        Search search) {

  /** Ten neighbours, temperature .01, twenty iterations, pure labels. */
  public PropagationParameters() {
    this(10, 0.01, 20, true, Search.AUTO);
  }

  public PropagationParameters {
    if (!(temperature >= 0.001)) {
      throw new IllegalArgumentException(
          "The temperature is " + temperature + ", but must be at least 0.001.");
    }
  }

  /** The part that decides which graph is needed. */
  public GraphParameters graph() {
    return new GraphParameters(neighbours, search);
  }
}
