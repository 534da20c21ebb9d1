// SPDX-License-Identifier: MIT
package org.patchwork.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Removes a run or a feature set from the disk. */
public final class FolderRemoval {
  private FolderRemoval() {}

  /**
   * Removes the folder {@code id} below the parent with all it holds. The record goes first, so
   * that a folder whose removal was interrupted is no longer taken for a whole one.
   *
   * @throws ProjectFormatException if it is not there, or a file in it cannot be removed
   */
  public static void remove(Path parent, String id, String record) throws ProjectFormatException {
    Path folder = parent.resolve(id);
    if (!parent.equals(folder.normalize().getParent()) || !Files.isDirectory(folder)) {
      throw new ProjectFormatException("There is no \"" + id + "\" in " + parent + ".");
    }
    try {
      Files.deleteIfExists(folder.resolve(record));
      for (Path path : deepestFirst(folder)) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new ProjectFormatException(
          "The folder "
              + folder
              + " could not be removed: "
              + e.getMessage()
              + ". Close what has its files open, or remove it by hand.",
          e);
    }
  }

  private static List<Path> deepestFirst(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
