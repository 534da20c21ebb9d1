// SPDX-License-Identifier: MIT
package org.patchwork.training.attribution;

import org.patchwork.core.Param;

/**
 * How an image is attributed.
 *
 * @param augmentations number of augmented views the image is compared with
 * @param steps number of images on the way from black to the image, both included
 * @param augmentation of the views; empty for that with which the extractor was trained, or else
 *     {@code default}
 * @param seed of the views
 */
public record AttributionParameters(
    @Param(
            label = "Views",
            help =
                "Augmented views of the image. The map shows what makes the features of the image"
                    + " like theirs, so what it is recognised by.",
            min = 1,
            max = 1000)
        int augmentations,
    @Param(
            label = "Steps",
            help = "Images on the way from black to the image at which gradients are taken.",
            min = 2,
            max = 1000)
        int steps,
    @Param(
            label = "Augmentation",
            help =
                "A preset or operations, as in default,zoom_scale=0.4; empty for that with which"
                    + " the extractor was trained, or else default.")
        String augmentation,
    @Param(label = "Seed", help = "The same seed gives the same map.") long seed) {
  public AttributionParameters() {
    this(25, 50, "", 0);
  }
}
