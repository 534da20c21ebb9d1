// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.util.Objects;
import java.util.Optional;
import org.patchwork.core.EnsemblePredictions;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;

/**
 * What a draw looks at.
 *
 * @param labels all labels at this moment
 * @param predictions or null if no model is trained
 * @param features one row per row of the table, rows added lately may be missing; or null if there
 *     are none. Belongs to the caller
 * @param ensemble what each member of the model predicts, if it was trained as an ensemble
 */
public record DrawData(
    LabelTable labels,
    PredictionTable predictions,
    FeatureMatrix features,
    Optional<EnsemblePredictions> ensemble) {
  public DrawData {
    Objects.requireNonNull(labels);
    Objects.requireNonNull(ensemble);
  }

  /** Without an ensemble. */
  public DrawData(LabelTable labels, PredictionTable predictions, FeatureMatrix features) {
    this(labels, predictions, features, Optional.empty());
  }
}
