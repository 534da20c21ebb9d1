// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.project;

import java.nio.file.Path;
import java.util.List;

/**
 * What the New Project wizard asked for.
 *
 * @param images where the images come from
 * @param tileSize side of square windows to cut large images into, in pixels; 0 takes images whole
 * @param classNames classes typed by the user, in order
 * @param classesFromImages true to take the classes of the folders or of the CSV as well
 * @param takeLabels true to take their labels over, too
 * @param exclusive true if exactly one class is present in each image
 * @param features how to get features
 * @param name name of the project
 * @param folder folder of the project; does not hold one yet
 * @param annotator name recorded with labels; may be empty
 */
public record ProjectDraft(
    ImageChoice images,
    int tileSize,
    List<String> classNames,
    boolean classesFromImages,
    boolean takeLabels,
    boolean exclusive,
    FeatureChoice features,
    String name,
    Path folder,
    String annotator) {

  /** Where the images come from. */
  public sealed interface ImageChoice {
    /** The folder, CSV or list. */
    Path path();

    /** All images in a folder and below. */
    record Folder(Path path) implements ImageChoice {}

    /** A label file as pandas writes it. */
    record Csv(Path path) implements ImageChoice {}

    /** A text file with one path a line. */
    record PathList(Path path) implements ImageChoice {}
  }
}
