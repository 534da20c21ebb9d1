// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.patchwork.core.FeatureSetInfo.UnreadableImage;

/**
 * What an interrupted extraction needs to go on: the content of {@code extraction.json}, which
 * exists while an extraction is under way. How many rows are done stands in the header of the array
 * file.
 *
 * @param typeId full id of the extractor
 * @param parameters every parameter, by name
 * @param seed seed of the fit
 * @param rows number of images
 * @param pathsHash fingerprint of their paths
 * @param fitted true once the extractor has learned from the images
 * @param unreadable images found unreadable so far
 */
public record ExtractionState(
    String typeId,
    Map<String, Object> parameters,
    long seed,
    int rows,
    String pathsHash,
    boolean fitted,
    List<UnreadableImage> unreadable) {

  private static final String FILE_NAME = "extraction.json";

  public ExtractionState {
    unreadable = List.copyOf(unreadable);
  }

  /** True if the other would give the same features of the same images. */
  public boolean sameWork(ExtractionState other) {
    return typeId.equals(other.typeId)
        && text(parameters).equals(text(other.parameters))
        && seed == other.seed
        && rows == other.rows
        && pathsHash.equals(other.pathsHash);
  }

  /** Parameters as they look after a round trip through a file. */
  static String text(Map<String, Object> parameters) {
    return new java.util.TreeMap<>(parameters).toString();
  }

  /** The same, fitted. */
  public ExtractionState withFit() {
    return new ExtractionState(typeId, parameters, seed, rows, pathsHash, true, unreadable);
  }

  /** The same with these unreadable images. */
  public ExtractionState withUnreadable(List<UnreadableImage> images) {
    return new ExtractionState(typeId, parameters, seed, rows, pathsHash, fitted, images);
  }

  /** Writes the file in one step. */
  public void write(Path folder) throws IOException {
    Path temporary = folder.resolve(FILE_NAME + ".part");
    Files.write(temporary, new JsonMapper().writeValueAsBytes(this));
    Path file = folder.resolve(FILE_NAME);
    Files.move(
        temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** What an interrupted extraction left, or null. */
  public static ExtractionState read(Path folder) throws IOException {
    Path file = folder.resolve(FILE_NAME);
    return Files.exists(file)
        ? new JsonMapper().readValue(Files.readAllBytes(file), ExtractionState.class)
        : null;
  }

  /** Removes the file: the extraction is done. */
  public static void delete(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(FILE_NAME));
  }
}
