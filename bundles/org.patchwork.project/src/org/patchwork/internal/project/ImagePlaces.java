// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.patchwork.image.ImageReference;

/**
 * The way from the path of an image to its file: the image root, and folders that were moved.
 * Immutable. Paths are never rewritten, they are what an image is known by.
 */
public final class ImagePlaces {
  private final Path root;
  private final Map<String, Path> moved = // longest first: the closest folder decides
      new TreeMap<>(Comparator.comparingInt(String::length).reversed().thenComparing(s -> s));

  /**
   * Places.
   *
   * @param root folder of the relative paths
   * @param moved new folders by the beginning of the paths of their images, without a slash behind
   */
  public ImagePlaces(Path root, Map<String, Path> moved) {
    this.root = root;
    this.moved.putAll(moved);
  }

  /** Folder of the relative paths. */
  public Path root() {
    return root;
  }

  /** New folders by the beginning of the paths of their images. */
  public Map<String, Path> moved() {
    return Map.copyOf(moved);
  }

  /** The file of an image, and its window. */
  public ImageReference reference(String path) {
    if (!moved.isEmpty()) {
      for (Map.Entry<String, Path> each : moved.entrySet()) {
        String from = each.getKey();
        if (path.length() > from.length()
            && path.startsWith(from)
            && path.charAt(from.length()) == '/') {
          return ImageReference.parse(path.substring(from.length() + 1), each.getValue());
        }
      }
    }
    return ImageReference.parse(path, root);
  }

  /** Folders as they are stored: relative to the project where that is possible. */
  List<Map.Entry<String, String>> stored(Path project) {
    return moved.entrySet().stream()
        .map(each -> Map.entry(each.getKey(), ImageRoot.toText(project, each.getValue())))
        .toList();
  }
}
