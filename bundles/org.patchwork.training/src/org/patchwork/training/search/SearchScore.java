// SPDX-License-Identifier: MIT
package org.patchwork.training.search;

import org.patchwork.learn.Evaluation;

/** What the best settings are best at. */
public enum SearchScore {
  MEAN_AP,
  MEAN_AUC,
  ACCURACY;

  /** The score in [0, 1]; NaN where it is undefined. */
  public double of(Evaluation evaluation) {
    return switch (this) {
      case MEAN_AP -> evaluation.meanAveragePrecision().orElse(Double.NaN);
      case MEAN_AUC -> evaluation.meanAuc().orElse(Double.NaN);
      case ACCURACY -> evaluation.accuracy().orElse(Double.NaN);
    };
  }
}
