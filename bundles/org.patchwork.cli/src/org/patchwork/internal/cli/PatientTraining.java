// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import java.util.Map;
import org.patchwork.core.ParameterSchema;
import org.patchwork.learn.TrainingParameters;

/**
 * How models are trained while nobody waits for them: in larger batches at a higher, falling rate,
 * which from 100 labels on is better than what suits a person who labels.
 */
public final class PatientTraining {
  /** The settings. */
  public static final TrainingParameters PARAMETERS =
      ParameterSchema.of(TrainingParameters.class)
          .create(Map.of("batchSize", 64, "learningRate", 3e-3, "decay", "cosine"));

  private PatientTraining() {}
}
