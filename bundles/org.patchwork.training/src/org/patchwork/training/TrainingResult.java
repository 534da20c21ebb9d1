// SPDX-License-Identifier: MIT
package org.patchwork.training;

import java.nio.file.Path;
import org.patchwork.core.PredictionTable;
import org.patchwork.learn.RunRecord;

/**
 * What a finished run leaves.
 *
 * @param predictions of all images, or null if the run was told not to predict
 * @param record everything about the run, as written to {@code run.json}
 * @param folder the run folder
 */
public record TrainingResult(PredictionTable predictions, RunRecord record, Path folder) {}
