// SPDX-License-Identifier: MIT
package org.patchwork.tensorflow;

import org.patchwork.core.Param;
import org.patchwork.learn.SavedModelCall;

/** Settings of {@link SavedModelExtractor}. */
public record SavedModelParameters(
    @Param(label = "Folder", help = "The folder that holds saved_model.pb.") String directory,
    @Param(label = "Signature", help = "Which function of the model gives the features.")
        String signature,
    @Param(
            label = "Output",
            help =
                "Which output of the function; empty takes the only one, or the one whose name"
                    + " begins with feature or embedding.")
        String output,
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
            label = "Channels",
            help = "Channels of the images; 0 takes what the model asks for.",
            min = 0,
            max = 64)
        int channels,
    @Param(
            label = "Input scale",
            help =
                "Pixels from 0 to 1 are multiplied by this: 255 for models that take 0 to 255, 2"
                    + " for −1 to 1.")
        double inputScale,
    @Param(label = "Input offset", help = "Added after scaling: −1 for models that take −1 to 1.")
        double inputOffset) {

  public SavedModelParameters() {
    this("", SavedModelCall.SERVING, "", 0, 0, 0, 255, 0);
  }
}
