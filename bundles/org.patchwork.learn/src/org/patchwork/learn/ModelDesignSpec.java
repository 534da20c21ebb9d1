// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.util.Map;
import org.patchwork.core.Contribution;

/**
 * A model design as ids and named values, the form in which designs are stored and recorded.
 *
 * @param fineTuningId contribution to {@code org.patchwork.learn.fineTuningModels}
 * @param fineTuning its parameters by name; missing ones keep their default
 * @param outputId contribution to {@code org.patchwork.learn.outputModels}
 * @param output its parameters by name
 * @param lossId contribution to {@code org.patchwork.learn.losses}, or empty for the loss that the
 *     output model brings; null stands for empty, as in runs of earlier versions
 * @param loss its parameters by name; empty with the output model's own loss
 * @param classWeights how much the labels of a class count in the loss; null stands for none
 */
public record ModelDesignSpec(
    String fineTuningId,
    Map<String, Object> fineTuning,
    String outputId,
    Map<String, Object> output,
    String lossId,
    Map<String, Object> loss,
    ClassWeighting classWeights) {

  public ModelDesignSpec {
    fineTuning = Map.copyOf(fineTuning);
    output = Map.copyOf(output);
    lossId = lossId == null ? "" : lossId;
    loss = loss == null ? Map.of() : Map.copyOf(loss);
    classWeights = classWeights == null ? ClassWeighting.NONE : classWeights;
  }

  /** A design trained with the loss that its output model brings, every label alike. */
  public ModelDesignSpec(
      String fineTuningId,
      Map<String, Object> fineTuning,
      String outputId,
      Map<String, Object> output) {
    this(fineTuningId, fineTuning, outputId, output, "", Map.of(), ClassWeighting.NONE);
  }

  /** True if it is trained with the loss that its output model brings. */
  public boolean hasOwnLoss() {
    return lossId.isEmpty();
  }

  /**
   * The design to begin with: the first fine-tuning model that is installed and the first output
   * model that fits, with their default parameters.
   *
   * @param exclusive true if exactly one class is present in an image
   * @throws IllegalArgumentException if no model is installed
   */
  public static ModelDesignSpec defaults(Algorithms algorithms, boolean exclusive) {
    Contribution<FineTuningModel<?>> fineTuning =
        algorithms.fineTuningModels().all().stream()
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("No fine-tuning model is installed."));
    Contribution<OutputModel<?>> output =
        algorithms.outputModels().all().stream()
            .filter(model -> model.instance().exclusive() == exclusive)
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException("No output model for such classes is installed."));
    return new ModelDesignSpec(fineTuning.id(), Map.of(), output.id(), Map.of());
  }
}
