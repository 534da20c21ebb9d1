// SPDX-License-Identifier: MIT
package org.patchwork.workbench.tests;

import java.nio.file.Path;
import java.util.List;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.image.ImageLoader;
import org.patchwork.project.ImportResult;
import org.patchwork.project.ProjectImport;

/** The labels that came with the sample and were left out of the project. */
record SampleTruth(ImportResult imported) {

  static SampleTruth of(Path project) throws ProjectFormatException {
    Path images = project.resolve("images");
    return new SampleTruth(
        ProjectImport.csv(images.resolve("labels.csv"), images, (ImageLoader) null, null));
  }

  /** Index of the class of a row. */
  int of(int row) {
    List<String> names = imported.classNames();
    for (int c = 0; c < names.size(); c++) {
      if (imported.labels()[c][row] == LabelTable.PRESENT) {
        return c;
      }
    }
    throw new AssertionError("Row " + row + " of the sample has no class.");
  }
}
