// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.Checkpoint;
import org.patchwork.pretraining.PretrainingRecord;

/** The folder of a run. Files are replaced as a whole, so that a kill leaves the old or the new. */
public final class PretrainingFolder {
  /** Name of the record. */
  public static final String RECORD = "run.json";

  private static final String CHECKPOINT = "checkpoint.npz";

  private final Path folder;
  private PretrainingRecord record;

  private PretrainingFolder(Path folder, PretrainingRecord record) {
    this.folder = folder;
    this.record = record;
  }

  /**
   * Opens the folder of a run, or begins it.
   *
   * @param wanted the record of a run that has not begun
   * @throws TrainingException if the folder holds a run with other settings
   */
  public static PretrainingFolder open(Path folder, PretrainingRecord wanted)
      throws TrainingException, ProjectFormatException {
    try {
      Files.createDirectories(folder);
      if (!Files.exists(folder.resolve(RECORD))) {
        PretrainingFolder begun = new PretrainingFolder(folder, wanted);
        begun.write(wanted);
        return begun;
      }
      PretrainingRecord known = read(folder);
      if (!known.sameRun(wanted)) {
        throw new TrainingException(
            "The folder "
                + folder
                + " holds a run with other settings or images. Give this one another name, or"
                + " delete the folder.");
      }
      return new PretrainingFolder(folder, known);
    } catch (IOException e) {
      throw failed(folder, e);
    }
  }

  /** Reads the record of a run. */
  public static PretrainingRecord read(Path folder) throws IOException, ProjectFormatException {
    Path file = folder.resolve(RECORD);
    try {
      return mapper().readValue(Files.readAllBytes(file), PretrainingRecord.class);
    } catch (JsonProcessingException e) {
      throw new ProjectFormatException(
          file
              + " is not the record of a pre-training: "
              + e.getOriginalMessage()
              + ". Delete the folder, or give the run another name.",
          e);
    }
  }

  private static JsonMapper mapper() {
    return JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  }

  Path path() {
    return folder;
  }

  /** Name of the run. */
  String name() {
    return String.valueOf(folder.getFileName());
  }

  /** Writes a further file. */
  void writeText(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  PretrainingRecord record() {
    return record;
  }

  /** Replaces the record. */
  void write(PretrainingRecord now) throws TrainingException {
    try {
      Path part = folder.resolve(RECORD + ".part");
      Files.write(part, mapper().writeValueAsBytes(now));
      Files.move(
          part,
          folder.resolve(RECORD),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      record = now;
    } catch (IOException e) {
      throw failed(folder, e);
    }
  }

  boolean hasCheckpoint() {
    return Files.exists(folder.resolve(CHECKPOINT));
  }

  Checkpoint checkpoint() throws TrainingException {
    Path file = folder.resolve(CHECKPOINT);
    try {
      return Checkpoint.read(file);
    } catch (IOException e) {
      throw new TrainingException(
          "Cannot read "
              + file
              + ": "
              + e.getMessage()
              + ". Delete the folder to begin the run anew.",
          e);
    }
  }

  void write(Checkpoint checkpoint) throws TrainingException {
    try {
      Path part = folder.resolve(CHECKPOINT + ".part");
      checkpoint.write(part);
      Files.move(
          part,
          folder.resolve(CHECKPOINT),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw failed(folder, e);
    }
  }

  static TrainingException failed(Path folder, IOException e) {
    return new TrainingException(
        "Cannot write to "
            + folder
            + ": "
            + e.getMessage()
            + ". Make room or choose another name for the run, then start it again.",
        e);
  }
}
