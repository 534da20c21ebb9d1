// SPDX-License-Identifier: MIT
package org.patchwork.pretraining;

import java.util.stream.IntStream;
import org.patchwork.core.LabelTable;
import org.patchwork.image.ImageSource;

/**
 * What a run sees.
 *
 * @param images one per row of the labels
 * @param labels used for the probe alone, and for which images are excluded
 * @param norm the raw value that becomes 1
 */
public record PretrainingData(ImageSource images, LabelTable labels, double norm) {

  /** The rows to train on: all that are not excluded. */
  public int[] rows() {
    return IntStream.range(0, images.size())
        .filter(row -> row >= labels.rows() || !labels.excluded(row))
        .toArray();
  }
}
