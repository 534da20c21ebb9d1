// SPDX-License-Identifier: MIT
package org.patchwork.training;

/**
 * The state of a run after some optimiser steps.
 *
 * @param step number of steps done, from 1
 * @param steps number of steps of the whole run
 * @param loss mean training loss over the steps since the last report
 * @param learningRate rate of the last step
 */
public record StepReport(int step, int steps, double loss, double learningRate) {}
