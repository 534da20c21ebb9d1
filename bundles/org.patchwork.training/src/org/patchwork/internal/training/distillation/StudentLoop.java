// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.distillation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.TrainingException;
import org.patchwork.internal.training.Throttle;
import org.patchwork.internal.training.distillation.StudentChecker.Check;
import org.patchwork.learn.EpochRecord;
import org.patchwork.learn.TrainableModel;
import org.patchwork.learn.encoder.RateSchedule;
import org.patchwork.training.StepReport;
import org.patchwork.training.distillation.DistillationListener;
import org.patchwork.training.distillation.DistillationParameters;
import org.patchwork.training.distillation.StudentEpoch;
import org.patchwork.training.distillation.WorstPrediction;

/** Steps, checks and logs of a student. */
final class StudentLoop {
  private final DistillationParameters parameters;
  private final TrainableModel model;
  private final List<String> kernels;
  private final int stepsPerEpoch;
  private final RateSchedule rates;
  private final DistillationListener listener;
  private final LongSupplier nanoTime;
  private final Throttle throttle;
  private final long began;
  private final List<StudentEpoch> epochs;
  private List<WorstPrediction> worst;
  private int done;
  private double epochLoss;
  private double reportLoss;
  private int reportSteps;

  StudentLoop(
      DistillationParameters parameters,
      TrainableModel model,
      List<String> kernels,
      int stepsPerEpoch,
      UnfinishedStudent before,
      DistillationListener listener,
      LongSupplier nanoTime) {
    this.parameters = parameters;
    this.model = model;
    this.kernels = kernels;
    this.stepsPerEpoch = stepsPerEpoch;
    this.rates = parameters.rates(steps());
    this.listener = listener;
    this.nanoTime = nanoTime;
    this.throttle = new Throttle(nanoTime, Throttle.REPORTS);
    this.began = nanoTime.getAsLong() - (long) (before.seconds() * 1e9);
    this.done = Math.toIntExact(before.steps());
    this.epochLoss = before.epochLoss();
    this.epochs = new ArrayList<>(before.epochs());
    this.worst = before.worst();
  }

  int steps() {
    return Math.multiplyExact(parameters.epochs(), stepsPerEpoch);
  }

  /** Runs the epochs that are left; keeps the student after each, and when it is cancelled. */
  void run(
      StudentBatches batches,
      StudentChecker checker,
      StudentLog log,
      StudentFolder folder,
      SubMonitor progress)
      throws TrainingException, IOException {
    progress.setWorkRemaining(steps() - done);
    try {
      while (epochs.size() < parameters.epochs()) {
        epoch(epochs.size() + 1, batches, log, progress);
        progress.subTask("Checking the student after epoch " + (epochs.size() + 1));
        close(epochs.size() + 1, checker, log, checker.check(progress.newChild(0)));
        keep(folder);
      }
    } catch (OperationCanceledException e) {
      keep(folder);
      throw e;
    }
  }

  private void epoch(int number, StudentBatches batches, StudentLog log, SubMonitor progress)
      throws TrainingException, IOException {
    if (done == (number - 1) * stepsPerEpoch) {
      epochLoss = 0;
    }
    while (done < number * stepsPerEpoch) {
      progress.split(1);
      step(done, batches, log, progress);
      done++;
    }
  }

  private void keep(StudentFolder folder) throws TrainingException, IOException {
    Optional<Map<String, float[]>> state = model.state();
    if (state.isPresent() && done > 0) {
      String fingerprint = folder.student().fingerprint();
      folder.keep(
          new UnfinishedStudent(fingerprint, done, seconds(), epochLoss, epochs, worst),
          state.get());
    }
  }

  private double seconds() {
    return (nanoTime.getAsLong() - began) * 1e-9;
  }

  private void step(int step, StudentBatches batches, StudentLog log, SubMonitor progress)
      throws TrainingException, IOException {
    double rate = rates.at(step);
    StudentBatches.Batch batch = batches.next();
    double loss = model.step(batch.pixels, batch.targets, batches.size(), rate);
    log.step(step + 1L, seconds(), loss, rate);
    epochLoss += loss;
    reportLoss += loss;
    reportSteps++;
    if (throttle.due() || step + 1 == steps()) {
      progress.subTask(text(step + 1, loss));
      listener.step(new StepReport(step + 1, steps(), reportLoss / reportSteps, rate));
      reportLoss = 0;
      reportSteps = 0;
    }
  }

  private String text(int done, double loss) {
    double left = seconds() / done * (steps() - done);
    return String.format(
        Locale.ENGLISH,
        "Epoch %d of %d, step %,d of %,d, loss %.4f, %.0f %s left",
        (done - 1) / stepsPerEpoch + 1,
        parameters.epochs(),
        done,
        steps(),
        loss,
        left < 90 ? left : left / 60,
        left < 90 ? "s" : "min");
  }

  private void close(int number, StudentChecker checker, StudentLog log, Check check)
      throws TrainingException, IOException {
    long steps = (long) number * stepsPerEpoch;
    double loss = epochLoss / stepsPerEpoch;
    StudentEpoch epoch =
        new StudentEpoch(
            number,
            steps,
            seconds(),
            loss,
            l2(model.weights()),
            StudentChecker.boxed(check.loss()),
            checker.rows().length,
            StudentChecker.boxed(check.agreement()),
            StudentChecker.boxed(check.evaluation().accuracy()),
            StudentChecker.boxed(check.evaluation().meanAuc()),
            checker.figures(check.evaluation()));
    epochs.add(epoch);
    worst = check.worst();
    log.epoch(epoch, worst);
    listener.epoch(epoch, worst);
  }

  private double l2(Map<String, float[]> weights) {
    double sum = 0;
    for (String kernel : kernels) {
      for (float value : weights.getOrDefault(kernel, new float[0])) {
        sum += (double) value * value;
      }
    }
    return sum / 2;
  }

  List<StudentEpoch> epochs() {
    return epochs;
  }

  /** The same epochs as in the records of other runs. */
  List<EpochRecord> records() {
    return epochs.stream().map(this::record).toList();
  }

  private EpochRecord record(StudentEpoch epoch) {
    OptionalDouble checked =
        epoch.checkLoss() == null ? OptionalDouble.empty() : OptionalDouble.of(epoch.checkLoss());
    double rate = rates.at(epoch.steps() - 1);
    return new EpochRecord(
        epoch.epoch(), epoch.steps(), epoch.loss(), checked, rate, epoch.seconds());
  }

  List<WorstPrediction> worst() {
    return worst;
  }
}
