// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.BitSet;
import java.util.Optional;
import org.patchwork.core.EnsemblePredictions;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.NpyType;
import org.patchwork.core.NpyWriter;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.EpochRecord;
import org.patchwork.learn.LiveModel;
import org.patchwork.learn.RunPredictions;
import org.patchwork.learn.RunRecord;
import org.patchwork.learn.TrainableModel;
import org.patchwork.learn.log.TensorBoardLog;
import org.patchwork.training.TrainingData;

/** Writes what a run leaves: {@code run.json}, models, predictions and curves. */
public final class RunWriter {
  /** Folder of the head: features to probabilities. */
  public static final String HEAD = "saved_model";

  /** Folder of extractor and head in one: images to probabilities. */
  public static final String FULL_MODEL = "full_model";

  /** The predictions, {@code [images, classes]}, float32, NaN for an image without features. */
  public static final String PREDICTIONS = RunPredictions.FILE_NAME;

  private final Path target;

  /** A writer of this run folder, which must not exist. */
  public RunWriter(Path target) {
    this.target = target;
  }

  /**
   * Writes the folder; on failure there is none.
   *
   * @param predictions or null
   * @param hidden what the last layer sees of each image; empty if that is its features
   */
  public void write(
      RunRecord record,
      TrainedHead head,
      TrainingData data,
      PredictionTable predictions,
      Optional<FeatureMatrix> hidden)
      throws TrainingException {
    int rows = data.labels().rows();
    try (RunFolder folder = new RunFolder(target)) {
      writeModels(head.model(), data, folder.path());
      writeTrainedRows(head.task().rows().training(), rows, folder.path());
      if (predictions != null) {
        writePredictions(predictions, rows, folder.path().resolve(PREDICTIONS));
      }
      if (head.members().isPresent()) {
        writeMembers(head.members().get(), folder.path());
      }
      if (hidden.isPresent()) {
        writeHidden(hidden.get(), folder.path().resolve(RunPredictions.HIDDEN));
      }
      writeCurves(record, folder.path());
      record.write(folder.path());
      folder.commit();
    } catch (IOException e) {
      throw new TrainingException(
          "The run cannot be written to "
              + target
              + ": "
              + e.getMessage()
              + ". Make room or check the"
              + " permissions, then train again.",
          e);
    }
  }

  /** Without its own extractor a head is no use: it is left out where the extractor was trained. */
  private static void writeModels(TrainableModel model, TrainingData data, Path folder)
      throws TrainingException {
    Path full = folder.resolve(FULL_MODEL);
    if (model instanceof LiveModel live && live.extractorParameterCount() > 0) {
      live.exportWhole(full, data.classNames());
      return;
    }
    model.export(folder.resolve(HEAD), data.classNames());
    if (data.extractor() != null) {
      model.exportWithExtractor(data.extractor(), full, data.classNames());
    }
  }

  /** Writes one row per image and one column per class. */
  public static void writePredictions(PredictionTable predictions, int rows, Path file)
      throws TrainingException {
    int classes = predictions.classIds().size();
    float[] row = new float[classes];
    try (NpyWriter writer = NpyWriter.open(file, NpyType.FLOAT32, new int[] {classes})) {
      for (int r = 0; r < rows; r++) {
        for (int c = 0; c < classes; c++) {
          row[c] = predictions.probability(r, c);
        }
        writer.append(row, 0);
      }
    } catch (PatchworkException e) {
      throw new TrainingException("The predictions cannot be written. " + e.getMessage(), e);
    }
  }

  /**
   * Writes which rows a run was trained on.
   *
   * @param rows number of images
   */
  public static void writeTrainedRows(BitSet trained, int rows, Path folder)
      throws TrainingException {
    Path file = folder.resolve(RunPredictions.TRAINED_ROWS);
    try (NpyWriter writer = NpyWriter.open(file, NpyType.FLOAT16, new int[] {1})) {
      float[] value = new float[1];
      for (int row = 0; row < rows; row++) {
        value[0] = trained.get(row) ? 1 : 0;
        writer.append(value, 0);
      }
    } catch (PatchworkException e) {
      throw new TrainingException(
          "What was trained on cannot be written down. " + e.getMessage(), e);
    }
  }

  private static void writeHidden(FeatureMatrix hidden, Path file) throws TrainingException {
    float[] row = new float[hidden.width()];
    try (NpyWriter writer = NpyWriter.open(file, NpyType.FLOAT32, hidden.shape())) {
      for (int r = 0; r < hidden.rows(); r++) {
        hidden.read(r, row, 0);
        writer.append(row, 0);
      }
    } catch (PatchworkException e) {
      throw new TrainingException(
          "What the last layer sees cannot be written. " + e.getMessage(), e);
    }
  }

  private static void writeMembers(EnsemblePredictions members, Path folder)
      throws TrainingException {
    try {
      members.write(folder.resolve(EnsemblePredictions.FILE_NAME));
    } catch (PatchworkException e) {
      throw new TrainingException(
          "The predictions of the members cannot be written. " + e.getMessage(), e);
    }
  }

  private static void writeCurves(RunRecord record, Path folder) throws IOException {
    double start = seconds(record.started());
    try (TensorBoardLog log = new TensorBoardLog(folder, start)) {
      for (EpochRecord epoch : record.epochs()) {
        double time = start + epoch.seconds();
        log.scalar("loss", epoch.step(), time, epoch.trainingLoss());
        log.scalar("learning_rate", epoch.step(), time, epoch.learningRate());
        if (epoch.unlabelledLoss().isPresent()) {
          log.scalar("unlabelled_loss", epoch.step(), time, epoch.unlabelledLoss().getAsDouble());
        }
        if (epoch.validationLoss().isPresent()) {
          log.scalar("validation_loss", epoch.step(), time, epoch.validationLoss().getAsDouble());
        }
      }
    }
  }

  private static double seconds(Instant instant) {
    return instant.getEpochSecond() + instant.getNano() * 1e-9;
  }
}
