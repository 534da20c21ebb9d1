// SPDX-License-Identifier: MIT
package org.patchwork.image;

import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.ImageFormatException;

/**
 * Reads one or more image formats. Extension point {@code org.patchwork.image.readers}. Stateless,
 * with a public no-argument constructor; called from many threads at once, never from the display
 * thread.
 *
 * <p>An {@link IOException} needs no file name: the loader puts it before the message. Runtime
 * exceptions are taken for a broken file, too.
 */
public interface ImageReader {
  /** Number of bytes of a file that {@link #supports} is shown. */
  int HEAD = 64;

  /**
   * Whether this reader should read the file; the first reader of the catalog that says yes does.
   * Decide by content wherever the format has a signature: names lie.
   *
   * @param head the first {@link #HEAD} bytes of the file, or all it has; at least one
   * @param fileName last part of the path
   */
  boolean supports(byte[] head, String fileName);

  /** Size of the upright image, from the header alone where the format allows it. */
  ImageSize size(Path file) throws IOException, ImageFormatException;

  /**
   * Opens the image (the first, if the file holds several), upright.
   *
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  DecodedImage open(Path file, IProgressMonitor monitor) throws IOException, ImageFormatException;

  /**
   * As {@link #open}, for a small picture on the screen: may leave out rows and columns evenly as
   * long as both sides keep {@code minSide} pixels. Never used to train or predict.
   */
  default DecodedImage openPreview(Path file, int minSide, IProgressMonitor monitor)
      throws IOException, ImageFormatException {
    return open(file, monitor);
  }
}
