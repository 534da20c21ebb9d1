// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.RGB;

/** A square of one colour with a little room to its right, for menus and tables. */
record Swatch(RGB color) implements ImageDataProvider {
  private static final int EDGE = 12;
  private static final int WIDTH = 18;

  ImageDescriptor descriptor() {
    return ImageDescriptor.createFromImageDataProvider(this);
  }

  @Override
  public ImageData getImageData(int zoom) {
    int edge = EDGE * zoom / 100;
    ImageData data =
        new ImageData(WIDTH * zoom / 100, edge, 1, new PaletteData(color, new RGB(0, 0, 0)));
    data.transparentPixel = 1;
    for (int y = 0; y < edge; y++) {
      for (int x = edge; x < data.width; x++) {
        data.setPixel(x, y, 1);
      }
    }
    return data;
  }
}
