// SPDX-License-Identifier: MIT
package org.patchwork.training;

/**
 * How far an extraction is.
 *
 * @param done number of images that have features, those of an earlier, interrupted extraction
 *     included
 * @param total number of images
 * @param imagesPerSecond speed since this extraction began or went on
 * @param unreadable number of images that could not be read
 */
public record ExtractionProgress(int done, int total, double imagesPerSecond, int unreadable) {

  /** Seconds until the last image is done at this speed. */
  public double secondsLeft() {
    return imagesPerSecond > 0 ? (total - done) / imagesPerSecond : Double.POSITIVE_INFINITY;
  }

  /**
   * One line for a status line or terminal: {@code 1,240 of 2,527 images, 117 a second, 11 s left}.
   */
  public String text() {
    String speed =
        imagesPerSecond > 0
            ? String.format(", %,.0f a second, %,.0f s left", imagesPerSecond, secondsLeft())
            : "";
    String problems = unreadable == 0 ? "" : String.format(", %,d unreadable", unreadable);
    return String.format("%,d of %,d images%s%s", done, total, speed, problems);
  }
}
