// SPDX-License-Identifier: MIT
package org.patchwork.image;

/**
 * How the stored rows and columns of a photograph lie in the upright image: the Orientation tag
 * (274) of TIFF 6.0 and EXIF 2.3. Every reader of ours applies it, so that display, training and
 * window coordinates mean the upright image.
 */
enum Orientation {
  UPRIGHT(false, false, false),
  MIRRORED(false, true, false),
  HALF_TURN(false, true, true),
  FLIPPED(false, false, true),
  TRANSPOSED(true, false, false),
  QUARTER_TURN_RIGHT(true, false, true),
  TRANSVERSED(true, true, true),
  QUARTER_TURN_LEFT(true, true, false);

  private final boolean transposed;
  private final boolean fromRight;
  private final boolean fromBottom;

  Orientation(boolean transposed, boolean fromRight, boolean fromBottom) {
    this.transposed = transposed;
    this.fromRight = fromRight;
    this.fromBottom = fromBottom;
  }

  /** By the value of the tag, 1…8; anything else counts as upright. */
  static Orientation ofTag(long value) {
    return value >= 1 && value <= 8 ? values()[(int) value - 1] : UPRIGHT;
  }

  /** Size of the upright image. */
  ImageSize turn(ImageSize stored) {
    return transposed ? new ImageSize(stored.width(), stored.height()) : stored;
  }

  /** Stored column of an upright pixel. */
  int storedX(int x, int y, ImageSize stored) {
    int along = transposed ? y : x;
    return fromRight ? stored.width() - 1 - along : along;
  }

  /** Stored row of an upright pixel. */
  int storedY(int x, int y, ImageSize stored) {
    int along = transposed ? x : y;
    return fromBottom ? stored.height() - 1 - along : along;
  }
}
