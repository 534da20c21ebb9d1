// SPDX-License-Identifier: MIT
package org.patchwork.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import org.patchwork.core.FolderRemoval;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.TrainingException;

/**
 * The SavedModel of a run as a part of the feature set that is made with it. Its name has a
 * checksum, so that another extractor is another parameter and its features are made anew.
 */
final class ExtractorCopy {
  private static final String PREFIX = "extractor-";
  private static final Pattern NAME = Pattern.compile(PREFIX + "(.+)-[0-9a-f]{8}");
  private static final String PART = "extractor.part";
  private static final String GRAPH = "saved_model.pb";

  private ExtractorCopy() {}

  /**
   * Checks that there is something to copy.
   *
   * @throws TrainingException if there is not; says what to do
   */
  static void check(Path model) throws TrainingException {
    if (!Files.isRegularFile(model.resolve(GRAPH))) {
      throw new TrainingException(
          "There is no extractor in " + model + " yet. Let the run finish an epoch first.");
    }
  }

  /**
   * Copies a SavedModel into the folder of a feature set, unless it is there.
   *
   * @param origin what the extractor is called; stands in the name of the copy
   * @return name of the copy, relative to the feature set
   * @throws TrainingException if files cannot be read or written
   */
  static String into(Path featureSet, Path model, String origin) throws PatchworkException {
    try {
      List<Path> files = files(model);
      String name = PREFIX + origin + "-" + checksum(model, files);
      if (!Files.exists(featureSet.resolve(name))) {
        copy(model, files, featureSet, name);
      }
      return name;
    } catch (IOException e) {
      throw new TrainingException(
          "The extractor cannot be copied from "
              + model
              + " to "
              + featureSet
              + ": "
              + e.getMessage()
              + ". Make room or check the access rights, then try again.",
          e);
    }
  }

  /** What the extractor was called that was copied under this name; empty for another name. */
  static Optional<String> origin(String copy) {
    Matcher name = NAME.matcher(copy);
    return name.matches() ? Optional.of(name.group(1)) : Optional.empty();
  }

  /** Removes what earlier features of this name were made with. */
  static void removeOthers(Path featureSet, String name) throws PatchworkException {
    List<String> others;
    try (Stream<Path> entries = Files.list(featureSet)) {
      others =
          entries
              .map(entry -> entry.getFileName().toString())
              .filter(other -> other.startsWith(PREFIX) && !other.equals(name))
              .toList();
    } catch (IOException e) {
      throw new TrainingException(
          "The folder " + featureSet + " cannot be listed: " + e.getMessage(), e);
    }
    for (String other : others) {
      FolderRemoval.remove(featureSet, other, GRAPH);
    }
  }

  private static List<Path> files(Path model) throws IOException {
    try (Stream<Path> files = Files.walk(model)) {
      return files.filter(Files::isRegularFile).map(model::relativize).sorted().toList();
    }
  }

  private static String checksum(Path model, List<Path> files) throws IOException {
    CRC32C checksum = new CRC32C();
    for (Path file : files) {
      checksum.update(file.toString().replace('\\', '/').getBytes(StandardCharsets.UTF_8));
      try (InputStream in = Files.newInputStream(model.resolve(file));
          CheckedInputStream checked = new CheckedInputStream(in, checksum)) {
        checked.transferTo(OutputStream.nullOutputStream());
      }
    }
    return String.format("%08x", checksum.getValue());
  }

  /** The copy gets its name last, so that half of one is never taken for the whole. */
  private static void copy(Path model, List<Path> files, Path featureSet, String name)
      throws IOException, PatchworkException {
    Path part = featureSet.resolve(PART);
    if (Files.exists(part)) {
      FolderRemoval.remove(featureSet, PART, GRAPH);
    }
    for (Path file : files) {
      Path target = part.resolve(file);
      Files.createDirectories(target.getParent());
      Files.copy(model.resolve(file), target);
    }
    Files.move(part, featureSet.resolve(name));
  }
}
