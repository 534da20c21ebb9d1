// SPDX-License-Identifier: MIT
package org.patchwork.training.runs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.ClassMetrics;
import org.patchwork.learn.EpochRecord;
import org.patchwork.learn.Evaluation;
import org.patchwork.learn.RunRecord;

/**
 * Writes runs as an MLflow file store, for {@code mlflow ui --backend-store-uri DIRECTORY}: one
 * experiment per project; per run its settings as parameters, losses by step and validation figures
 * as metrics, and the run folder as artifacts by reference. A run that is there already is passed
 * over, so a folder can be brought up to date again and again.
 *
 * <p>The layout is that of MLflow's {@code FileStore}: {@code <experiment>/meta.yaml}, {@code
 * <experiment>/<run>/meta.yaml}, {@code params/<name>} with the value, {@code metrics/<name>} with
 * lines of time in milliseconds, value and step, {@code tags/<name>}.
 */
public final class MlflowStore {
  private static final int FINISHED = 3;
  private static final int LONGEST_PARAMETER = 6000;

  private final Path store;

  /** A store in this folder; made if need be. */
  public MlflowStore(Path store) {
    this.store = store.toAbsolutePath();
  }

  /**
   * Adds runs to the experiment of a project.
   *
   * @param project name of the project
   * @return number of runs that were not there before
   * @throws TrainingException if the folder cannot be written; says what to do
   */
  public int add(String project, List<TrainedRun> runs) throws TrainingException {
    try {
      if (runs.isEmpty()) {
        return 0;
      }
      Path experiment = experiment(project, runs.getFirst().record().started().toEpochMilli());
      int added = 0;
      for (TrainedRun run : runs) {
        Path target = experiment.resolve(hex(experiment.getFileName() + "/" + run.id(), 2));
        if (!Files.exists(target.resolve("meta.yaml"))) {
          write(run, experiment.getFileName().toString(), target);
          added++;
        }
      }
      return added;
    } catch (IOException e) {
      throw new TrainingException(
          "The runs cannot be written to "
              + store
              + ": "
              + e.getMessage()
              + ". Make room, check the permissions, or choose another folder.",
          e);
    }
  }

  private Path experiment(String project, long created) throws IOException {
    Files.createDirectories(store);
    String id = Long.toUnsignedString(new RandomStreams(0).seedOf(project) >>> 4);
    Path folder = store.resolve(id);
    if (!Files.exists(folder.resolve("meta.yaml"))) {
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
          folder.resolve("meta.yaml"),
          String.format(
              meta, quoted(folder.toUri().toString()), created, id, created, quoted(project)));
    }
    return folder;
  }

  private void write(TrainedRun run, String experiment, Path target) throws IOException {
    RunRecord record = run.record();
    long start = record.started().toEpochMilli();
    double seconds = record.seconds().values().stream().mapToDouble(Double::doubleValue).sum();
    for (String part : List.of("params", "metrics", "tags", "artifacts")) {
      Files.createDirectories(target.resolve(part));
    }
    for (Map.Entry<String, String> setting : RunSettings.of(record).entrySet()) {
      String value = setting.getValue();
      String kept = value.substring(0, Math.min(value.length(), LONGEST_PARAMETER));
      write(target.resolve("params").resolve(name(setting.getKey())), kept);
    }
    writeMetrics(record, target.resolve("metrics"), start);
    write(target.resolve("tags/mlflow.runName"), run.id());
    write(target.resolve("tags/mlflow.source.name"), "Patchwork");
    String id = target.getFileName().toString();
    // last, so that a run cut short is written again
    write(
        target.resolve("meta.yaml"),
        String.format(
            """
            artifact_uri: %s
            end_time: %d
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
            start + Math.round(seconds * 1000),
            experiment,
            id,
            quoted(run.id()),
            id,
            start,
            FINISHED));
  }

  private static void writeMetrics(RunRecord record, Path folder, long start) throws IOException {
    for (EpochRecord epoch : record.epochs()) {
      long time = start + Math.round(epoch.seconds() * 1000);
      metric(folder, "loss", time, epoch.trainingLoss(), epoch.step());
      metric(folder, "learning_rate", time, epoch.learningRate(), epoch.step());
      if (epoch.validationLoss().isPresent()) {
        double loss = epoch.validationLoss().getAsDouble();
        metric(folder, "validation_loss", time, loss, epoch.step());
      }
    }
    Evaluation evaluation = record.validationMetrics();
    if (evaluation == null || record.epochs().isEmpty()) {
      return;
    }
    long step = record.epochs().getLast().step();
    long end = start + Math.round(record.epochs().getLast().seconds() * 1000);
    metric(folder, "val_acc", end, evaluation.accuracy().orElse(Double.NaN), step);
    metric(folder, "val_auc", end, evaluation.meanAuc().orElse(Double.NaN), step);
    metric(folder, "val_ap", end, evaluation.meanAveragePrecision().orElse(Double.NaN), step);
    for (ClassMetrics metrics : evaluation.classes()) {
      int index = record.data().classIds().indexOf(metrics.classId());
      String name = record.data().classNames().get(index);
      metric(folder, "val_auc_" + name, end, metrics.auc().orElse(Double.NaN), step);
      metric(folder, "val_acc_" + name, end, metrics.accuracy().orElse(Double.NaN), step);
      metric(folder, "val_ap_" + name, end, metrics.averagePrecision().orElse(Double.NaN), step);
    }
  }

  private static void metric(Path folder, String name, long time, double value, long step)
      throws IOException {
    if (Double.isFinite(value)) {
      Files.writeString(
          folder.resolve(name(name)),
          time + " " + value + " " + step + "\n",
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  /** A name as MLflow allows it: letters, digits, underscores, dashes, periods and spaces. */
  static String name(String name) {
    return name.replaceAll("[^\\p{Alnum}_\\-. ]", "_");
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
