// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.distillation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.Catalog;
import org.patchwork.core.ParameterSchema;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;
import org.patchwork.image.InputSpec;
import org.patchwork.image.augmentation.AugmentationText;
import org.patchwork.image.augmentation.Augmenter;
import org.patchwork.internal.training.ImagePredictor;
import org.patchwork.internal.training.RunWriter;
import org.patchwork.learn.Algorithms;
import org.patchwork.learn.CompiledFunction;
import org.patchwork.learn.Engine;
import org.patchwork.learn.FeatureExtractor;
import org.patchwork.learn.ModelBuild;
import org.patchwork.learn.RunRecord;
import org.patchwork.learn.TrainableModel;
import org.patchwork.learn.encoder.EncoderNetwork;
import org.patchwork.training.distillation.DistillationData;
import org.patchwork.training.distillation.DistillationListener;
import org.patchwork.training.distillation.DistillationParameters;
import org.patchwork.training.distillation.DistillationRecord;
import org.patchwork.training.distillation.DistillationResult;
import org.patchwork.training.distillation.DistillationSpec;

/** One distillation from its settings to its run folder. */
public final class Distillation {
  /** Students learn in some hundred steps; .99 would still remember how the network began. */
  private static final double NORM_MOMENTUM = 0.9;

  private static final int TRAINING_WORK = 90;
  private static final int PREDICTION_WORK = 8;
  private static final int WRITING_WORK = 2;
  private static final double MODEL_NORM = 255;

  private final Engine engine;
  private final DistillationSpec spec;
  private final DistillationData data;
  private final LongSupplier nanoTime;
  private final TeacherTargets targets;
  private final int[] rows;
  private final StudentImages images;
  private final StudentNetwork network;

  /**
   * Checks that there is something to learn, and that the network fits the images.
   *
   * @throws TrainingException if not; says what to do
   */
  public Distillation(
      Algorithms algorithms,
      Catalog<EncoderNetwork<?>> networks,
      DistillationSpec spec,
      DistillationData data,
      LongSupplier nanoTime)
      throws TrainingException {
    this.engine = algorithms.engine();
    this.spec = spec;
    this.data = data;
    this.nanoTime = nanoTime;
    DistillationParameters parameters = spec.parameters();
    this.targets = TeacherTargets.of(data, parameters.useLabels());
    this.rows = targets.rows();
    InputSpec input =
        new InputSpec(parameters.size(), parameters.size(), parameters.channels(), data.norm());
    this.images =
        new StudentImages(
            data.images(),
            input,
            Augmenter.of(
                algorithms.augmentations(), AugmentationText.parse(parameters.augmentation())));
    this.network =
        StudentNetwork.of(
            spec, networks, algorithms, targets.classes(), data.teacher().exclusive(), shape());
  }

  private int[] shape() {
    InputSpec input = images.input();
    return new int[] {input.height(), input.width(), input.channels()};
  }

  /** All that the weights depend on. */
  private String fingerprint() {
    Map<String, Object> parameters =
        ParameterSchema.of(DistillationParameters.class).values(spec.parameters());
    return String.join(
        "\n",
        engine.version(),
        network.network() + new TreeMap<>(network.networkParameters()),
        new TreeMap<>(parameters).toString(),
        data.teacher().source() + (data.teacher().exclusive() ? ", exclusive" : ""),
        targets.classIds().toString(),
        targets.fingerprint(rows));
  }

  private ModelBuild build() {
    DistillationParameters parameters = spec.parameters();
    DistillationLoss loss =
        new DistillationLoss(
            parameters.softening(), parameters.temperature(), data.teacher().exclusive());
    return new ModelBuild(
        shape(),
        targets.classes(),
        network.function(),
        loss::build,
        parameters.optimizer(),
        parameters.weightDecay(),
        name -> true,
        new RandomStreams(parameters.seed()).seedOf("weights"),
        NORM_MOMENTUM);
  }

  /** Trains, predicts and writes. */
  public DistillationResult run(
      Path target, Instant started, DistillationListener listener, IProgressMonitor monitor)
      throws TrainingException {
    SubMonitor progress =
        SubMonitor.convert(monitor, "Distilling", TRAINING_WORK + PREDICTION_WORK + WRITING_WORK);
    try (TrainableModel model = engine.open(build());
        StudentFolder folder = new StudentFolder(target, spec.name(), fingerprint())) {
      long resumed = folder.student().steps();
      folder.restore(model);
      Map<String, Double> seconds = new LinkedHashMap<>();
      long begin = nanoTime.getAsLong();
      ImagePredictor predictor =
          new ImagePredictor(model, images.images(), images.input(), targets.classes());
      StudentLoop loop =
          train(model, predictor, folder, started, listener, progress.split(TRAINING_WORK));
      long trained = nanoTime.getAsLong();
      seconds.put("training", (trained - begin) * 1e-9);
      int all = data.labels().rows();
      ImagePredictor.Columns said =
          predictor.predict(
              IntStream.range(0, all).toArray(), all, progress.split(PREDICTION_WORK));
      seconds.put("prediction", (nanoTime.getAsLong() - trained) * 1e-9);
      progress.split(WRITING_WORK);
      return write(model, loop, said, target, folder, started, seconds, resumed);
    } catch (IOException e) {
      throw new TrainingException(
          "The student cannot be kept beside "
              + target
              + ": "
              + e.getMessage()
              + ". Make room or check the permissions, then distil again.",
          e);
    }
  }

  private StudentLoop train(
      TrainableModel model,
      ImagePredictor predictor,
      StudentFolder folder,
      Instant started,
      DistillationListener listener,
      SubMonitor progress)
      throws TrainingException, IOException {
    DistillationParameters parameters = spec.parameters();
    UnfinishedStudent before = folder.student();
    before.epochs().forEach(epoch -> listener.epoch(epoch, before.worst()));
    StudentLoop loop =
        new StudentLoop(
            parameters,
            model,
            network.kernels(),
            StudentBatches.stepsPerEpoch(rows.length, parameters),
            before,
            listener,
            nanoTime);
    StudentChecker checker =
        new StudentChecker(
            targets,
            predictor,
            parameters.checkImages(),
            new RandomStreams(parameters.seed()).stream("check"));
    try (StudentLog log =
            new StudentLog(
                folder.path(),
                images,
                started.toEpochMilli() / 1000.0 - before.seconds(),
                parameters.weightDecay());
        StudentBatches batches =
            new StudentBatches(
                images, targets, rows, parameters, Math.toIntExact(before.steps()))) {
      loop.run(batches, checker, log, folder, progress);
    }
    return loop;
  }

  private DistillationResult write(
      TrainableModel model,
      StudentLoop loop,
      ImagePredictor.Columns said,
      Path target,
      StudentFolder folder,
      Instant started,
      Map<String, Double> seconds,
      long resumed)
      throws TrainingException, IOException {
    PredictionTable predictions =
        new PredictionTable(
            targets.classIds(),
            said.columns(),
            target.getFileName().toString(),
            data.teacher().exclusive());
    export(model, folder.path().resolve(RunWriter.FULL_MODEL));
    RunWriter.writePredictions(
        predictions, data.labels().rows(), folder.path().resolve(RunWriter.PREDICTIONS));
    DistillationRecord distillation =
        new DistillationRecord(
            DistillationRecord.FORMAT,
            data.teacher().source(),
            network.network(),
            network.networkParameters(),
            network.output(),
            loop.epochs(),
            loop.worst(),
            said.unreadable());
    distillation.write(folder.path());
    RunRecord record =
        new StudentRecords(spec, targets, network, engine.version())
            .record(
                predictions, rows.length, model.parameterCount(), loop.records(), started, seconds);
    record.write(folder.path());
    folder.commit();
    return new DistillationResult(predictions, record, distillation, target, resumed);
  }

  /** Like all full models it takes images with values of 255 as 1, whatever the project's norm. */
  private void export(TrainableModel model, Path directory) throws TrainingException {
    InputSpec input = images.input();
    List<String> names = targets.classNames();
    try (CompiledFunction images = engine.compile(shape(), (network, x) -> x)) {
      FeatureExtractor identity = new FeatureExtractor(input, MODEL_NORM / data.norm(), images);
      model.exportWithExtractor(identity, directory, names);
    }
  }
}
