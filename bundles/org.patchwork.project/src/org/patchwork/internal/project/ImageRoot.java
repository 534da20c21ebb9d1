// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.io.File;
import java.nio.file.Path;

/**
 * The image root as text: relative to the project folder where that is possible, so that both can
 * move together.
 */
public final class ImageRoot {
  private ImageRoot() {}

  /** The text to store; null for the project folder itself. */
  public static String toText(Path projectFolder, Path root) {
    if (root == null) {
      return null;
    }
    Path project = projectFolder.toAbsolutePath().normalize();
    Path absolute = root.toAbsolutePath().normalize();
    boolean sameDrive = project.getRoot() != null && project.getRoot().equals(absolute.getRoot());
    Path stored = sameDrive ? project.relativize(absolute) : absolute;
    return stored.toString().replace(File.separatorChar, '/');
  }

  /** The folder that a stored text means. */
  public static Path resolve(Path projectFolder, String text) {
    Path project = projectFolder.toAbsolutePath().normalize();
    return text == null || text.isEmpty() ? project : project.resolve(text).normalize();
  }
}
