// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.patchwork.core.ProjectFormatException;

/**
 * Everything needed to understand, compare and repeat a training run: the content of {@code
 * run.json}.
 *
 * @param format version of this format, {@link #FORMAT}
 * @param name short name given by the user
 * @param started when training began
 * @param outcome how the run ended
 * @param software names and versions: patchwork, engine, java, os
 * @param design the model, with every parameter
 * @param lossId contribution to {@code org.patchwork.learn.losses}
 * @param loss every parameter of the loss
 * @param training every training parameter, the seed among them
 * @param data the data of the run
 * @param parameterCount number of trainable parameters
 * @param epochs one entry per finished epoch
 * @param bestEpoch the epoch whose weights were kept, 0 if training was stopped before the first
 *     ended
 * @param seconds durations by phase, for example training, prediction
 * @param trainingMetrics evaluation on the training part, or null if there are no predictions
 * @param validationMetrics evaluation on the validation part, or null if there are no predictions
 * @param live how the extractor took part in training: augmentation, fine-tuning; empty for stored
 *     features
 * @param unlabelled the use made of images without labels, with every parameter; empty for none
 */
public record RunRecord(
    int format,
    String name,
    Instant started,
    Outcome outcome,
    Map<String, String> software,
    ModelDesignSpec design,
    String lossId,
    Map<String, Object> loss,
    Map<String, Object> training,
    RunData data,
    long parameterCount,
    List<EpochRecord> epochs,
    int bestEpoch,
    Map<String, Double> seconds,
    Evaluation trainingMetrics,
    Evaluation validationMetrics,
    Map<String, Object> live,
    Map<String, Object> unlabelled) {

  /** The format written by this version. */
  public static final int FORMAT = 1;

  /** Name of the file in the run folder. */
  public static final String FILE_NAME = "run.json";

  /** How a run ended. */
  public enum Outcome {
    COMPLETED,
    /** Early stop: the validation loss no longer fell. */
    STOPPED_EARLY
  }

  public RunRecord {
    software = ordered(software);
    loss = ordered(loss);
    training = ordered(training);
    seconds = ordered(seconds);
    epochs = List.copyOf(epochs);
    live = live == null ? Map.of() : ordered(live); // runs of earlier versions have none
    unlabelled = unlabelled == null ? Map.of() : ordered(unlabelled);
  }

  /** The record of a run on stored features and labelled images alone. */
  public RunRecord(
      int format,
      String name,
      Instant started,
      Outcome outcome,
      Map<String, String> software,
      ModelDesignSpec design,
      String lossId,
      Map<String, Object> loss,
      Map<String, Object> training,
      RunData data,
      long parameterCount,
      List<EpochRecord> epochs,
      int bestEpoch,
      Map<String, Double> seconds,
      Evaluation trainingMetrics,
      Evaluation validationMetrics) {
    this(
        format,
        name,
        started,
        outcome,
        software,
        design,
        lossId,
        loss,
        training,
        data,
        parameterCount,
        epochs,
        bestEpoch,
        seconds,
        trainingMetrics,
        validationMetrics,
        Map.of(),
        Map.of());
  }

  /**
   * Writes {@code run.json}: UTF-8, indented, keys always in the same order, so that two runs can
   * be compared as text.
   *
   * @param folder the run folder
   */
  public void write(Path folder) throws IOException {
    Files.write(folder.resolve(FILE_NAME), RunRecordJson.write(this));
  }

  /**
   * Reads {@code run.json}. Keys this version does not know are passed over.
   *
   * @throws ProjectFormatException if it is missing, not JSON or of a newer format; names the file
   */
  public static RunRecord read(Path folder) throws ProjectFormatException {
    return RunRecordJson.read(folder.resolve(FILE_NAME));
  }

  private static <V> Map<String, V> ordered(Map<String, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
