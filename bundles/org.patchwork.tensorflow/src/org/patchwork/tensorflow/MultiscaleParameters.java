// SPDX-License-Identifier: MIT
package org.patchwork.tensorflow;

import org.patchwork.core.Param;
import org.patchwork.learn.SavedModelCall;

/** Settings of {@link MultiscaleExtractor}. */
public record MultiscaleParameters(
    @Param(label = "Folder", help = "The folder that holds saved_model.pb.") String directory,
    @Param(
            label = "Layers",
            help =
                "scales takes the last layer of each resolution, all takes every one; or numbers"
                    + " with commas between, from 0 or, with a minus, from the end; or a regular"
                    + " expression that is searched in the names, such as add for the sums of a"
                    + " residual network.")
        String layers,
    @Param(label = "Pooling", help = "How each layer becomes a vector.") LayerPooling pooling,
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
        int inputWidth,
    @Param(
            label = "Input scale",
            help =
                "Pixels from 0 to 1 are multiplied by this: 255 for models that take 0 to 255, 2"
                    + " for −1 to 1.")
        double inputScale,
    @Param(label = "Input offset", help = "Added after scaling: −1 for models that take −1 to 1.")
        double inputOffset,
    @Param(label = "Signature", help = "Which function of the model to look into.")
        String signature,
    @Param(label = "Output", help = "Up to which output of the function; empty takes the only one.")
        String output) {

  public MultiscaleParameters() {
    this("", "scales", LayerPooling.AVERAGE, 0, 0, 255, 0, SavedModelCall.SERVING, "");
  }

  /** The model as it was saved. */
  SavedModelParameters source() {
    return new SavedModelParameters(
        directory, signature, output, inputHeight, inputWidth, 0, inputScale, inputOffset);
  }
}
