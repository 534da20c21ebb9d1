// SPDX-License-Identifier: MIT
package org.patchwork.training.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.learn.Evaluation;
import org.patchwork.learn.ModelDesignSpec;
import org.patchwork.learn.RecordJson;
import org.patchwork.learn.TrainingParameters;
import org.patchwork.learn.TrainingSpec;

/** The searches of a project: one JSON file each in its folder {@code searches}. Reads the disk. */
public final class SearchFolder {
  /** Name of the folder in a project. */
  public static final String NAME = "searches";

  private static final int FORMAT = 1;
  private static final String SUFFIX = ".json";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss-SSS").withZone(ZoneOffset.UTC);

  private final Path folder;

  /** The searches of the project in this folder. */
  public SearchFolder(Path project) {
    this.folder = project.resolve(NAME);
  }

  /** What stands in a file. */
  record Kept(
      int format,
      Instant started,
      String features,
      int labelledImages,
      SearchParameters parameters,
      List<KeptTrial> trials) {

    /** Jackson tells of what is missing as it tells of what does not fit. */
    Kept {
      Objects.requireNonNull(started, "started");
      Objects.requireNonNull(parameters, "parameters");
      if (trials == null || trials.isEmpty()) {
        throw new IllegalArgumentException("no trials");
      }
    }
  }

  record KeptTrial(
      int number,
      ModelDesignSpec design,
      TrainingParameters settings,
      int epochs,
      OptionalDouble score,
      double deviation,
      Evaluation evaluation,
      double seconds,
      String problem) {

    KeptTrial {
      Objects.requireNonNull(design, "design");
      Objects.requireNonNull(settings, "settings");
      Objects.requireNonNull(problem, "problem");
    }

    static KeptTrial of(Trial trial) {
      return new KeptTrial(
          trial.number(),
          trial.spec().design(),
          trial.spec().parameters(),
          trial.epochs(),
          Double.isNaN(trial.score()) ? OptionalDouble.empty() : OptionalDouble.of(trial.score()),
          trial.deviation(),
          trial.evaluation(),
          trial.seconds(),
          trial.problem());
    }

    Trial trial() {
      return new Trial(
          number,
          new TrainingSpec(NAME, design, settings),
          epochs,
          score.orElse(Double.NaN),
          deviation,
          evaluation,
          seconds,
          problem);
    }
  }

  /**
   * Keeps a search; two that began within the same millisecond are both kept.
   *
   * @return the file that was written
   * @throws ProjectFormatException if it cannot be written; says what to do
   */
  public Path write(SearchRecord search) throws ProjectFormatException {
    Kept kept =
        new Kept(
            FORMAT,
            search.started(),
            search.features(),
            search.labelledImages(),
            search.parameters(),
            search.trials().stream().map(KeptTrial::of).toList());
    try {
      Files.createDirectories(folder);
      Path file = free(TIME.format(search.started()));
      Path written = folder.resolve(file.getFileName() + ".new");
      Files.write(written, RecordJson.mapper().writeValueAsBytes(kept));
      return Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new ProjectFormatException(
          "The search cannot be kept in "
              + folder
              + ": "
              + e.getMessage()
              + ". Check free space and access rights.",
          e);
    }
  }

  private Path free(String time) {
    Path file = folder.resolve(time + SUFFIX);
    for (int i = 2; Files.exists(file); i++) {
      file = folder.resolve(time + "-" + i + SUFFIX);
    }
    return file;
  }

  /**
   * The files of all searches, the newest first; none if the project has no search.
   *
   * @throws ProjectFormatException if the folder cannot be read
   */
  public List<Path> files() throws ProjectFormatException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(file -> file.toString().endsWith(SUFFIX))
          .sorted(Comparator.reverseOrder())
          .toList();
    } catch (IOException e) {
      throw new ProjectFormatException("Cannot read " + folder + ": " + e.getMessage(), e);
    }
  }

  /**
   * Reads a search.
   *
   * @param file one of {@link #files}
   * @throws ProjectFormatException if it is damaged or of a newer version; says what to do
   */
  public static SearchRecord read(Path file) throws ProjectFormatException {
    try {
      Kept kept = RecordJson.mapper().readValue(Files.readAllBytes(file), Kept.class);
      if (kept.format() > FORMAT) {
        throw new ProjectFormatException(
            file + " was written by a newer Patchwork; update Patchwork to read it.");
      }
      return new SearchRecord(
          kept.started(),
          kept.features(),
          kept.labelledImages(),
          kept.parameters(),
          kept.trials().stream().map(KeptTrial::trial).toList());
    } catch (JsonProcessingException e) {
      throw new ProjectFormatException(
          file + " is no search: " + e.getOriginalMessage() + ". Delete it to be rid of it.", e);
    } catch (IOException e) {
      throw new ProjectFormatException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }
}
