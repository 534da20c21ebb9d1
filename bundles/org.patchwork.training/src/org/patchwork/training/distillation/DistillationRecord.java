// SPDX-License-Identifier: MIT
package org.patchwork.training.distillation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.patchwork.core.ProjectFormatException;

/**
 * What a run that distilled tells beside {@code run.json}: the content of {@code
 * distillation.json}.
 *
 * @param format version of this record
 * @param teacher id of the run whose predictions were taught
 * @param network architecture of the student, full id
 * @param networkParameters all its parameters by name
 * @param output output model of the student, full id
 * @param epochs how the student did after each epoch
 * @param worst what it is most wrong about in the end, one entry for each class
 * @param unreadable problems of images that could not be read; they taught nothing
 */
public record DistillationRecord(
    int format,
    String teacher,
    String network,
    Map<String, Object> networkParameters,
    String output,
    List<StudentEpoch> epochs,
    List<WorstPrediction> worst,
    List<String> unreadable) {
  /** The version that is written. */
  public static final int FORMAT = 1;

  /** Name of the file in the run folder. */
  public static final String FILE_NAME = "distillation.json";

  public DistillationRecord {
    networkParameters = Collections.unmodifiableMap(new LinkedHashMap<>(networkParameters));
    epochs = List.copyOf(epochs);
    worst = List.copyOf(worst);
    unreadable = List.copyOf(unreadable);
  }

  /** Writes the file. */
  public void write(Path folder) throws IOException {
    Files.write(folder.resolve(FILE_NAME), mapper().writeValueAsBytes(this));
  }

  /**
   * Reads the file of a run; empty if the run did not distil.
   *
   * @throws ProjectFormatException if it is damaged; names it
   */
  public static Optional<DistillationRecord> read(Path folder) throws ProjectFormatException {
    Path file = folder.resolve(FILE_NAME);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(mapper().readValue(Files.readAllBytes(file), DistillationRecord.class));
    } catch (JsonProcessingException e) {
      throw new ProjectFormatException(
          file
              + " is not the record of a distillation: "
              + e.getOriginalMessage()
              + ". Delete the run folder to be rid of the run.",
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
