// SPDX-License-Identifier: MIT
package org.patchwork.training.runs;

import java.util.Optional;
import org.patchwork.core.ParameterSchema;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.learn.ModelDesignSpec;
import org.patchwork.learn.RunPredictions;
import org.patchwork.learn.TrainingParameters;

/**
 * All that is needed to go on from an earlier run: what it trained, and what it predicted.
 *
 * @param design the model; empty if the run had none, as one that spread labels
 * @param parameters the settings
 * @param predictions of the run; empty if it left none
 */
public record RunRestoration(
    Optional<ModelDesignSpec> design,
    TrainingParameters parameters,
    Optional<PredictionTable> predictions) {

  /**
   * Reads it from the run folder.
   *
   * @throws ProjectFormatException if the predictions are damaged, or the run has settings that
   *     this version does not know; says which
   */
  public static RunRestoration read(TrainedRun run) throws ProjectFormatException {
    try {
      return new RunRestoration(
          Optional.of(run.record().design()).filter(design -> !design.outputId().isEmpty()),
          ParameterSchema.of(TrainingParameters.class).create(run.record().training()),
          RunPredictions.read(run.folder()));
    } catch (IllegalArgumentException e) {
      throw new ProjectFormatException(
          "The settings of the run "
              + run.id()
              + " cannot be used by this version: "
              + e.getMessage(),
          e);
    }
  }
}
