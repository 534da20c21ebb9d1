// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import java.net.URL;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Control;

/**
 * The icon family of the product: SVG files of 16 × 16 in the folder icons of this bundle, named
 * after what they mean.
 */
public final class Icons {
  private Icons() {}

  /**
   * The icon of this name.
   *
   * @param name file name without ending, for example {@code "grid"}
   * @throws IllegalArgumentException if there is none
   */
  public static ImageDescriptor descriptor(String name) {
    URL url = Icons.class.getResource("/icons/" + name + ".svg");
    if (url == null) {
      throw new IllegalArgumentException("There is no icon \"" + name + "\" in the folder icons.");
    }
    return ImageDescriptor.createFromURL(url);
  }

  /** The icon as an image that lives as long as the control. */
  public static Image image(Control owner, String name) {
    Object known = owner.getData(Icons.class.getName());
    LocalResourceManager images =
        known instanceof LocalResourceManager manager
            ? manager
            : new LocalResourceManager(JFaceResources.getResources(), owner);
    owner.setData(Icons.class.getName(), images);
    return images.create(descriptor(name));
  }
}
