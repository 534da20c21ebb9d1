// SPDX-License-Identifier: MIT
package org.patchwork.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands beside the features of a feature set: the content of {@code feature-set.json}. A
 * feature set without this file is not finished.
 *
 * @param format version of this format, {@link #FORMAT}
 * @param id name of the folder
 * @param typeId contribution to {@code org.patchwork.learn.featureExtractors}, or {@link #NPY} for
 *     features from elsewhere
 * @param parameters every parameter of the extractor, by name
 * @param seed seed with which the extractor was fitted
 * @param shape shape of one row
 * @param rows number of rows of {@code features.npy}; row i belongs to image i
 * @param pathsHash fingerprint of the paths of these images, in order
 * @param hash fingerprint of the features
 * @param unreadable the images whose rows are NaN, and why
 */
public record FeatureSetInfo(
    int format,
    String id,
    String typeId,
    Map<String, Object> parameters,
    long seed,
    List<Integer> shape,
    int rows,
    String pathsHash,
    String hash,
    List<UnreadableImage> unreadable) {

  /** The format written by this version. */
  public static final int FORMAT = 1;

  /** Name of the file. */
  public static final String FILE_NAME = "feature-set.json";

  /** Name of the array file beside it: float32, one row per image. */
  public static final String FEATURES = "features.npy";

  /** The {@link #typeId} of features that were computed elsewhere. */
  public static final String NPY = "npy";

  /**
   * An image that could not be read.
   *
   * @param row its row
   * @param path its path
   * @param problem what went wrong, as shown to the user
   */
  public record UnreadableImage(int row, String path, String problem) {}

  public FeatureSetInfo {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    shape = List.copyOf(shape);
    unreadable = List.copyOf(unreadable);
  }

  /** Writes the file, in one step that is seen whole or not at all. */
  public void write(Path folder) throws IOException {
    Path temporary = folder.resolve(FILE_NAME + ".part");
    Files.write(temporary, mapper().writeValueAsBytes(this));
    Files.move(
        temporary,
        folder.resolve(FILE_NAME),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Reads the file. Keys this version does not know are passed over.
   *
   * @throws ProjectFormatException if it is missing, broken or of a newer format; names the file
   */
  public static FeatureSetInfo read(Path folder) throws ProjectFormatException {
    Path file = folder.resolve(FILE_NAME);
    try {
      FeatureSetInfo info = mapper().readValue(Files.readAllBytes(file), FeatureSetInfo.class);
      if (info.format() > FORMAT) {
        throw new ProjectFormatException(
            file
                + " was written by a newer Patchwork (format "
                + info.format()
                + ", this one reads "
                + FORMAT
                + "); update Patchwork to use these features.");
      }
      return info;
    } catch (NoSuchFileException e) {
      throw new ProjectFormatException(
          "The features in "
              + folder
              + " are not finished; extract them again, which goes on where it stopped.",
          e);
    } catch (JsonProcessingException e) {
      throw new ProjectFormatException(
          file
              + " is broken: "
              + e.getOriginalMessage()
              + ". Delete the folder and extract the features again.",
          e);
    } catch (IOException e) {
      throw new ProjectFormatException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static JsonMapper mapper() {
    return JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();
  }
}
