// SPDX-License-Identifier: MIT
package org.patchwork.project.merge;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.patchwork.core.LabelTable;
import org.patchwork.image.ImageReference;
import org.patchwork.internal.project.PathIndex;

/** Finds the images of a source among those of the open project. */
final class ImageMatcher {
  private static final int NONE = -1;
  private static final int SEVERAL = -2;

  private final LabelTable mine;
  private final Path root;
  private final LabelSource source;

  ImageMatcher(LabelTable mine, Path root, LabelSource source) {
    this.mine = mine;
    this.root = root.toAbsolutePath().normalize();
    this.source = source;
  }

  /** One row of the open project per row of the source; −1 without a match. */
  int[] rows(ImageMatch match) {
    return match == ImageMatch.PATH ? byPath() : byName();
  }

  private int[] byPath() {
    PathIndex index = new PathIndex(mine);
    int[] rows = new int[source.labels().rows()];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = index.row(source.labels().path(row));
      if (rows[row] < 0) {
        rows[row] = index.row(ownPath(row));
      }
    }
    return rows;
  }

  /** The path of a source's row as the open project would write it. */
  String ownPath(int row) {
    String path = source.labels().path(row);
    try {
      ImageReference image = ImageReference.parse(path, source.imageRoot());
      Path file = image.file().toAbsolutePath().normalize();
      Path shown = file.startsWith(root) ? root.relativize(file) : file;
      String text = shown.toString().replace(File.separatorChar, '/');
      return image.window() == null ? text : text + "#xywh=" + image.window();
    } catch (InvalidPathException e) {
      return path; // from another system: it can only match as it is written
    }
  }

  private int[] byName() {
    Map<String, Integer> rowOfName = new HashMap<>();
    for (int row = 0; row < mine.rows(); row++) {
      rowOfName.merge(name(mine.path(row)), row, (one, other) -> SEVERAL);
    }
    Map<String, Integer> theirs = new HashMap<>();
    for (int row = 0; row < source.labels().rows(); row++) {
      theirs.merge(name(source.labels().path(row)), 1, Integer::sum);
    }
    int[] rows = new int[source.labels().rows()];
    for (int row = 0; row < rows.length; row++) {
      String name = name(source.labels().path(row));
      int found = theirs.get(name) > 1 ? SEVERAL : rowOfName.getOrDefault(name, NONE);
      rows[row] = Math.max(found, NONE);
    }
    return rows;
  }

  private static String name(String path) {
    int end = path.lastIndexOf("#xywh=");
    String file = end < 0 ? path : path.substring(0, end);
    int slash = Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\'));
    return path.substring(slash + 1);
  }
}
