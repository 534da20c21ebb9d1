// SPDX-License-Identifier: MIT
package org.patchwork.project;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.internal.project.FolderSearch;
import org.patchwork.internal.project.ImageFolders;
import org.patchwork.internal.project.ImagePlaces;

/**
 * Finds the images of an open project again after they were moved. The paths that images are known
 * by stay as they are; only the folders they lead to change. Reads the disk on the caller's thread.
 */
public final class MovedImages {
  private final ProjectSession session;

  /** The images of a project. */
  public MovedImages(ProjectSession session) {
    this.session = session;
  }

  /** Folders with images that are not there; empty if all are. Looks for every image file. */
  public List<MissingFolder> missing(IProgressMonitor monitor) {
    return folders(session.project.relocation().places(), monitor).missing();
  }

  private ImageFolders folders(ImagePlaces places, IProgressMonitor monitor) {
    return ImageFolders.look(
        session.labels(), places, SubMonitor.convert(monitor, "Looking for images", 100));
  }

  /**
   * Looks below a folder for what is missing, by the names of files and folders.
   *
   * @return moves that find images again, to be tried with {@link #missingAfter} and done with
   *     {@link #apply}; empty if nothing was found
   * @throws ProjectFormatException if the folder cannot be read
   */
  public List<FolderMove> search(Path below, IProgressMonitor monitor)
      throws ProjectFormatException {
    SubMonitor progress = SubMonitor.convert(monitor, 100);
    ImageFolders folders = folders(session.project.relocation().places(), progress.split(50));
    return FolderSearch.search(folders, below, progress.split(50));
  }

  /** Number of image files that would still be missing after these moves. */
  public int missingAfter(List<FolderMove> moves, IProgressMonitor monitor) {
    return folders(places(moves), monitor).missing().stream()
        .mapToInt(MissingFolder::missing)
        .sum();
  }

  /**
   * Looks for images in these places from now on. Durable when this returns; not undoable, but
   * another move takes it back.
   *
   * @throws ProjectFormatException if the project is read-only, or cannot be written
   */
  public void apply(List<FolderMove> moves) throws ProjectFormatException {
    ImagePlaces places = places(moves);
    session.project.relocation().relocate(places.root(), places.moved());
  }

  private ImagePlaces places(List<FolderMove> moves) {
    ImagePlaces present = session.project.relocation().places();
    Path root = present.root();
    Map<String, Path> moved = new HashMap<>(present.moved());
    for (FolderMove move : moves) {
      Path to = move.to().toAbsolutePath().normalize();
      if (move.from().isEmpty()) {
        root = to;
      } else {
        moved.put(move.from(), to);
      }
    }
    return new ImagePlaces(root, moved);
  }
}
