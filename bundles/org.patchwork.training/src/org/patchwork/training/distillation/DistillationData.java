// SPDX-License-Identifier: MIT
package org.patchwork.training.distillation;

import java.util.List;
import java.util.Objects;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;
import org.patchwork.image.ImageSource;

/**
 * What a student learns from: a snapshot, shared and never changed.
 *
 * @param labels labels of all images; they say which images are excluded or held out, and how good
 *     the student is
 * @param classNames names of the classes in the order of the table
 * @param images the images in row order
 * @param norm the raw value that becomes 1
 * @param teacher what the teacher says of the images; NaN where it says nothing
 */
public record DistillationData(
    LabelTable labels,
    List<String> classNames,
    ImageSource images,
    double norm,
    PredictionTable teacher) {
  public DistillationData {
    Objects.requireNonNull(images);
    Objects.requireNonNull(teacher);
    classNames = List.copyOf(classNames);
    if (classNames.size() != labels.classes()) {
      throw new IllegalArgumentException(
          classNames.size() + " class names for " + labels.classes() + " classes");
    }
  }
}
