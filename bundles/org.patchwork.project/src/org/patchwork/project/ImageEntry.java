// SPDX-License-Identifier: MIT
package org.patchwork.project;

import java.util.Objects;

/**
 * One image to add.
 *
 * @param path identity of the image: relative to the project's image root with forward slashes, or
 *     absolute; with {@code #xywh=x,y,w,h} behind it for a window of a larger image
 * @param subset source or domain of the image, or null
 * @param viewPath path of another rendering of the image, kept for export, or null
 * @param excluded true if it is known to be unusable
 * @param validation true if it is held out
 */
public record ImageEntry(
    String path, String subset, String viewPath, boolean excluded, boolean validation) {
  public ImageEntry {
    Objects.requireNonNull(path);
    if (path.isEmpty() || path.codePoints().anyMatch(ImageEntry::unfit)) {
      throw new IllegalArgumentException(
          "The path of an image is empty or has a NUL character or half a character in it.");
    }
  }

  /** NUL, which ends a path for the system, and half surrogate pairs, which UTF-8 cannot hold. */
  private static boolean unfit(int point) {
    return point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
  }

  /** An image in no subset, usable, not held out. */
  public ImageEntry(String path) {
    this(path, null, null, false, false);
  }
}
