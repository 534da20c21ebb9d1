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
 * @param hidden what the last layer of the model sees of each image, if that is not its features.
 *     Belongs to the caller
 */
public record DrawData(
    LabelTable labels,
    PredictionTable predictions,
    FeatureMatrix features,
    Optional<EnsemblePredictions> ensemble,
    Optional<FeatureMatrix> hidden) {
  public DrawData {
    Objects.requireNonNull(labels);
    Objects.requireNonNull(ensemble);
    Objects.requireNonNull(hidden);
  }

  /** Without a look inside the model. */
  public DrawData(
      LabelTable labels,
      PredictionTable predictions,
      FeatureMatrix features,
      Optional<EnsemblePredictions> ensemble) {
    this(labels, predictions, features, ensemble, Optional.empty());
  }

  /** Without an ensemble. */
  public DrawData(LabelTable labels, PredictionTable predictions, FeatureMatrix features) {
    this(labels, predictions, features, Optional.empty());
  }
}
