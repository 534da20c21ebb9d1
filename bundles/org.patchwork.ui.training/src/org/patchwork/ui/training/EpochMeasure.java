// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.function.ToDoubleFunction;
import org.patchwork.pretraining.FeatureCheck;
import org.patchwork.pretraining.PretrainingEpoch;

/** Figures of the check after an epoch that need no labels. */
enum EpochMeasure {
  SPREAD("feature spread", FeatureCheck::spread),
  RANK("feature rank", FeatureCheck::rank),
  ALIGNMENT("alignment", FeatureCheck::alignment),
  UNIFORMITY("uniformity", FeatureCheck::uniformity);

  private final String title;
  private final ToDoubleFunction<FeatureCheck> figure;

  EpochMeasure(String title, ToDoubleFunction<FeatureCheck> figure) {
    this.title = title;
    this.figure = figure;
  }

  /** As it is shown. */
  String title() {
    return title;
  }

  /**
   * A figure of an epoch.
   *
   * @param name title of one of these, or a measure of the trainer
   * @return null if the epoch does not have it
   */
  static Double of(String name, PretrainingEpoch epoch) {
    for (EpochMeasure measure : values()) {
      if (measure.title.equals(name)) {
        return measure.figure.applyAsDouble(epoch.check());
      }
    }
    return epoch.measures().get(name);
  }
}
