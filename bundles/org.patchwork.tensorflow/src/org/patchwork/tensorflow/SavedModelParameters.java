// SPDX-License-Identifier: MIT
package org.patchwork.tensorflow;

import org.patchwork.core.Param;
import org.patchwork.learn.SavedModelSettings;

/** Settings of {@link SavedModelExtractor}. */
public record SavedModelParameters(
    @Param(label = "Folder", help = "The folder that holds saved_model.pb.") String directory,
    SavedModelSettings model,
    InputSize size,
    @Param(
            label = "Channels",
            help = "Channels of the images; 0 takes what the model asks for.",
            min = 0,
            max = 64)
        int channels) {

  public SavedModelParameters() {
    this("", new SavedModelSettings(), new InputSize(), 0);
  }
}
