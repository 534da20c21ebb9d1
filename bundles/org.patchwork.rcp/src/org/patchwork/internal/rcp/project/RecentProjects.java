// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.project;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;

/**
 * The projects opened lately, newest first, kept in a preference node. Used on the display thread.
 */
public final class RecentProjects {
  /** How many are remembered. */
  public static final int LIMIT = 10;

  private static final String KEY = "recentProjects";

  private final Preferences node;

  public RecentProjects(Preferences node) {
    this.node = Objects.requireNonNull(node);
  }

  /** Absolute folders, newest first; they may have been moved or deleted since. */
  public List<Path> list() {
    return node.get(KEY, "")
        .lines()
        .filter(line -> !line.isBlank())
        .map(RecentProjects::path)
        .filter(Objects::nonNull)
        .toList();
  }

  /** Puts a project to the head of the list. */
  public void add(Path folder) throws BackingStoreException {
    List<Path> folders = new ArrayList<>(list());
    folders.remove(folder);
    folders.add(0, folder);
    store(folders);
  }

  /** Forgets a project, for example because its folder is gone. */
  public void remove(Path folder) throws BackingStoreException {
    List<Path> folders = new ArrayList<>(list());
    folders.remove(folder);
    store(folders);
  }

  private void store(List<Path> folders) throws BackingStoreException {
    node.put(KEY, String.join("\n", folders.stream().limit(LIMIT).map(Path::toString).toList()));
    node.flush();
  }

  private static Path path(String line) {
    try {
      return Path.of(line);
    } catch (InvalidPathException e) {
      return null; // written by another system; such a project cannot be opened here
    }
  }
}
