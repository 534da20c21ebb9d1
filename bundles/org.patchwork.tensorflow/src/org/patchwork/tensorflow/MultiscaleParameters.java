// SPDX-License-Identifier: MIT
package org.patchwork.tensorflow;

import org.patchwork.core.Param;
import org.patchwork.learn.SavedModelSettings;

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
    InputSize size,
    SavedModelSettings model) {

  public MultiscaleParameters() {
    this("", "scales", LayerPooling.AVERAGE, new InputSize(), new SavedModelSettings());
  }

  /** The model as it was saved. */
  SavedModelParameters source() {
    return new SavedModelParameters(directory, model, size, 0);
  }
}
