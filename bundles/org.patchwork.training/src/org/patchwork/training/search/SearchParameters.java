// SPDX-License-Identifier: MIT
package org.patchwork.training.search;

import org.patchwork.core.Param;
import org.patchwork.learn.split.Grouping;

/** What a search tries, and how it judges. */
public record SearchParameters(
    @Param(
            label = "Method",
            help =
                "Random: every trial is trained in full. Halving: only the best third goes on, twice"
                    + " (Jamieson and Talwalkar 2016).")
        SearchMethod method,
    @Param(
            label = "Trials",
            help = "Number of settings to try; the first is what Train would do now.",
            min = 1,
            max = 1000)
        int trials,
    @Param(
            label = "Folds",
            help =
                "Parts for cross-validation over all labelled images; 0 judges on the validation"
                    + " images, which the model chosen in the end has then as good as seen.",
            min = 0,
            max = 50)
        int folds,
    @Param(
            label = "Keep together",
            help =
                "Images that are never divided between folds: those of one subset, windows of one"
                    + " image, or none.")
        Grouping grouping,
    @Param(label = "Best by", help = "What the best settings are best at.") SearchScore score,
    @Param(
            label = "Lowest rate",
            help = "Learning rates are drawn evenly on a logarithmic scale from here on.",
            min = 1e-6,
            max = 10)
        double lowestRate,
    @Param(label = "Highest rate", help = "… up to here.", min = 1e-6, max = 10) double highestRate,
    @Param(
            label = "Highest decay",
            help =
                "Weight decay is drawn from a ten-thousandth of this up to this, or is 0, each half"
                    + " of the time; 0 leaves it as it is. Matters to models with hidden layers.",
            min = 0,
            max = 10)
        double highestDecay,
    @Param(label = "Draw batch size", help = "From 16, 32, 64 and 128.") boolean drawBatchSize,
    @Param(label = "Draw optimizer") boolean drawOptimizer,
    @Param(label = "Draw rate decay", help = "None, or a cosine.") boolean drawRateDecay,
    @Param(label = "Draw sampling", help = "How cells of classes and values are weighted.")
        boolean drawSampling,
    @Param(label = "Search seed", help = "The same seed tries the same settings.")
        long searchSeed) {

  /** Folds unless the user says otherwise. */
  public static final int USUAL_FOLDS = 5;

  public SearchParameters() {
    this(
        SearchMethod.RANDOM,
        20,
        USUAL_FOLDS,
        Grouping.AUTO,
        SearchScore.MEAN_AP,
        1e-4,
        1e-1,
        0,
        true,
        true,
        true,
        true,
        0);
  }

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if the lowest rate is above the highest, or there is one fold
   */
  public SearchParameters {
    if (lowestRate > highestRate) {
      throw new IllegalArgumentException(
          "The lowest rate (" + lowestRate + ") is above the highest (" + highestRate + ").");
    }
    if (folds == 1) {
      throw new IllegalArgumentException(
          "One fold leaves nothing to train on; choose at least 2, or 0 for the validation images.");
    }
  }

  /** The same way of judging, by {@link #USUAL_FOLDS} folds if it has none, for one trial alone. */
  public SearchParameters presentSettings() {
    return new SearchParameters(
        SearchMethod.RANDOM,
        1,
        folds == 0 ? USUAL_FOLDS : folds,
        grouping,
        score,
        lowestRate,
        highestRate,
        highestDecay,
        drawBatchSize,
        drawOptimizer,
        drawRateDecay,
        drawSampling,
        searchSeed);
  }
}
