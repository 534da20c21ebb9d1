// SPDX-License-Identifier: MIT
package org.patchwork.project;

import java.util.List;

/**
 * What an import found; nothing is in a project yet.
 *
 * @param images the images in file order, without duplicates
 * @param classNames the classes in order of first appearance
 * @param labels one array per class, one value per image: −1 unknown, 0 absent, 1 present
 * @param exclusive true if the source says that exactly one class is present in each image
 * @param problems what needs a look
 */
public record ImportResult(
    List<ImageEntry> images,
    List<String> classNames,
    byte[][] labels,
    boolean exclusive,
    List<ImportProblem> problems) {

  public ImportResult {
    images = List.copyOf(images);
    classNames = List.copyOf(classNames);
    problems = List.copyOf(problems);
    if (labels.length != classNames.size()) {
      throw new IllegalArgumentException(
          classNames.size() + " classes but " + labels.length + " label columns");
    }
  }

  /** The one edit that brings all of it into a project. */
  public Edit edit(String description) {
    return new Edit.ImportLabels(description, images, classNames, labels);
  }
}
