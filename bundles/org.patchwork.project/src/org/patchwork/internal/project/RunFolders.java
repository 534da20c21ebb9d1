// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.FolderRemoval;
import org.patchwork.core.Npy;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.project.RunSummary;

/** The folder {@code runs} of a project. */
public final class RunFolders {
  private static final String RECORD = "run.json";
  private static final String PREDICTIONS = "predictions.npy";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss");

  private final Path folder;
  private final InstantSource clock;

  RunFolders(Path projectFolder, InstantSource clock) {
    this.folder = projectFolder.resolve("runs");
    this.clock = clock;
  }

  /** The runs there are, oldest first; a run whose record cannot be read says so in its summary. */
  public List<RunSummary> list() {
    List<RunSummary> runs = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> entries = Files.list(folder)) {
        entries
            .filter(entry -> !entry.getFileName().toString().startsWith(".")) // being written
            .filter(entry -> Files.isRegularFile(entry.resolve(RECORD)))
            .sorted()
            .forEach(entry -> runs.add(summary(entry)));
      } catch (IOException e) {
        throw new java.io.UncheckedIOException("The folder " + folder + " cannot be read", e);
      }
    }
    return runs;
  }

  private static RunSummary summary(Path run) {
    String id = run.getFileName().toString();
    boolean predictions = Files.isRegularFile(run.resolve(PREDICTIONS));
    try {
      JsonNode json = JSON.readTree(run.resolve(RECORD).toFile());
      Instant started = instant(json.path("started"));
      String name = json.path("name").asText(id);
      return new RunSummary(id, name, started, run, metrics(json), predictions, null);
    } catch (IOException | DateTimeException e) {
      String problem = "The record " + run.resolve(RECORD) + " is damaged: " + e.getMessage();
      return new RunSummary(id, id, null, run, Map.of(), predictions, problem);
    }
  }

  private static Instant instant(JsonNode json) {
    return json.isTextual() ? Instant.parse(json.asText()) : null;
  }

  private static Map<String, Double> metrics(JsonNode json) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    for (String part : List.of("training", "validation")) {
      json.path(part + "Metrics")
          .properties()
          .forEach(
              metric -> {
                if (metric.getValue().isNumber()) {
                  metrics.put(part + "." + metric.getKey(), metric.getValue().asDouble());
                }
              });
    }
    return metrics;
  }

  /** Removes a run with all it left. */
  void remove(String id) throws ProjectFormatException {
    FolderRemoval.remove(folder, id, RECORD);
  }

  /** A folder for a new run; its parent exists afterwards. */
  public Path newFolder(String name) throws ProjectFormatException {
    String time = TIME.format(clock.instant().atZone(ZoneId.systemDefault()));
    String slug = name.strip().replaceAll("[^\\p{L}\\p{N}._-]+", "-");
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new ProjectFormatException(
          "The folder "
              + folder
              + " cannot be made: "
              + e.getMessage()
              + ". Check free space and access rights.",
          e);
    }
    String id = time + "-" + (slug.isEmpty() ? "run" : slug);
    Path result = folder.resolve(id);
    for (int i = 2; Files.exists(result); i++) {
      result = folder.resolve(id + "-" + i);
    }
    return result;
  }

  /** What a run predicted, or null if there is no such run or it left no predictions. */
  PredictionTable predictions(String runId) throws ProjectFormatException {
    if (runId == null
        || runId.isEmpty()
        || !Files.isRegularFile(folder.resolve(runId).resolve(PREDICTIONS))) {
      return null;
    }
    Path run = folder.resolve(runId);
    try (FeatureMatrix matrix = Npy.open(run.resolve(PREDICTIONS))) {
      JsonNode data = JSON.readTree(run.resolve(RECORD).toFile()).path("data");
      List<String> classIds = new ArrayList<>();
      data.path("classIds").forEach(id -> classIds.add(id.asText()));
      if (classIds.size() != matrix.width()) {
        throw new ProjectFormatException(
            "The predictions of run "
                + runId
                + " have "
                + matrix.width()
                + " classes, but its record names "
                + classIds.size()
                + ". Train again.");
      }
      return new PredictionTable(
          classIds, PredictionTable.columns(matrix), runId, data.path("exclusive").asBoolean());
    } catch (IOException e) {
      throw new ProjectFormatException(
          "The record of run " + runId + " is damaged: " + e.getMessage(), e);
    }
  }
}
