// SPDX-License-Identifier: MIT
package org.patchwork.training;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.LongSupplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.TrainingException;
import org.patchwork.internal.training.HeadTraining;
import org.patchwork.internal.training.LiveTraining;
import org.patchwork.internal.training.RunRecords;
import org.patchwork.internal.training.RunWriter;
import org.patchwork.internal.training.TrainedHead;
import org.patchwork.learn.Algorithms;
import org.patchwork.learn.FeatureSource;
import org.patchwork.learn.RunRecord;
import org.patchwork.learn.TrainingSpec;

/**
 * Trains heads over stored features, or networks with the extractor inside. The same data, design,
 * parameters and seed give the same model and the same predictions, bit for bit, on the same
 * machine.
 */
public final class TrainingService {
  /** In a run folder: SavedModel of the head, from features to probabilities. */
  public static final String HEAD_FOLDER = RunWriter.HEAD;

  /** In a run folder: SavedModel of extractor and head, from images to probabilities. */
  public static final String FULL_MODEL_FOLDER = RunWriter.FULL_MODEL;

  private static final int TRAINING_WORK = 80;
  private static final int PREDICTION_WORK = 15;
  private static final int HIDDEN_WORK = 5;
  private static final int WRITING_WORK = 5;

  private final Algorithms algorithms;
  private final InstantSource clock;
  private final LongSupplier nanoTime;

  /** A service with these algorithms and the system's clock. */
  public TrainingService(Algorithms algorithms) {
    this(algorithms, InstantSource.system(), System::nanoTime);
  }

  /**
   * A service with clocks of its own.
   *
   * @param clock for the start of a run
   * @param nanoTime for durations and report intervals, as {@link System#nanoTime()}
   */
  public TrainingService(Algorithms algorithms, InstantSource clock, LongSupplier nanoTime) {
    this.algorithms = algorithms;
    this.clock = clock;
    this.nanoTime = nanoTime;
  }

  /**
   * Trains, predicts all images and writes the run folder: {@code run.json}, {@code saved_model/}
   * (the head; left out if the extractor was trained as well), {@code full_model/} (extractor and
   * head, if the extractor is known), {@code predictions.npy}, {@code members.npy} of an ensemble,
   * {@code hidden.npy} where the last layer sees something else than the features, {@code
   * trained.npy}, and a TensorBoard event file. The folder appears whole when all is done; after a
   * failure or a cancel there is none, and nothing else has changed.
   *
   * @param runFolder folder to write, which must not exist yet; its name becomes the source of the
   *     predictions
   * @throws TrainingException if there is nothing to train on, the design does not fit, the loss is
   *     not finite, or the folder cannot be written; says what to do
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled,
   *     between two batches
   */
  public TrainingResult run(
      TrainingSpec spec,
      TrainingData data,
      Path runFolder,
      TrainingListener listener,
      IProgressMonitor monitor)
      throws TrainingException {
    SubMonitor progress =
        SubMonitor.convert(
            monitor, "Training", TRAINING_WORK + PREDICTION_WORK + HIDDEN_WORK + WRITING_WORK);
    var started = clock.instant();
    try (TrainedHead head = open(spec, data)) {
      head.train(listener, progress.split(TRAINING_WORK));
      PredictionTable predictions =
          spec.parameters().updatePredictions()
              ? head.predict(runFolder.getFileName().toString(), progress.split(PREDICTION_WORK))
              : null;
      progress.setWorkRemaining(HIDDEN_WORK + WRITING_WORK).split(WRITING_WORK);
      String engine = algorithms.engine().version();
      RunRecord record = RunRecords.of(spec, data, head, engine, started, predictions);
      Optional<FeatureMatrix> hidden =
          predictions == null ? Optional.empty() : head.hidden(progress.split(HIDDEN_WORK));
      new RunWriter(runFolder).write(record, head, data, predictions, hidden);
      return new TrainingResult(predictions, record, runFolder);
    }
  }

  /**
   * Trains and predicts all images without leaving anything on disk, as simulations do hundreds of
   * times.
   *
   * @param source what the predictions name as their source
   */
  public PredictionTable predictions(
      TrainingSpec spec, TrainingData data, String source, IProgressMonitor monitor)
      throws TrainingException {
    return predictions(spec, data, TrainingListener.NONE, source, monitor);
  }

  /**
   * The same, with what each member of an ensemble predicts.
   *
   * @param inside whether it is wanted, too, what the last layer sees
   */
  public Predicted predict(
      TrainingSpec spec, TrainingData data, boolean inside, String source, IProgressMonitor monitor)
      throws TrainingException {
    SubMonitor progress =
        SubMonitor.convert(monitor, TRAINING_WORK + PREDICTION_WORK + HIDDEN_WORK);
    try (HeadTraining head = new HeadTraining(spec, data, algorithms, nanoTime)) {
      head.train(TrainingListener.NONE, progress.split(TRAINING_WORK));
      PredictionTable predictions = head.predict(source, progress.split(PREDICTION_WORK));
      Optional<FeatureMatrix> hidden =
          inside ? head.hidden(progress.split(HIDDEN_WORK)) : Optional.empty();
      return new Predicted(predictions, head.members(), hidden);
    }
  }

  /** The same, followed by a listener. */
  public PredictionTable predictions(
      TrainingSpec spec,
      TrainingData data,
      TrainingListener listener,
      String source,
      IProgressMonitor monitor)
      throws TrainingException {
    SubMonitor progress = SubMonitor.convert(monitor, TRAINING_WORK + PREDICTION_WORK);
    try (TrainedHead head = open(spec, data)) {
      head.train(listener, progress.split(TRAINING_WORK));
      return head.predict(source, progress.split(PREDICTION_WORK));
    }
  }

  /**
   * Trains and predicts some images, leaving nothing on disk.
   *
   * @param wanted tells the rows to predict; all others get NaN
   * @param source what the predictions name as their source
   */
  public PredictionTable predictions(
      TrainingSpec spec,
      TrainingData data,
      IntPredicate wanted,
      String source,
      IProgressMonitor monitor)
      throws TrainingException {
    SubMonitor progress = SubMonitor.convert(monitor, TRAINING_WORK + PREDICTION_WORK);
    try (TrainedHead head = open(spec, data)) {
      head.train(TrainingListener.NONE, progress.split(TRAINING_WORK));
      return head.predict(source, wanted, progress.split(PREDICTION_WORK));
    }
  }

  private TrainedHead open(TrainingSpec spec, TrainingData data) throws TrainingException {
    boolean plain = spec.source() instanceof FeatureSource.Stored && spec.unlabelled().isEmpty();
    return plain
        ? new HeadTraining(spec, data, algorithms, nanoTime)
        : new LiveTraining(spec, data, algorithms, nanoTime);
  }
}
