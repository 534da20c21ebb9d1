// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.EpochRecord;
import org.patchwork.learn.LiveModel.StepLoss;
import org.patchwork.learn.TrainableModel;
import org.patchwork.learn.TrainingParameters;
import org.patchwork.training.EpochReport;
import org.patchwork.training.StepReport;
import org.patchwork.training.TrainingListener;

/**
 * The training loop of a head, wherever its batches come from: steps, fine-tunes the extractor from
 * an epoch on, validates, reports, stops early. One object per run.
 */
final class TrainingLoop {
  /** Lets the model learn from the next batch. */
  interface Step {
    /**
     * Takes a batch and one step of the optimiser.
     *
     * @param fineTuning true if the extractor learns, too
     */
    StepLoss take(double learningRate, boolean fineTuning) throws TrainingException;
  }

  /** Judges the model as it is now. */
  interface Validation {
    /**
     * The loss over the validation rows; empty if there are none.
     *
     * @param monitor checked for cancel only
     */
    OptionalDouble loss(IProgressMonitor monitor) throws TrainingException;
  }

  private final TrainingParameters parameters;
  private final int fineTuneAfter;
  private final boolean usesUnlabelled;
  private final TrainableModel model;
  private final EpochLog log;
  private final TrainingListener listener;
  private final LongSupplier nanoTime;
  private final LearningRate rate;

  private int step;
  private double epochLoss;
  private double epochUnlabelled;
  private double reportLoss;
  private double reportUnlabelled;
  private int reportSteps;

  /**
   * A loop.
   *
   * @param fineTuneAfter number of epochs after which the extractor is trained, too; −1 for never
   * @param usesUnlabelled true if there is a loss on unlabelled images to report
   * @param log takes the epochs; it has none yet
   */
  TrainingLoop(
      TrainingParameters parameters,
      int fineTuneAfter,
      boolean usesUnlabelled,
      TrainableModel model,
      EpochLog log,
      TrainingListener listener,
      LongSupplier nanoTime) {
    this.parameters = parameters;
    this.fineTuneAfter = fineTuneAfter;
    this.usesUnlabelled = usesUnlabelled;
    this.model = model;
    this.log = log;
    this.listener = listener;
    this.nanoTime = nanoTime;
    this.rate =
        new LearningRate(
            parameters.learningRate(),
            parameters.decay(),
            Math.multiplyExact(parameters.epochs(), parameters.batchesPerEpoch()));
  }

  /** Trains; afterwards the model has the weights to keep. */
  void run(Step next, Validation validation, IProgressMonitor monitor) throws TrainingException {
    SubMonitor progress = SubMonitor.convert(monitor, "Training", rate.steps());
    Throttle throttle = new Throttle(nanoTime, Throttle.REPORTS);
    long start = nanoTime.getAsLong();
    for (int epoch = 1; epoch <= parameters.epochs() && !log.stopsEarly(); epoch++) {
      epochLoss = 0;
      epochUnlabelled = 0;
      boolean fineTuning = fineTuneAfter >= 0 && epoch > fineTuneAfter;
      for (int i = 0; i < parameters.batchesPerEpoch(); i++) {
        step(next, fineTuning, throttle, progress);
      }
      double seconds = (nanoTime.getAsLong() - start) * 1e-9;
      finishEpoch(epoch, seconds, validation.loss(progress));
    }
    if (log.bestWeights() != null) {
      model.restore(log.bestWeights());
    }
  }

  private void step(Step next, boolean fineTuning, Throttle throttle, SubMonitor progress)
      throws TrainingException {
    progress.split(1);
    double learningRate = rate.after(step);
    StepLoss loss = next.take(learningRate, fineTuning);
    step++;
    epochLoss += loss.supervised();
    epochUnlabelled += loss.unlabelled();
    reportLoss += loss.supervised();
    reportUnlabelled += loss.unlabelled();
    reportSteps++;
    if (throttle.due() || step == rate.steps()) {
      report(learningRate);
      progress.subTask(
          String.format(
              "Step %,d of %,d%s",
              step, rate.steps(), fineTuning ? ", training the extractor" : ""));
    }
  }

  private void report(double learningRate) {
    listener.step(
        new StepReport(
            step,
            rate.steps(),
            reportLoss / reportSteps,
            learningRate,
            unlabelled(reportUnlabelled / reportSteps)));
    reportLoss = 0;
    reportUnlabelled = 0;
    reportSteps = 0;
  }

  private OptionalDouble unlabelled(double loss) {
    return usesUnlabelled ? OptionalDouble.of(loss) : OptionalDouble.empty();
  }

  private void finishEpoch(int epoch, double seconds, OptionalDouble validationLoss)
      throws TrainingException {
    EpochRecord record =
        new EpochRecord(
            epoch,
            step,
            epochLoss / parameters.batchesPerEpoch(),
            validationLoss,
            rate.after(step - 1),
            seconds,
            unlabelled(epochUnlabelled / parameters.batchesPerEpoch()));
    log.add(record);
    listener.epoch(new EpochReport(record, parameters.epochs()));
  }
}
