// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import org.patchwork.core.Param;
import org.patchwork.learn.ClassWeighting;

/** The option of {@link HeadParameters} for commands that have no project with designs. */
public record WeightParameters(
    @Param(label = HeadParameters.WEIGHTS, help = HeadParameters.WEIGHTS_HELP)
        ClassWeighting classWeights) {
  public WeightParameters() {
    this(ClassWeighting.NONE);
  }
}
