// SPDX-License-Identifier: MIT
package org.patchwork.image;

import org.patchwork.core.ImageFormatException;

/** A numbered set of images, read on demand. Safe to read from many threads. */
public interface ImageSource {
  /** Number of images. */
  int size();

  /** Path of an image, for messages. */
  String path(int index);

  /**
   * Reads, resizes and scales one image.
   *
   * @param target takes {@code input.values()} values, row-major {@code [h, w, c]}, raw value /
   *     norm
   * @throws ImageFormatException if it cannot be read; names the file
   */
  void read(int index, InputSpec input, float[] target, int offset) throws ImageFormatException;
}
