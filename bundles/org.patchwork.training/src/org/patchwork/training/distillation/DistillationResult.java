// SPDX-License-Identifier: MIT
package org.patchwork.training.distillation;

import java.nio.file.Path;
import org.patchwork.core.PredictionTable;
import org.patchwork.learn.RunRecord;

/**
 * What a finished distillation leaves.
 *
 * @param predictions of the student for all images; NaN for those that cannot be read
 * @param record as written to {@code run.json}
 * @param distillation as written to {@code distillation.json}
 * @param folder the run folder
 * @param resumed steps that an earlier run had made, from which this one went on; 0 if it began
 */
public record DistillationResult(
    PredictionTable predictions,
    RunRecord record,
    DistillationRecord distillation,
    Path folder,
    long resumed) {}
