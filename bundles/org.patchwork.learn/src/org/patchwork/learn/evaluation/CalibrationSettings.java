// SPDX-License-Identifier: MIT
package org.patchwork.learn.evaluation;

import org.patchwork.core.Param;

/** How a model is calibrated, as the Evaluation view and {@code patchwork calibrate} show it. */
public record CalibrationSettings(
    @Param(
            label = "Calibration",
            help =
                "How probabilities are made to mean what they say: temperature (one number) where"
                    + " exactly one class is present, Platt where class-balanced training has moved"
                    + " the shares, isotonic for many labels; auto takes one of the first two.")
        CalibrationMethod method,
    @Param(
            label = "Thresholds",
            help =
                "From which probability on a class counts as present: one half, best F1, the"
                    + " precision or recall that you set as target, or conformal, which keeps the"
                    + " target for new images, too.")
        ThresholdRule thresholds,
    @Param(
            label = "Target",
            help = "The precision or recall that is wanted, where thresholds are chosen by one.",
            min = 0.01,
            max = 0.999,
            step = 0.01)
        double target) {

  /** What fits the classes, best F1, 95 % where a target is needed. */
  public CalibrationSettings() {
    this(CalibrationMethod.AUTO, ThresholdRule.F1, 0.95);
  }
}
