// SPDX-License-Identifier: MIT
package org.patchwork.image.segmentation;

import java.util.Arrays;

/**
 * Which segment each pixel of an image belongs to.
 *
 * @param height in pixels
 * @param width in pixels
 * @param count number of segments
 * @param segments row-major, from 0 to count − 1; {@link #NONE} for a pixel of no segment; not
 *     copied, must not be changed afterwards
 */
public record SegmentMap(int height, int width, int count, int[] segments) {
  /** What is said of a pixel that belongs to no segment. */
  public static final int NONE = -1;

  public SegmentMap {
    if (segments.length != height * width) {
      throw new IllegalArgumentException(
          segments.length + " pixels do not make " + height + "×" + width);
    }
  }

  /**
   * A grid of {@code side × side} equal cells, row by row. What the division leaves over at the
   * right and lower edge belongs to no segment.
   *
   * @throws IllegalArgumentException if the image has fewer pixels along a side than cells
   */
  public static SegmentMap grid(int height, int width, int side) {
    int cellHeight = height / side;
    int cellWidth = width / side;
    if (cellHeight < 1 || cellWidth < 1) {
      throw new IllegalArgumentException(
          "A grid of "
              + side
              + "×"
              + side
              + " cells needs images of at least as many pixels, not "
              + height
              + "×"
              + width);
    }
    int[] segments = new int[height * width];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int row = y / cellHeight;
        int column = x / cellWidth;
        segments[y * width + x] = row < side && column < side ? row * side + column : NONE;
      }
    }
    return new SegmentMap(height, width, side * side, segments);
  }

  /** The segment of a pixel. */
  public int at(int y, int x) {
    return segments[y * width + x];
  }

  /** Number of pixels of each segment. */
  public int[] sizes() {
    int[] sizes = new int[count];
    for (int segment : segments) {
      if (segment != NONE) {
        sizes[segment]++;
      }
    }
    return sizes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SegmentMap map
        && height == map.height
        && width == map.width
        && count == map.count
        && Arrays.equals(segments, map.segments);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * height + width) + Arrays.hashCode(segments);
  }

  @Override
  public String toString() {
    return count + " segments of " + height + "×" + width + " pixels";
  }
}
