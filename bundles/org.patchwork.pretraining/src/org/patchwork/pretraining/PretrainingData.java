// SPDX-License-Identifier: MIT
package org.patchwork.pretraining;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.patchwork.core.LabelTable;
import org.patchwork.image.ImageSource;

/**
 * What a run sees.
 *
 * @param images one per row of the labels
 * @param labels for the probe, for which images are excluded, and for trainers that learn from them
 * @param norm the raw value that becomes 1
 * @param folder folder of the project, which names of files in parameters are relative to
 * @param classNames names of the classes for logs, in the order of the table
 */
public record PretrainingData(
    ImageSource images, LabelTable labels, double norm, Path folder, List<String> classNames) {
  public PretrainingData {
    classNames = List.copyOf(classNames);
  }

  /** What a run sees of classes whose names are their ids. */
  public PretrainingData(ImageSource images, LabelTable labels, double norm, Path folder) {
    this(images, labels, norm, folder, labels.classIds());
  }

  /** What a run sees that reads no other files. */
  public PretrainingData(ImageSource images, LabelTable labels, double norm) {
    this(images, labels, norm, Path.of(""));
  }

  /** The rows to train on: all that are not excluded. */
  public int[] rows() {
    return IntStream.range(0, images.size())
        .filter(row -> row >= labels.rows() || !labels.excluded(row))
        .toArray();
  }
}
