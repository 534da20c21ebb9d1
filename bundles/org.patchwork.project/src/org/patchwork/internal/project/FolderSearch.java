// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.project.FolderMove;
import org.patchwork.project.MissingFolder;

/**
 * Finds folders again by the names of the files in them. Of several folders with the same files,
 * the one whose path ends most like the old one is taken. What the old and the new path have in
 * common at the end is left out of the move, as long as that does not move images that are where
 * they should be.
 */
public final class FolderSearch {
  private static final int SAMPLES = 40; // files that are looked for, per folder

  private final ImageFolders folders;
  private final Map<String, Set<Path>> places =
      new HashMap<>(); // of file names that are looked for

  private FolderSearch(ImageFolders folders) {
    this.folders = folders;
  }

  /** Searches; gives one move for each beginning of paths that leads somewhere else now. */
  public static List<FolderMove> search(ImageFolders folders, Path below, SubMonitor monitor)
      throws ProjectFormatException {
    FolderSearch search = new FolderSearch(folders);
    List<MissingFolder> missing = folders.missing();
    for (MissingFolder each : missing) {
      samples(folders, each).forEach(name -> search.places.put(name, new HashSet<>()));
    }
    try {
      search.walk(below.toAbsolutePath().normalize(), monitor);
    } catch (IOException e) {
      throw new ProjectFormatException(
          "The folder " + below + " cannot be searched: " + e.getMessage(), e);
    }
    Set<FolderMove> moves = new LinkedHashSet<>();
    for (MissingFolder each : missing) {
      Path found = search.best(each);
      if (found != null) {
        moves.add(search.shortened(each.name(), found));
      }
    }
    return new ArrayList<>(moves);
  }

  private static List<String> samples(ImageFolders folders, MissingFolder folder) {
    return folders.missing(folder.name()).stream().limit(SAMPLES).toList();
  }

  private void walk(Path below, SubMonitor monitor) throws IOException {
    Files.walkFileTree(
        below,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            monitor.setWorkRemaining(100).worked(1);
            if (monitor.isCanceled()) {
              throw new OperationCanceledException();
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            Set<Path> known = places.get(file.getFileName().toString());
            if (known != null) {
              known.add(file.getParent());
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
            if (file.equals(below)) {
              throw failed;
            }
            return FileVisitResult.CONTINUE; // a folder one may not read is not the one
          }
        });
  }

  /** The folder with most of the files, or null. */
  private Path best(MissingFolder missing) {
    Map<Path, Integer> hits = new HashMap<>();
    for (String name : samples(folders, missing)) {
      places.get(name).forEach(place -> hits.merge(place, 1, Integer::sum));
    }
    return hits.keySet().stream()
        .max(
            Comparator.<Path>comparingInt(hits::get)
                .thenComparingInt(place -> commonEnd(missing.place(), place))
                .thenComparing(Comparator.reverseOrder()))
        .orElse(null);
  }

  private static int commonEnd(Path one, Path other) {
    int count = 0;
    while (count < Math.min(one.getNameCount(), other.getNameCount())
        && one.getName(one.getNameCount() - 1 - count)
            .equals(other.getName(other.getNameCount() - 1 - count))) {
      count++;
    }
    return count;
  }

  private FolderMove shortened(String name, Path found) {
    String from = name;
    Path to = found;
    while (!from.isEmpty() && to.getFileName() != null) {
      int slash = from.lastIndexOf('/');
      String last = from.substring(slash + 1);
      String shorter = slash < 0 ? "" : from.substring(0, slash);
      boolean absoluteRoot = slash == 0 || shorter.endsWith(":");
      if (!to.getFileName().toString().equals(last)
          || absoluteRoot
          || folders.anyPresent(shorter)) {
        break;
      }
      from = shorter;
      to = to.getParent();
    }
    return new FolderMove(from, to);
  }
}
