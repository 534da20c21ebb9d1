// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import java.util.ArrayList;
import java.util.List;
import org.patchwork.core.Param;
import org.patchwork.learn.encoder.View;

/** The views of multi-crop (Caron et al. 2020): two large parts of an image, several small ones. */
public record Crops(
    @Param(
            label = "Small crops",
            help = "Number of small views beside the two large ones.",
            min = 0,
            max = 16)
        int smallCrops,
    @Param(
            label = "Small size",
            help = "Side of the small views, relative to that of the large ones.",
            min = 0.1,
            max = 1)
        double smallSize,
    @Param(
            label = "Boundary",
            help =
                "Large views show at least this part of an image, small ones at most; 0.14 in the"
                    + " paper of SwAV.",
            min = 0.05,
            max = 1)
        double boundary) {
  /** Number of large parts. */
  static final int LARGE = 2;

  private static final double SMALLEST = 0.05;

  /** The views, the large ones first. */
  List<View> views() {
    List<View> views = new ArrayList<>();
    for (int i = 0; i < LARGE; i++) {
      views.add(new View(1, "zoom_scale=" + boundary + ",zoom_scale.largest=1", 0));
    }
    String part = "zoom_scale=" + Math.min(SMALLEST, boundary) + ",zoom_scale.largest=" + boundary;
    for (int i = 0; i < smallCrops; i++) {
      views.add(new View(smallSize, part, 0));
    }
    return views;
  }
}
