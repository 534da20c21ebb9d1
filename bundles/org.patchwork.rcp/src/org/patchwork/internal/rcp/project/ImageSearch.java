// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.project;

import java.nio.file.Path;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.image.ImageLoader;
import org.patchwork.internal.rcp.project.ProjectDraft.ImageChoice;
import org.patchwork.project.ImportResult;
import org.patchwork.project.ProjectImport;
import org.patchwork.project.Tiling;

/**
 * Finds the images of a draft; the wizard counts with it, and the project is made of what it finds.
 */
public final class ImageSearch {
  private ImageSearch() {}

  /** The folder against which relative paths will be resolved. */
  public static Path imageRoot(ImageChoice choice) {
    Path path = choice.path().toAbsolutePath().normalize();
    return choice instanceof ImageChoice.Folder ? path : path.getParent();
  }

  /**
   * Looks at all images.
   *
   * @param tileSize side of square windows in pixels, or 0
   * @param classes true to take the names of folders as classes
   */
  public static ImportResult look(
      ImageChoice choice,
      int tileSize,
      boolean classes,
      ImageLoader loader,
      IProgressMonitor monitor)
      throws ProjectFormatException {
    Path root = imageRoot(choice);
    Tiling tiling = tileSize == 0 ? null : new Tiling(tileSize, tileSize, tileSize);
    return switch (choice) {
      case ImageChoice.Folder folder ->
          ProjectImport.folder(folder.path(), root, classes, tiling, loader, monitor);
      case ImageChoice.Csv csv -> ProjectImport.csv(csv.path(), root, loader, monitor);
      case ImageChoice.PathList list ->
          ProjectImport.pathList(list.path(), root, tiling, loader, monitor);
    };
  }
}
