// SPDX-License-Identifier: MIT
package org.patchwork.pretraining;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.patchwork.core.LabelTable;
import org.patchwork.image.ImageSource;
import org.patchwork.learn.encoder.ClassNames;

/**
 * What a run sees.
 *
 * @param images one per row of the labels
 * @param labels for the probe, for which images are excluded, and for trainers that learn from them
 * @param classes names and groups of their classes
 * @param norm the raw value that becomes 1
 * @param folder folder of the project, which names of files in parameters are relative to
 */
public record PretrainingData(
    ImageSource images, LabelTable labels, ClassNames classes, double norm, Path folder) {

  /** What a run sees of classes without groups that are named as their ids. */
  public PretrainingData(ImageSource images, LabelTable labels, double norm, Path folder) {
    this(images, labels, ClassNames.of(labels), norm, folder);
  }

  /** What a run sees that reads no other files. */
  public PretrainingData(ImageSource images, LabelTable labels, double norm) {
    this(images, labels, norm, Path.of(""));
  }

  /** The same with images that come from elsewhere. */
  PretrainingData with(ImageSource others) {
    return new PretrainingData(others, labels, classes, norm, folder);
  }

  /** The rows to train on: all that are not excluded. */
  public int[] rows() {
    return IntStream.range(0, images.size())
        .filter(row -> row >= labels.rows() || !labels.excluded(row))
        .toArray();
  }
}
