// SPDX-License-Identifier: MIT
package org.patchwork.project;

import java.nio.file.Path;
import java.util.Objects;
import org.patchwork.internal.project.XmlText;

/**
 * What must be known to make a project; images and classes come by edits afterwards.
 *
 * @param name shown to people
 * @param imageRoot folder against which relative image paths are resolved; null for the project
 *     folder itself
 * @param annotator name recorded with labels by default; may be empty
 * @param exclusive true if exactly one class is present in each image
 */
public record NewProject(String name, Path imageRoot, String annotator, boolean exclusive) {
  public NewProject {
    Objects.requireNonNull(annotator);
    if (name.isBlank()) {
      throw new IllegalArgumentException("A project needs a name.");
    }
    if (XmlText.firstUnwritable(name + annotator) >= 0) {
      throw new IllegalArgumentException(
          "The name of the project or of the annotator has a control character in it. Take it out.");
    }
  }

  /** A multi-label project over images in its own folder. */
  public NewProject(String name) {
    this(name, null, "", false);
  }
}
