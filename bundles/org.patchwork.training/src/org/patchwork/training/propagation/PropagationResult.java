// SPDX-License-Identifier: MIT
package org.patchwork.training.propagation;

import java.nio.file.Path;
import org.patchwork.core.PredictionTable;
import org.patchwork.learn.RunRecord;
import org.patchwork.training.graph.GraphInfo;

/**
 * What a finished propagation leaves.
 *
 * @param predictions of all images
 * @param record as written to {@code run.json}
 * @param graph the graph the labels spread over
 * @param graphReused true if the graph was on disk already
 * @param sources number of labelled images the labels came from
 * @param unreached number of images with features that no evidence reached for any class
 * @param folder the run folder
 */
public record PropagationResult(
    PredictionTable predictions,
    RunRecord record,
    GraphInfo graph,
    boolean graphReused,
    int sources,
    int unreached,
    Path folder) {}
