// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.distillation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.patchwork.training.distillation.StudentEpoch;
import org.patchwork.training.distillation.WorstPrediction;

/**
 * How far a student is that has not learned everything yet.
 *
 * @param fingerprint of all that its weights depend on
 * @param steps steps that were made
 * @param seconds time they took, checks included
 * @param epochLoss sum over the losses of the epoch that has begun
 * @param epochs those that are over
 * @param worst what it was most wrong about after the last of them
 */
record UnfinishedStudent(
    String fingerprint,
    long steps,
    double seconds,
    double epochLoss,
    List<StudentEpoch> epochs,
    List<WorstPrediction> worst) {
  private static final String FILE_NAME = "unfinished.json";

  UnfinishedStudent {
    epochs = List.copyOf(epochs);
    worst = List.copyOf(worst);
  }

  /** A student that is to begin. */
  static UnfinishedStudent beginning(String fingerprint) {
    return new UnfinishedStudent(fingerprint, 0, 0, 0, List.of(), List.of());
  }

  /** Writes the file in one step. */
  void write(Path folder) throws IOException {
    Path temporary = folder.resolve(FILE_NAME + ".part");
    Files.write(temporary, new JsonMapper().writeValueAsBytes(this));
    Files.move(
        temporary,
        folder.resolve(FILE_NAME),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** What an earlier run left; empty if there is nothing that can be used. */
  static Optional<UnfinishedStudent> read(Path folder) throws IOException {
    Path file = folder.resolve(FILE_NAME);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new JsonMapper().readValue(Files.readAllBytes(file), UnfinishedStudent.class));
    } catch (JsonProcessingException e) {
      return Optional.empty(); // of another version, or damaged: the student begins anew
    }
  }

  static void delete(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(FILE_NAME));
  }
}
