// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import java.util.ArrayList;
import java.util.List;
import org.patchwork.learn.encoder.View;

/** The views of multi-crop (Caron et al. 2020): two large parts of an image, several small ones. */
final class Crops {
  /** Number of large parts. */
  static final int LARGE = 2;

  private static final double SMALLEST = 0.05;

  private Crops() {}

  /**
   * Views, the large ones first.
   *
   * @param small number of small ones
   * @param scale side of the small ones, relative to that of the large ones
   * @param boundary part of the area of an image that large views show at least and small ones at
   *     most
   */
  static List<View> of(int small, double scale, double boundary) {
    List<View> views = new ArrayList<>();
    for (int i = 0; i < LARGE; i++) {
      views.add(new View(1, "zoom_scale=" + boundary + ",zoom_scale.largest=1", 0));
    }
    String part = "zoom_scale=" + Math.min(SMALLEST, boundary) + ",zoom_scale.largest=" + boundary;
    for (int i = 0; i < small; i++) {
      views.add(new View(scale, part, 0));
    }
    return views;
  }
}
