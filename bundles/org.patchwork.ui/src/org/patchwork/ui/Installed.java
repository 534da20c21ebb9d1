// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import java.util.Objects;
import org.patchwork.core.Catalog;
import org.patchwork.image.ImageReader;
import org.patchwork.learn.Algorithms;

/**
 * What is installed in this product, read once from the extension registry and handed to the views.
 * The services for training and feature extraction are made from it by the views that run them.
 *
 * @param algorithms everything to learn with
 * @param readers extension point {@code org.patchwork.image.readers}
 */
public record Installed(Algorithms algorithms, Catalog<ImageReader> readers) {
  public Installed {
    Objects.requireNonNull(algorithms);
    Objects.requireNonNull(readers);
  }
}
