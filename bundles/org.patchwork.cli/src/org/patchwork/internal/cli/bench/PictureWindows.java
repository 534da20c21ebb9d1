// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.image.ImageLoader;
import org.patchwork.image.ImageSize;
import org.patchwork.image.Window;
import org.patchwork.project.ImageEntry;
import org.patchwork.project.ProjectImport;

/** Overlapping windows over pictures, spread evenly, picture by picture. */
final class PictureWindows {
  private static final int SIDES = 3; // a window has a third of the shorter side of its picture

  private record Picture(String path, ImageSize size) {}

  private final Path root;
  private final List<Picture> pictures;
  private final int rows;
  private final int perPicture;

  private PictureWindows(Path root, List<Picture> pictures, int rows) {
    this.root = root;
    this.pictures = pictures;
    this.rows = rows;
    this.perPicture = Math.ceilDiv(rows, pictures.size());
  }

  /**
   * Plans the windows.
   *
   * @throws PatchworkException if there are no pictures, or too few or too small ones for so many
   *     different windows
   */
  static PictureWindows over(Path folder, BenchmarkRequest request, IProgressMonitor monitor)
      throws PatchworkException {
    SubMonitor progress = SubMonitor.convert(monitor, "Looking at the pictures", 2);
    ImageLoader loader = request.context().images();
    List<ImageEntry> found =
        ProjectImport.folder(folder, folder, false, null, loader, progress.split(1)).images();
    SubMonitor sizes = progress.split(1).setWorkRemaining(found.size());
    List<Picture> pictures = new ArrayList<>();
    for (ImageEntry entry : found) {
      pictures.add(new Picture(entry.path(), loader.size(folder.resolve(entry.path()))));
      sizes.split(1);
    }
    if (pictures.isEmpty()) {
      throw new ProjectFormatException(
          "There are no pictures in " + folder + "; name a folder of pictures with --images.");
    }
    PictureWindows windows = new PictureWindows(folder, pictures, request.rows());
    windows.requireRoom();
    return windows;
  }

  private void requireRoom() throws ProjectFormatException {
    for (Picture picture : pictures) {
      Grid grid = Grid.of(picture.size(), perPicture);
      if (grid.across > grid.width || grid.down > grid.height) {
        throw new ProjectFormatException(
            "The picture %s has %s pixels, too few for %,d different windows. Ask for fewer --rows, or name a folder with more or larger pictures."
                .formatted(picture.path(), picture.size(), perPicture));
      }
    }
  }

  /** The folder the paths are relative to. */
  Path root() {
    return root;
  }

  int rows() {
    return rows;
  }

  /** The window of a row; its picture is its subset. */
  ImageEntry entry(int row) {
    Picture picture = pictures.get(row / perPicture);
    Window window = Grid.of(picture.size(), perPicture).window(row % perPicture);
    return new ImageEntry(picture.path() + "#xywh=" + window, picture.path(), null, false, false);
  }

  /** Upper left corners of windows in one picture: {@code width × height} pixels to choose from. */
  private record Grid(int side, int width, int height, int across, int down) {
    static Grid of(ImageSize size, int count) {
      int side = Math.max(1, Math.min(size.width(), size.height()) / SIDES);
      int width = size.width() - side + 1;
      int height = size.height() - side + 1;
      int across = (int) Math.ceil(Math.sqrt((double) count * width / height));
      return new Grid(side, width, height, across, Math.ceilDiv(count, across));
    }

    Window window(int place) {
      int x = (int) ((long) (place % across) * width / across);
      int y = (int) ((long) (place / across) * height / down);
      return new Window(x, y, side, side);
    }
  }
}
