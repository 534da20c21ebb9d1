// SPDX-License-Identifier: MIT
package org.patchwork.training.runs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;

/**
 * Writes runs as an MLflow file store, for {@code mlflow ui --backend-store-uri DIRECTORY}: one
 * experiment per project, with the run folders as artifacts by reference.
 *
 * <p>The layout is that of MLflow's {@code FileStore}: {@code <experiment>/meta.yaml}, {@code
 * <experiment>/<run>/meta.yaml}, {@code params/<name>} with the value, {@code metrics/<name>} with
 * lines of time in milliseconds, value and step, {@code tags/<name>}.
 */
public final class MlflowStore implements MlflowTracking {
  private static final String META = "meta.yaml";
  private static final int LONGEST_PARAMETER = 6000;

  private final Path store;

  /** A store in this folder; made if need be. */
  public MlflowStore(Path store) {
    this.store = store.toAbsolutePath();
  }

  @Override
  public int add(String experiment, List<MlflowRun> runs, IProgressMonitor monitor)
      throws TrainingException {
    SubMonitor progress = SubMonitor.convert(monitor, "Tracking for MLflow", runs.size());
    try {
      if (runs.isEmpty()) {
        return 0;
      }
      Path folder = experiment(experiment, runs.getFirst().started().toEpochMilli());
      int added = 0;
      for (MlflowRun run : runs) {
        progress.split(1);
        Path target = target(folder, run);
        if (!Files.exists(target.resolve(META))) {
          write(run, folder.getFileName().toString(), target, MlflowStatus.FINISHED);
          added++;
        }
      }
      return added;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Its files are written anew as a whole. */
  @Override
  public void follow(String experiment, MlflowRun run, MlflowStatus status)
      throws TrainingException {
    try {
      Path folder = experiment(experiment, run.started().toEpochMilli());
      write(run, folder.getFileName().toString(), target(folder, run), status);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private TrainingException failed(IOException e) {
    return new TrainingException(
        "The runs cannot be written to "
            + store
            + ": "
            + e.getMessage()
            + ". Make room, check the permissions, or choose another folder.",
        e);
  }

  private static Path target(Path experiment, MlflowRun run) {
    return experiment.resolve(hex(experiment.getFileName() + "/" + run.id(), 2));
  }

  private Path experiment(String project, long created) throws IOException {
    Files.createDirectories(store);
    String id = Long.toUnsignedString(new RandomStreams(0).seedOf(project) >>> 4);
    Path folder = store.resolve(id);
    if (!Files.exists(folder.resolve(META))) {
      Files.createDirectories(folder);
      String meta =
          """
          artifact_location: %s
          creation_time: %d
          experiment_id: '%s'
          last_update_time: %d
          lifecycle_stage: active
          name: %s
          """;
      write(
          folder.resolve(META),
          String.format(
              meta, quoted(folder.toUri().toString()), created, id, created, quoted(project)));
    }
    return folder;
  }

  private static void write(MlflowRun run, String experiment, Path target, MlflowStatus status)
      throws IOException {
    for (String part : List.of("params", "metrics", "tags", "artifacts")) {
      Files.createDirectories(target.resolve(part));
    }
    for (Map.Entry<String, String> param : run.params().entrySet()) {
      String value = param.getValue();
      String kept = value.substring(0, Math.min(value.length(), LONGEST_PARAMETER));
      write(target.resolve("params").resolve(param.getKey()), kept);
    }
    writeMetrics(run, target.resolve("metrics"));
    write(target.resolve("tags/mlflow.runName"), run.id());
    write(target.resolve("tags/mlflow.source.name"), "Patchwork");
    String id = target.getFileName().toString();
    // last, so that a run cut short is written again
    write(
        target.resolve(META),
        String.format(
            """
            artifact_uri: %s
            end_time: %s
            entry_point_name: ''
            experiment_id: '%s'
            lifecycle_stage: active
            run_id: %s
            run_name: %s
            run_uuid: %s
            source_name: ''
            source_type: 4
            source_version: ''
            start_time: %d
            status: %d
            tags: []
            user_id: ''
            """,
            quoted(run.folder().toUri().toString()),
            status == MlflowStatus.RUNNING ? "null" : run.ended().toEpochMilli(),
            experiment,
            id,
            quoted(run.id()),
            id,
            run.started().toEpochMilli(),
            status.number()));
  }

  /** All values of one metric stand in one file, a line each. */
  private static void writeMetrics(MlflowRun run, Path folder) throws IOException {
    Map<String, StringBuilder> lines = new LinkedHashMap<>();
    for (MlflowRun.Metric metric : run.metrics()) {
      lines
          .computeIfAbsent(metric.name(), name -> new StringBuilder())
          .append(metric.time().toEpochMilli())
          .append(' ')
          .append(metric.value())
          .append(' ')
          .append(metric.step())
          .append('\n');
    }
    for (Map.Entry<String, StringBuilder> metric : lines.entrySet()) {
      write(folder.resolve(metric.getKey()), metric.getValue().toString());
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** Hexadecimal digits that depend on the text alone, sixteen for each part. */
  private static String hex(String text, int parts) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < parts; i++) {
      digits.append(HexFormat.of().toHexDigits(new RandomStreams(i).seedOf(text)));
    }
    return digits.toString();
  }
}
