// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.distillation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
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
  private final List<StudentEpoch> epochs = new ArrayList<>();
  private final List<EpochRecord> records = new ArrayList<>();
  private List<WorstPrediction> worst = List.of();
  private double epochLoss;
  private double reportLoss;
  private int reportSteps;

  StudentLoop(
      DistillationParameters parameters,
      TrainableModel model,
      List<String> kernels,
      int stepsPerEpoch,
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
    this.began = nanoTime.getAsLong();
  }

  int steps() {
    return Math.multiplyExact(parameters.epochs(), stepsPerEpoch);
  }

  /** Runs all epochs. */
  void run(StudentBatches batches, StudentChecker checker, StudentLog log, SubMonitor progress)
      throws TrainingException, IOException {
    progress.setWorkRemaining(steps());
    for (int epoch = 1; epoch <= parameters.epochs(); epoch++) {
      epochLoss = 0;
      for (int i = 0; i < stepsPerEpoch; i++) {
        progress.split(1);
        step((epoch - 1) * stepsPerEpoch + i, batches, log, progress);
      }
      progress.subTask("Checking the student after epoch " + epoch);
      close(epoch, checker, log, checker.check(progress.newChild(0)));
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
    records.add(
        new EpochRecord(number, steps, loss, check.loss(), rates.at(steps - 1), epoch.seconds()));
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
    return records;
  }

  List<WorstPrediction> worst() {
    return worst;
  }
}
