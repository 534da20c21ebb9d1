// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import org.patchwork.core.Param;
import org.patchwork.learn.ClassWeighting;

/** The options of a model that are no choice of an algorithm. */
public record HeadParameters(
    @Param(
            label = "Design",
            help = "Name of a design of the project; patchwork designs lists them.")
        String design,
    @Param(label = WEIGHTS, help = WEIGHTS_HELP) ClassWeighting classWeights) {
  static final String WEIGHTS = "Class weights";
  static final String WEIGHTS_HELP =
      "How much the labels of a class count in the loss, by how many there are; with --sampling"
          + " class, batches are balanced already.";

  public HeadParameters() {
    this("", ClassWeighting.NONE);
  }
}
