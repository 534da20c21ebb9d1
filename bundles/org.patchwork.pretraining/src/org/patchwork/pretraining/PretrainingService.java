// SPDX-License-Identifier: MIT
package org.patchwork.pretraining;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.Algorithm;
import org.patchwork.core.Catalog;
import org.patchwork.core.Contribution;
import org.patchwork.core.ParameterSchema;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;
import org.patchwork.image.InputSpec;
import org.patchwork.image.augmentation.AugmentationText;
import org.patchwork.image.augmentation.Augmenter;
import org.patchwork.internal.pretraining.PretrainingFolder;
import org.patchwork.internal.pretraining.PretrainingLoop;
import org.patchwork.internal.pretraining.PretrainingPlan;
import org.patchwork.internal.pretraining.RecordedImages;
import org.patchwork.internal.pretraining.RunPictures;
import org.patchwork.internal.pretraining.SomeImages;
import org.patchwork.internal.pretraining.StepTimer;
import org.patchwork.learn.Algorithms;
import org.patchwork.learn.encoder.EncoderBuild;
import org.patchwork.learn.encoder.EncoderModel;
import org.patchwork.learn.encoder.EncoderNetwork;
import org.patchwork.learn.encoder.EncoderOptimizer;
import org.patchwork.learn.encoder.Trainer;
import org.patchwork.learn.encoder.TrainerContext;
import org.patchwork.learn.encoder.TrainerRun;
import org.patchwork.learn.log.PathsHash;
import org.patchwork.learn.network.NetworkFunction;
import org.patchwork.pretraining.networks.BuiltInNetworks;

/**
 * Trains feature extractors. A run is a folder with {@code run.json}, {@code checkpoint.npz},
 * events for TensorBoard and {@code model}, a SavedModel from images with values from 0 to 255 to
 * feature maps.
 */
public final class PretrainingService {
  /** Folder of the SavedModel in that of the run. */
  public static final String MODEL = "model";

  /** Folder of resized images in that of the project. */
  public static final String RECORDS = "records";

  private final Algorithms algorithms;
  private final InstantSource clock;

  /**
   * A service.
   *
   * @param clock for the record and TensorBoard; no result depends on it
   */
  public PretrainingService(Algorithms algorithms, InstantSource clock) {
    this.algorithms = algorithms;
    this.clock = clock;
  }

  /**
   * Trains, or goes on: after a cancel exactly where it stopped, after a kill from the last
   * checkpoint. The encoder is bit for bit what it would have been without the break, on one
   * machine.
   *
   * @param folder folder of the run; made if need be
   * @param listener hears of the epochs from now on
   * @return the record, finished
   * @throws PatchworkException if there are fewer images than a batch has, if the folder holds
   *     another run, or if training fails
   * @throws IllegalArgumentException if trainer, network, augmentation or a parameter does not
   *     exist; lists what does
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor was cancelled; the
   *     run can go on
   */
  public PretrainingRecord train(
      PretrainingSpec spec,
      PretrainingData data,
      Path folder,
      PretrainingListener listener,
      IProgressMonitor monitor)
      throws PatchworkException {
    int[] rows = data.rows();
    PretrainingParameters parameters = spec.parameters();
    Chosen<Trainer<?>> trainer =
        choose(algorithms.trainers(), spec.trainer(), spec.trainerParameters());
    Chosen<EncoderNetwork<?>> network =
        choose(BuiltInNetworks.forPretraining(), spec.network(), spec.networkParameters());
    TrainerContext context = context(parameters, data, rows);
    PretrainingPlan plan = plan(trainer, parameters, context);
    SomeImages images = images(parameters, data, context, plan.run());
    EncoderBuild build = build(plan, context, network);
    try (RecordedImages recorded = recorded(parameters, data, context);
        EncoderModel model = algorithms.engine().openEncoder(build)) {
      PretrainingRecord record = record(trainer, network, parameters, data, rows, model);
      PretrainingFolder files = PretrainingFolder.open(folder, record);
      SomeImages seen = recorded == null ? images : images.from(data.with(recorded));
      return new PretrainingLoop(plan, seen, model, files, clock, listener).run(monitor);
    }
  }

  /** The images kept resized, or null if they are not to be kept. */
  private static RecordedImages recorded(
      PretrainingParameters parameters, PretrainingData data, TrainerContext context)
      throws TrainingException {
    return parameters.recordCache()
        ? RecordedImages.open(data.folder().resolve(RECORDS), data.images(), context.input())
        : null;
  }

  /** A run that only takes steps and leaves nothing, to be timed; close it. */
  StepTimer timer(PretrainingSpec spec, PretrainingData data) throws PatchworkException {
    Chosen<Trainer<?>> trainer =
        choose(algorithms.trainers(), spec.trainer(), spec.trainerParameters());
    Chosen<EncoderNetwork<?>> network =
        choose(BuiltInNetworks.forPretraining(), spec.network(), spec.networkParameters());
    TrainerContext context = context(spec.parameters(), data, data.rows());
    PretrainingPlan plan = plan(trainer, spec.parameters(), context);
    SomeImages images = images(spec.parameters(), data, context, plan.run());
    EncoderModel model = algorithms.engine().openEncoder(build(plan, context, network));
    try {
      return new StepTimer(plan, images, model);
    } catch (PatchworkException e) {
      model.close();
      throw e;
    }
  }

  private static TrainerContext context(
      PretrainingParameters parameters, PretrainingData data, int[] rows) {
    return new TrainerContext(
        data.images(),
        data.labels(),
        data.classes(),
        rows,
        new InputSpec(parameters.size(), parameters.size(), parameters.channels(), data.norm()),
        parameters.batchSize(),
        parameters.epochs(),
        parameters.learningRate(),
        new RandomStreams(parameters.seed()),
        data.folder());
  }

  private static PretrainingPlan plan(
      Chosen<Trainer<?>> trainer, PretrainingParameters parameters, TrainerContext context)
      throws TrainingException {
    TrainerRun run = open(trainer.entry().instance(), trainer.values(), context);
    return PretrainingPlan.of(run, parameters, context.rows().length);
  }

  private static <P extends Record> TrainerRun open(
      Trainer<P> trainer, Map<String, Object> values, TrainerContext context)
      throws TrainingException {
    return trainer.open(ParameterSchema.of(trainer.parameterType()).create(values), context);
  }

  /** The images, and the augmentation of each view: that of the run, changed by the trainer. */
  private SomeImages images(
      PretrainingParameters parameters,
      PretrainingData data,
      TrainerContext context,
      TrainerRun run) {
    String common = parameters.augmentation();
    List<Augmenter> ofViews =
        run.views().stream().map(view -> augmenter(common + "," + view.augmentation())).toList();
    return new SomeImages(data, context.input(), augmenter(common), ofViews, context.rows());
  }

  private Augmenter augmenter(String text) {
    return Augmenter.of(algorithms.augmentations(), AugmentationText.parse(text));
  }

  private static EncoderBuild build(
      PretrainingPlan plan, TrainerContext context, Chosen<EncoderNetwork<?>> network) {
    PretrainingParameters parameters = plan.parameters();
    return new EncoderBuild(
        context.imageShape(),
        plan.run().views(),
        parameters.batchSize(),
        parameters
            .colors()
            .before(function(network.entry().instance(), network.values(), context.folder())),
        plan.run()::build,
        new EncoderOptimizer(
            parameters.optimizer(), parameters.weightDecay(), parameters.clipNorm()),
        parameters.accumulate(),
        parameters.seed());
  }

  /** The folder of the SavedModel of a run. */
  public static Path model(Path run) {
    return run.resolve(MODEL);
  }

  /** The folder of the pictures of a run; there when it has any. */
  public static Path pictures(Path run) {
    return run.resolve(RunPictures.FOLDER);
  }

  private record Chosen<T>(Contribution<T> entry, Map<String, Object> values) {}

  private static <T extends Algorithm<?>> Chosen<T> choose(
      Catalog<T> catalog, String id, Map<String, Object> given) {
    Contribution<T> entry = catalog.require(id);
    return new Chosen<>(entry, complete(entry.instance().parameterType(), given));
  }

  private static <P extends Record> Map<String, Object> complete(
      Class<P> type, Map<String, Object> given) {
    ParameterSchema<P> schema = ParameterSchema.of(type);
    return schema.values(schema.create(given));
  }

  private static <P extends Record> NetworkFunction function(
      EncoderNetwork<P> network, Map<String, Object> values, Path project) {
    P given = ParameterSchema.of(network.parameterType()).create(values);
    P own = network.inFolder(given, project);
    return (tower, images) -> network.build(tower, images, own);
  }

  private PretrainingRecord record(
      Chosen<Trainer<?>> trainer,
      Chosen<EncoderNetwork<?>> network,
      PretrainingParameters parameters,
      PretrainingData data,
      int[] rows,
      EncoderModel model) {
    return new PretrainingRecord(
        PretrainingRecord.FORMAT,
        trainer.entry().id(),
        trainer.values(),
        network.entry().id(),
        network.values(),
        ParameterSchema.of(PretrainingParameters.class).values(parameters),
        rows.length,
        PathsHash.of(data.images(), data.images().size()),
        algorithms.engine().version(),
        model.parameterCount(),
        Arrays.stream(model.featureShape()).boxed().toList(),
        Instant.ofEpochMilli(clock.millis()).toString(),
        List.of(),
        List.of(),
        false);
  }
}
