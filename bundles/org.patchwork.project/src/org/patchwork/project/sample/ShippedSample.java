// SPDX-License-Identifier: MIT
package org.patchwork.project.sample;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.patchwork.core.ProjectFormatException;

/** The sample inside this bundle. */
final class ShippedSample {
  static final int IMAGES = 2000;

  private ShippedSample() {}

  static SampleData unpack(Path folder) throws ProjectFormatException {
    try {
      Files.createDirectories(folder.resolve(ContactSheets.FOLDER));
      for (int sheet = 0; sheet < IMAGES / ContactSheets.PER_SHEET; sheet++) {
        copy(ContactSheets.name(sheet), folder);
      }
      copy(FashionMnist.NOTICE, folder);
      copy(ContactSheets.LABELS, folder); // last: who finds it finds the images
    } catch (IOException e) {
      throw new ProjectFormatException(
          "The sample images cannot be written to "
              + folder
              + ": "
              + e.getMessage()
              + ". Choose another folder.",
          e);
    }
    return new SampleData(
        folder, folder.resolve(ContactSheets.LABELS), FashionMnist.CLASSES, IMAGES);
  }

  static void copy(String name, Path folder) throws IOException {
    try (InputStream in = ShippedSample.class.getResourceAsStream("fashion/" + name)) {
      if (in == null) {
        throw new FileNotFoundException("the product lacks fashion/" + name);
      }
      Files.copy(in, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
