// SPDX-License-Identifier: MIT
package org.patchwork.image.augmentation;

import java.util.List;
import org.patchwork.core.Catalog;
import org.patchwork.core.Contribution;

/**
 * The augmentations this bundle contributes, for tests and programs without an extension registry.
 */
public final class BuiltInAugmentations {
  private static final String BUNDLE = "org.patchwork.image";

  private BuiltInAugmentations() {}

  /** All of them, in the order in which they are applied. */
  public static Catalog<Augmentation<?>> catalog() {
    return new Catalog<>(
        List.of(
            entry("flip_left_right", "Flip left–right", new FlipLeftRight()),
            entry("flip_up_down", "Flip up–down", new FlipUpDown()),
            entry("rot90", "Quarter turns", new Rotate90()),
            entry("shear", "Shear", new Shear()),
            entry("zoom_scale", "Zoom into a box", new ZoomScale()),
            entry("center_zoom_scale", "Zoom into the middle", new CenterZoomScale()),
            entry("solarize", "Solarise", new Solarize()),
            entry("jitter", "Colour jitter", new Jitter()),
            entry("brightness_delta", "Brightness", new Brightness()),
            entry("contrast_delta", "Contrast", new Contrast()),
            entry("saturation_delta", "Saturation", new Saturation()),
            entry("hue_delta", "Hue", new Hue()),
            entry("gaussian_blur", "Blur", new GaussianBlur()),
            entry("gaussian_noise", "Noise", new GaussianNoise()),
            entry("autocontrast", "Stretch contrast", new AutoContrast()),
            entry("drop_color", "Drop colour", new DropColor()),
            entry("sobel_prob", "Edges", new SobelEdges()),
            entry("jpeg_degrade", "Poor JPEG", new JpegDegrade()),
            entry("mask", "Cover a part", new Mask()),
            entry("pixel_mask", "Blacken pixels", new PixelMask())));
  }

  private static Contribution<Augmentation<?>> entry(
      String name, String title, Augmentation<?> instance) {
    return new Contribution<>(BUNDLE + ".augmentation." + name, title, "", "", BUNDLE, instance);
  }
}
