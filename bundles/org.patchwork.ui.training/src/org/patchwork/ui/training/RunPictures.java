// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The pictures that a run has drawn, {@code pictures/epoch-NNN-name.png}: by name, and under each
 * name by epoch. Which names there are is a matter of the run alone.
 *
 * @param files path of each picture by title and epoch
 */
record RunPictures(SortedMap<String, SortedMap<Integer, Path>> files) {
  /** No pictures. */
  static final RunPictures NONE = new RunPictures(new TreeMap<>());

  private static final String FOLDER = "pictures";
  private static final Pattern NAME = Pattern.compile("epoch-(\\d+)-(.+)\\.png");

  /** Lists the pictures of a run; reads the disk. */
  static RunPictures of(Path run) throws IOException {
    Path folder = run.resolve(FOLDER);
    if (!Files.isDirectory(folder)) {
      return NONE;
    }
    SortedMap<String, SortedMap<Integer, Path>> found = new TreeMap<>();
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path file : (Iterable<Path>) entries::iterator) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (name.matches()) {
          found
              .computeIfAbsent(title(name.group(2)), title -> new TreeMap<>())
              .put(Integer.valueOf(name.group(1)), file);
        }
      }
    }
    return new RunPictures(found);
  }

  /** As it is shown: {@code confusion-matrix} becomes {@code Confusion matrix}. */
  private static String title(String name) {
    String words = name.replace('-', ' ').replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /** The picture of this title at an epoch, or at the last one before it; null if there is none. */
  Path at(String title, int epoch) {
    SortedMap<Integer, Path> epochs = files.getOrDefault(title, new TreeMap<>());
    SortedMap<Integer, Path> until = epochs.headMap(epoch + 1);
    if (!until.isEmpty()) {
      return until.get(until.lastKey());
    }
    return epochs.isEmpty() ? null : epochs.get(epochs.firstKey());
  }

  /** The epoch of the picture that {@link #at} gives. */
  int epochOf(String title, int epoch) {
    SortedMap<Integer, Path> epochs = files.getOrDefault(title, new TreeMap<>());
    SortedMap<Integer, Path> until = epochs.headMap(epoch + 1);
    return until.isEmpty() ? epochs.firstKey() : until.lastKey();
  }

  /** The last epoch with a picture; 0 if there is none. */
  int lastEpoch() {
    return files.values().stream()
        .map(Map::keySet)
        .flatMap(java.util.Set::stream)
        .mapToInt(Integer::intValue)
        .max()
        .orElse(0);
  }
}
