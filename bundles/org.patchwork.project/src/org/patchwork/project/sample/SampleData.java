// SPDX-License-Identifier: MIT
package org.patchwork.project.sample;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.ProjectFormatException;

/**
 * A folder of sample images: contact sheets {@code sheets/*.png} of 10 × 10 images, {@code
 * labels.csv} with one row per image (path as a window of its sheet, one column per class, 0 or 1)
 * and {@code NOTICE} with the licence. The CSV is what the import reads; take only its paths to
 * start without labels.
 *
 * @param folder the folder
 * @param labels the CSV in it
 * @param classes names of the classes, exactly one of which is present in an image
 * @param images number of images
 */
public record SampleData(Path folder, Path labels, List<String> classes, int images) {

  /**
   * Writes the 2,000 images that come with the product, 200 of each class in mixed order; files
   * that are there already are written over.
   *
   * @param folder made if it does not exist
   * @throws ProjectFormatException if it cannot be written
   */
  public static SampleData unpack(Path folder) throws ProjectFormatException {
    return ShippedSample.unpack(folder);
  }

  /**
   * Writes all 70,000 images of Fashion-MNIST from where the Debian package {@code
   * dataset-fashion-mnist} puts them, the parts train and test as subsets. Does nothing if the
   * folder has them already.
   *
   * @param folder made if it does not exist; takes about 35 MB
   * @throws ProjectFormatException if the package is not installed (the message has the command) or
   *     the folder cannot be written
   */
  public static SampleData full(Path folder, IProgressMonitor monitor)
      throws ProjectFormatException {
    return new FashionMnist(FashionMnist.DEBIAN_FOLDER).writeAll(folder, monitor);
  }
}
