// SPDX-License-Identifier: MIT
package org.patchwork.tensorflow;

import org.patchwork.core.Param;

/** The size of images that a model gets. */
public record InputSize(
    @Param(
            label = "Input height",
            help = "Height of the images in pixels; 0 takes what the model asks for.",
            min = 0,
            max = 4096)
        int inputHeight,
    @Param(
            label = "Input width",
            help = "Width of the images in pixels; 0 takes what the model asks for.",
            min = 0,
            max = 4096)
        int inputWidth) {

  /** What the model asks for. */
  public InputSize() {
    this(0, 0);
  }
}
