// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import org.patchwork.core.Param;

/** What a user says of a SavedModel from outside: which function, and what values it takes. */
public record SavedModelSettings(
    @Param(label = "Signature", help = "Which function of the model to take.") String signature,
    @Param(
            label = "Output",
            help =
                "Which output of the function; empty takes the only one, or the one whose name"
                    + " begins with feature or embedding.")
        String output,
    @Param(
            label = "Input scale",
            help =
                "Pixels from 0 to 1 are multiplied by this: 255 for models that take 0 to 255, 2"
                    + " for −1 to 1.")
        double inputScale,
    @Param(label = "Input offset", help = "Added after scaling: −1 for models that take −1 to 1.")
        double inputOffset) {

  /** What exporters write, with pixels from 0 to 255. */
  public SavedModelSettings() {
    this(SavedModelCall.SERVING, "", 255, 0);
  }

  /** The function, with inputs as the model wants them. */
  public SavedModelCall call() {
    return new SavedModelCall(signature, output);
  }
}
