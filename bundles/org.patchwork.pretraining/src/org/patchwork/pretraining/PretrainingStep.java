// SPDX-License-Identifier: MIT
package org.patchwork.pretraining;

import java.util.List;

/**
 * A step of a run.
 *
 * @param step number of the step, from 1
 * @param stepsPerEpoch steps of an epoch
 * @param steps steps of the run
 * @param names names of the measures, {@code loss} first
 * @param values the measures, in the order of their names
 */
public record PretrainingStep(
    long step, int stepsPerEpoch, long steps, List<String> names, double[] values) {}
