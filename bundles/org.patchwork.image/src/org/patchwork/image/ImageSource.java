// SPDX-License-Identifier: MIT
package org.patchwork.image;

import java.util.Optional;
import org.patchwork.core.ImageFormatException;

/** A numbered set of images, read on demand. Safe to read from many threads. */
public interface ImageSource {
  /** Number of images. */
  int size();

  /** Path of an image, for messages. */
  String path(int index);

  /**
   * Size of an image, or of its window, before it is resized; mostly from the header of the file.
   *
   * @return empty if this source does not know
   * @throws ImageFormatException if the file cannot be read; names it
   */
  default Optional<ImageSize> pixels(int index) throws ImageFormatException {
    return Optional.empty();
  }

  /**
   * Reads, resizes and scales one image.
   *
   * @param target takes {@code input.values()} values, row-major {@code [h, w, c]}, raw value /
   *     norm
   * @throws ImageFormatException if it cannot be read; names the file
   */
  void read(int index, InputSpec input, float[] target, int offset) throws ImageFormatException;
}
