// SPDX-License-Identifier: MIT
package org.patchwork.image;

import java.util.List;
import org.patchwork.core.Catalog;
import org.patchwork.core.Contribution;

/** The readers this bundle contributes, for tests and programs without an extension registry. */
public final class BuiltInReaders {
  private static final String BUNDLE = "org.patchwork.image";

  private BuiltInReaders() {}

  /** JPEG, PNG, GIF, BMP and TIFF. */
  public static Catalog<ImageReader> catalog() {
    return new Catalog<>(
        List.of(
            new Contribution<>(
                BUNDLE + ".standard",
                "JPEG, PNG, GIF, BMP",
                "",
                "",
                BUNDLE,
                new StandardImageReader()),
            new Contribution<>(BUNDLE + ".tiff", "TIFF", "", "", BUNDLE, new TiffImageReader())));
  }
}
