// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.patchwork.core.ImageFormatException;
import org.patchwork.image.ImageLoader;
import org.patchwork.image.ImageReference;
import org.patchwork.image.ImageSize;
import org.patchwork.project.ImportProblem;

/** Looks whether files are images, each file once, however many windows it has. */
public final class ImageCheck {
  private final ImageLoader loader;
  private final List<ImportProblem> problems;
  private final Map<Path, ImageSize> sizes = new HashMap<>();

  /**
   * A check.
   *
   * @param problems gets what is found
   */
  public ImageCheck(ImageLoader loader, List<ImportProblem> problems) {
    this.loader = loader;
    this.problems = problems;
  }

  /** As the other method, with the path resolved against the image root. */
  public ImageSize check(String path, Path imageRoot, long line) {
    try {
      return check(path, ImageReference.parse(path, imageRoot), line);
    } catch (InvalidPathException e) {
      add(
          ImportProblem.Kind.UNREADABLE,
          path,
          line,
          "This system cannot have such a path: " + e.getReason() + ".");
      return null;
    }
  }

  /**
   * Size of the image behind a path, or null, with a problem added, if there is none that can be
   * read.
   *
   * @param path as it is imported
   * @param line where it stands in the imported file, or 0
   */
  public ImageSize check(String path, ImageReference reference, long line) {
    if (sizes.containsKey(reference.file())) {
      return sizes.get(reference.file());
    }
    ImageSize size = null;
    if (!Files.isRegularFile(reference.file())) {
      add(ImportProblem.Kind.MISSING, path, line, "There is no file " + reference.file() + ".");
    } else {
      try {
        size = loader.size(reference.file());
      } catch (ImageFormatException e) {
        add(ImportProblem.Kind.UNREADABLE, path, line, e.getMessage());
      }
    }
    sizes.put(reference.file(), size);
    return size;
  }

  private void add(ImportProblem.Kind kind, String path, long line, String message) {
    problems.add(new ImportProblem(kind, path, line, message));
  }
}
