// SPDX-License-Identifier: MIT
package org.patchwork.training;

import org.patchwork.core.Param;
import org.patchwork.learn.split.Grouping;

/** How labels are shared out to judge settings on few of them. */
public record CrossValidationParameters(
    @Param(
            label = "Folds",
            help =
                "Number of parts of the labelled images; each is judged by a model that was trained"
                    + " on all others.",
            min = 2,
            max = 50)
        int folds,
    @Param(
            label = "Keep together",
            help =
                "Images that are never divided between training and judging: those of one subset,"
                    + " windows of one image, or none.")
        Grouping grouping,
    @Param(label = "Split seed", help = "Seed of the division into folds.") long splitSeed) {

  public CrossValidationParameters() {
    this(5, Grouping.AUTO, 0);
  }
}
