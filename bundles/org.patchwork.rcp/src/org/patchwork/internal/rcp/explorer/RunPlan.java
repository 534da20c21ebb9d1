// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.explorer;

import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import org.patchwork.core.ParameterSchema;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.learn.ModelDesignSpec;
import org.patchwork.learn.RunRecord;
import org.patchwork.learn.TrainingParameters;
import org.patchwork.ui.training.LivePlan;

/** What a run was asked to train: all that is needed to train it again on today's labels. */
record RunPlan(ModelDesignSpec design, TrainingParameters parameters, LivePlan live) {
  /**
   * Reads the record of a run; for use in a future.
   *
   * @throws CompletionException around what is wrong with the record
   */
  static RunPlan read(Path run) {
    try {
      RunRecord record = RunRecord.read(run);
      if (record.design().outputId().isEmpty()) {
        throw new ProjectFormatException(
            "This run spread labels to similar images, so it has no model to train again; use the"
                + " view Label Propagation.");
      }
      return new RunPlan(
          record.design(),
          ParameterSchema.of(TrainingParameters.class).create(record.training()),
          LivePlan.of(record));
    } catch (ProjectFormatException | IllegalArgumentException e) {
      throw new CompletionException(e);
    }
  }
}
