// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.encoder.EncoderBatch;
import org.patchwork.learn.encoder.EncoderModel;
import org.patchwork.learn.encoder.RateSchedule;
import org.patchwork.learn.log.TensorBoardLog;
import org.patchwork.pretraining.FeatureCheck;
import org.patchwork.pretraining.PretrainingEpoch;
import org.patchwork.pretraining.PretrainingListener;
import org.patchwork.pretraining.PretrainingRecord;
import org.patchwork.pretraining.PretrainingService;
import org.patchwork.pretraining.PretrainingStep;

/**
 * Steps, checkpoints, checks and logs of a run. After each epoch come, in this order, check,
 * SavedModel, record and checkpoint; a kill in between repeats the steps since the last checkpoint.
 */
public final class PretrainingLoop {
  private static final double SAVED_RANGE = 255;

  private final PretrainingPlan plan;
  private final SomeImages images;
  private final EncoderModel model;
  private final PretrainingFolder files;
  private final InstantSource clock;
  private final PretrainingListener listener;
  private final RateSchedule rates;
  private final List<PretrainingEpoch> epochs;
  private final TreeSet<String> skipped;
  private final RandomStreams random;
  private Map<String, Double> begunWith = Map.of();
  private int begun = -1;
  private double[] sums;
  private int summed;
  private long epochBegan;
  private EncoderBatch batch;
  private RunMonitor monitor;

  public PretrainingLoop(
      PretrainingPlan plan,
      SomeImages images,
      EncoderModel model,
      PretrainingFolder files,
      InstantSource clock,
      PretrainingListener listener) {
    this.plan = plan;
    this.images = images;
    this.model = model;
    this.files = files;
    this.clock = clock;
    this.listener = listener;
    this.rates = plan.rates();
    this.random = new RandomStreams(plan.parameters().seed());
    this.epochs = new ArrayList<>(files.record().epochs());
    this.skipped = new TreeSet<>(files.record().skipped());
  }

  /** Runs to the end. */
  public PretrainingRecord run(IProgressMonitor progressMonitor) throws PatchworkException {
    if (files.record().finished()) {
      return files.record();
    }
    SubMonitor progress =
        SubMonitor.convert(progressMonitor, "Training", Math.toIntExact(plan.steps()));
    if (files.hasCheckpoint()) {
      begun = TrainerMemory.restore(files.checkpoint(), model, plan.run());
      progress.worked((int) model.steps());
    } else {
      rehearse(progress);
    }
    try (TensorBoardLog log = new TensorBoardLog(files.path(), seconds());
        ImageEncoder encoder = new ImageEncoder(images, model, random, this::blank);
        ViewBatches batches = batches(random, model.steps())) {
      FeatureChecker checker = new FeatureChecker(plan, images, encoder);
      monitor = new RunMonitor(plan, images, model, encoder, files.path());
      log.settings(seconds(), files.name(), files.record().settings());
      files.writeText("config.yml", RunSettings.yaml(files.record()));
      if (epochs.isEmpty()) {
        close(0, null, checker, log, progress);
      }
      while (model.steps() < plan.steps()) {
        begin(encoder, batches, log, progress);
        step(batches, log, progress);
        skipped.addAll(batches.skipped());
        if (model.steps() % plan.stepsPerEpoch() == 0) {
          closeEpoch(encoder, checker, log, progress);
        } else if (model.steps() % plan.parameters().checkpointSteps() == 0) {
          checkpoint();
        }
      }
      log.ended(seconds());
    } catch (IOException e) {
      throw PretrainingFolder.failed(files.path(), e);
    }
    files.write(files.record().with(epochs, List.copyOf(skipped), true));
    return files.record();
  }

  private EncoderBatch blank() {
    return new StepMaker(images, plan.run(), model.inputs(), random, problem -> {})
        .buffer(plan.parameters().batchSize());
  }

  private ViewBatches batches(RandomStreams seeds, long firstStep) {
    return new ViewBatches(images, plan, model.inputs(), seeds, firstStep);
  }

  /** Lets memories see some batches before the first step. */
  private void rehearse(SubMonitor progress) throws PatchworkException {
    int count = plan.rehearsals();
    if (count == 0) {
      return;
    }
    progress.subTask("Filling what the trainer remembers");
    try (ViewBatches batches = batches(new RandomStreams(random.seedOf("rehearsal")), 0)) {
      batches.allow(count);
      for (int i = 0; i < count; i++) {
        if (progress.isCanceled()) {
          throw new OperationCanceledException();
        }
        model.rehearse(batches.next());
      }
      skipped.addAll(batches.skipped());
    }
  }

  /** Begins the epoch of the next step, unless it has begun. */
  private void begin(
      ImageEncoder encoder, ViewBatches batches, TensorBoardLog log, SubMonitor progress)
      throws PatchworkException, IOException {
    int epoch = (int) (model.steps() / plan.stepsPerEpoch());
    if (begun != epoch) {
      begunWith = plan.run().beginEpoch(epoch, encoder, progress);
      begun = epoch;
      for (Map.Entry<String, Double> value : begunWith.entrySet()) {
        log.scalar(value.getKey(), model.steps(), seconds(), value.getValue());
      }
    }
    batches.allow((long) (epoch + 1) * plan.stepsPerEpoch());
  }

  private double seconds() {
    return clock.millis() / 1000.0;
  }

  private void step(ViewBatches batches, TensorBoardLog log, SubMonitor progress)
      throws PatchworkException, IOException {
    if (progress.isCanceled()) {
      checkpoint();
      throw new OperationCanceledException();
    }
    long step = model.steps();
    if (sums == null) {
      sums = new double[model.measures().size()];
      summed = 0;
      epochBegan = clock.millis();
    }
    double rate = rates.at(step);
    batch = batches.next();
    double[] measured = model.step(batch, plan.step(step, rate));
    for (int i = 0; i < measured.length; i++) {
      sums[i] += measured[i];
      log.scalar(model.measures().get(i), step + 1, seconds(), measured[i]);
    }
    summed++;
    listener.step(
        new PretrainingStep(
            step + 1, plan.stepsPerEpoch(), plan.steps(), model.measures(), measured));
    log.scalar("learning_rate", step + 1, seconds(), rate);
    progress.worked(1);
    progress.subTask(text(step + 1, measured[0]));
  }

  private String text(long steps, double loss) {
    long inEpoch = (steps - 1) % plan.stepsPerEpoch() + 1;
    double each = (clock.millis() - epochBegan) / 1000.0 / summed;
    double left = each * (plan.steps() - steps);
    return String.format(
        "Epoch %d of %d, step %d of %d, loss %.4f, %.0f %s left",
        (steps - 1) / plan.stepsPerEpoch() + 1,
        plan.parameters().epochs(),
        inEpoch,
        plan.stepsPerEpoch(),
        loss,
        left < 90 ? left : left / 60,
        left < 90 ? "s" : "min");
  }

  private void closeEpoch(
      ImageEncoder encoder, FeatureChecker checker, TensorBoardLog log, SubMonitor progress)
      throws PatchworkException, IOException {
    int epoch = (int) (model.steps() / plan.stepsPerEpoch());
    Map<String, Double> further = new LinkedHashMap<>(begunWith);
    further.putAll(
        plan.run().endEpoch(epoch - 1, new FunctionsOfRun(files.path(), encoder, model), progress));
    for (Map.Entry<String, Double> value : further.entrySet()) {
      if (!begunWith.containsKey(value.getKey())) {
        log.scalar(value.getKey(), model.steps(), seconds(), value.getValue());
      }
    }
    begunWith = further;
    boolean whole = summed == plan.stepsPerEpoch();
    Double seconds = whole ? (clock.millis() - epochBegan) / 1000.0 : null;
    close(epoch, seconds, checker, log, progress);
    sums = null;
    begunWith = Map.of();
  }

  private void close(
      int epoch, Double seconds, FeatureChecker checker, TensorBoardLog log, SubMonitor progress)
      throws PatchworkException, IOException {
    progress.subTask("Checking the features after epoch " + epoch);
    CheckedFeatures checked = checker.check(progress);
    log(checked.check(), log);
    RunPictures pictures = new RunPictures(files.path(), epoch, model.steps(), seconds(), log);
    Map<String, Double> measures = means();
    Map<String, Double> looked = new LinkedHashMap<>();
    if (epoch == 0) {
      looked.putAll(checker.pixels(progress));
    }
    looked.putAll(monitor.look(epoch, checked, batch, pictures, progress));
    for (Map.Entry<String, Double> found : looked.entrySet()) {
      measures.put(found.getKey(), found.getValue());
      log.scalar(found.getKey(), model.steps(), seconds(), found.getValue());
    }
    PretrainingEpoch closed =
        new PretrainingEpoch(epoch, model.steps(), seconds, measures, checked.check());
    model.export(PretrainingService.model(files.path()), SAVED_RANGE);
    epochs.removeIf(known -> known.epoch() >= epoch); // a kill after the record was written
    epochs.add(closed);
    files.write(files.record().with(epochs, List.copyOf(skipped), false));
    checkpoint();
    listener.epoch(closed);
  }

  private Map<String, Double> means() {
    Map<String, Double> means = new LinkedHashMap<>();
    if (sums != null) {
      for (int i = 0; i < sums.length; i++) {
        means.put(model.measures().get(i), sums[i] / summed);
      }
      means.putAll(begunWith);
    }
    return means;
  }

  private void log(FeatureCheck check, TensorBoardLog log) throws IOException {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("linear_classification_accuracy", check.probeAccuracy());
    values.put("neighbour_accuracy", check.neighbourAccuracy());
    values.put("alignment", check.alignment());
    values.put("uniformity", check.uniformity());
    values.put("uniformity_unsquared", check.uniformityUnsquared());
    values.put("feature_spread", check.spread());
    values.put("feature_rank", check.rank());
    for (Map.Entry<String, Double> value : values.entrySet()) {
      if (value.getValue() != null) {
        log.scalar(value.getKey(), model.steps(), seconds(), value.getValue());
      }
    }
  }

  private void checkpoint() throws TrainingException {
    files.write(TrainerMemory.save(model, plan.run(), begun));
  }
}
