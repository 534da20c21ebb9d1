// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.RGB;

/** A square of one colour, for menus and tables. */
record Swatch(RGB color) implements ImageDataProvider {
  private static final int EDGE = 12;

  ImageDescriptor descriptor() {
    return ImageDescriptor.createFromImageDataProvider(this);
  }

  @Override
  public ImageData getImageData(int zoom) {
    int edge = EDGE * zoom / 100;
    return new ImageData(edge, edge, 1, new PaletteData(color, color));
  }
}
