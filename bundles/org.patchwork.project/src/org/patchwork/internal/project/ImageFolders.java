// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.LabelTable;
import org.patchwork.project.MissingFolder;

/** The folders that images lie in, with what is missing in each. */
public final class ImageFolders {
  private static final int STEP = 1000;

  private final Map<String, Content> folders = new TreeMap<>();

  private static final class Content {
    private final Path place;
    private final Set<String> files = new HashSet<>();
    private final List<String> missing = new ArrayList<>();

    Content(Path place) {
      this.place = place;
    }
  }

  private ImageFolders() {}

  /** Looks for every image file once. */
  public static ImageFolders look(LabelTable labels, ImagePlaces places, SubMonitor monitor) {
    ImageFolders result = new ImageFolders();
    monitor.setWorkRemaining(labels.rows() / STEP + 1);
    for (int row = 0; row < labels.rows(); row++) {
      if (row % STEP == 0) {
        monitor.split(1);
      }
      result.add(labels.path(row), places);
    }
    return result;
  }

  private void add(String path, ImagePlaces places) {
    int window = path.lastIndexOf("#xywh=");
    String file = window < 0 ? path : path.substring(0, window);
    int slash = file.lastIndexOf('/');
    String folder = slash < 0 ? "" : file.substring(0, slash);
    Content content = folders.get(folder);
    String name = file.substring(slash + 1);
    if (content == null || !content.files.contains(name)) {
      Path place = places.reference(path).file();
      if (content == null) {
        content = new Content(place.getParent());
        folders.put(folder, content);
      }
      content.files.add(name);
      if (!Files.isRegularFile(place)) {
        content.missing.add(name);
      }
    }
  }

  /** Folders in which something is missing, by name. */
  public List<MissingFolder> missing() {
    List<MissingFolder> result = new ArrayList<>();
    folders.forEach(
        (name, content) -> {
          if (!content.missing.isEmpty()) {
            String first = content.missing.get(0);
            result.add(
                new MissingFolder(
                    name,
                    content.place,
                    content.files.size(),
                    content.missing.size(),
                    name.isEmpty() ? first : name + "/" + first));
          }
        });
    return result;
  }

  /** Names of the files that are missing in a folder. */
  Collection<String> missing(String folder) {
    return folders.get(folder).missing;
  }

  /** True if a folder of that name, or one below it, is where it should be. */
  boolean anyPresent(String prefix) {
    return folders.entrySet().stream()
        .anyMatch(
            each ->
                each.getValue().missing.size() < each.getValue().files.size()
                    && (prefix.isEmpty()
                        ? !Path.of(each.getKey()).isAbsolute()
                        : (each.getKey() + "/").startsWith(prefix + "/")));
  }
}
