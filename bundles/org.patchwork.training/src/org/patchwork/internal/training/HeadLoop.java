// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.EpochRecord;
import org.patchwork.learn.RowSampler;
import org.patchwork.learn.TrainableModel;
import org.patchwork.learn.TrainingParameters;
import org.patchwork.training.EpochReport;
import org.patchwork.training.StepReport;
import org.patchwork.training.TrainingData;
import org.patchwork.training.TrainingListener;

/** The training loop: draws, steps, validates, reports, stops early. One object per run. */
final class HeadLoop {
  private static final int AHEAD = 2;

  private final TrainingParameters parameters;
  private final TrainingData data;
  private final TrainableModel model;
  private final TrainingListener listener;
  private final LongSupplier nanoTime;
  private final int parts;
  private final LearningRate rate;
  private final ValidationLoss validation;
  private final EpochLog log;

  private int step;
  private double epochLoss;
  private double reportLoss;
  private int reportSteps;

  /**
   * A loop over batches.
   *
   * @param parts number of models that learn, each from {@code batchSize} rows of every batch
   */
  HeadLoop(
      TrainingParameters parameters,
      int parts,
      TrainingData data,
      int[] validationRows,
      TrainableModel model,
      TrainingListener listener,
      LongSupplier nanoTime) {
    this.parameters = parameters;
    this.parts = parts;
    this.data = data;
    this.model = model;
    this.log = new EpochLog(parameters.earlyStop(), model::weights);
    this.listener = listener;
    this.nanoTime = nanoTime;
    this.rate =
        new LearningRate(
            parameters.learningRate(),
            parameters.decay(),
            Math.multiplyExact(parameters.epochs(), parameters.batchesPerEpoch()));
    this.validation = new ValidationLoss(data, validationRows);
  }

  /** Trains; afterwards the model has the weights to keep. */
  void run(RowSampler sampler, IProgressMonitor monitor) throws TrainingException {
    SubMonitor progress = SubMonitor.convert(monitor, "Training", rate.steps());
    Throttle throttle = new Throttle(nanoTime, Throttle.REPORTS);
    long start = nanoTime.getAsLong();
    try (Prefetch<Batch> batches = batches(sampler)) {
      for (int epoch = 1; epoch <= parameters.epochs() && !log.stopsEarly(); epoch++) {
        epochLoss = 0;
        for (int i = 0; i < parameters.batchesPerEpoch(); i++) {
          step(batches.next(), throttle, progress);
        }
        finishEpoch(epoch, (nanoTime.getAsLong() - start) * 1e-9);
      }
    }
    if (log.bestWeights() != null) {
      model.restore(log.bestWeights());
    }
  }

  private Prefetch<Batch> batches(RowSampler sampler) {
    BatchDraw draw = new BatchDraw(sampler, parts, parameters.batchSize(), parameters.seed());
    int[] rows = new int[Math.multiplyExact(parameters.batchSize(), parts)];
    Batch[] buffers = new Batch[AHEAD + 1];
    for (int i = 0; i < buffers.length; i++) {
      buffers[i] = new Batch(rows.length, data.features().width(), data.labels().classes());
    }
    return new Prefetch<>(
        "Patchwork training batches",
        rate.steps(),
        AHEAD,
        i -> {
          Batch batch = buffers[i % buffers.length];
          draw.next(rows);
          batch.fill(data, rows, 0, rows.length);
          return batch;
        });
  }

  private void step(Batch batch, Throttle throttle, SubMonitor progress) throws TrainingException {
    progress.split(1);
    double learningRate = rate.after(step);
    double loss = model.step(batch.inputs(), batch.targets(), batch.count(), learningRate) / parts;
    step++;
    epochLoss += loss;
    reportLoss += loss;
    reportSteps++;
    if (throttle.due() || step == rate.steps()) {
      listener.step(new StepReport(step, rate.steps(), reportLoss / reportSteps, learningRate));
      progress.subTask(String.format("Step %,d of %,d", step, rate.steps()));
      reportLoss = 0;
      reportSteps = 0;
    }
  }

  private void finishEpoch(int epoch, double seconds) throws TrainingException {
    OptionalDouble validationLoss = validation.of(model);
    EpochRecord record =
        new EpochRecord(
            epoch,
            step,
            epochLoss / parameters.batchesPerEpoch(),
            validationLoss,
            rate.after(step - 1),
            seconds);
    log.add(record);
    listener.epoch(new EpochReport(record, parameters.epochs()));
  }

  /** The epochs that were trained, and which of them the model has the weights of. */
  EpochLog log() {
    return log;
  }
}
