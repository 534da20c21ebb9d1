// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.LongSupplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.EnsemblePredictions;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.ImageFormatException;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.TrainingException;
import org.patchwork.image.augmentation.AugmentationSpec;
import org.patchwork.image.augmentation.Augmenter;
import org.patchwork.learn.Algorithms;
import org.patchwork.learn.EnsembleKind;
import org.patchwork.learn.ExtractorBuild;
import org.patchwork.learn.FeatureScaling;
import org.patchwork.learn.FeatureSource;
import org.patchwork.learn.LiveModel;
import org.patchwork.learn.LiveModel.StepLoss;
import org.patchwork.learn.TrainableModel;
import org.patchwork.learn.TrainingSpec;
import org.patchwork.training.TrainingData;
import org.patchwork.training.TrainingListener;

/**
 * A network that learns from images through a live extractor, from unlabelled images, or from both.
 * While the extractor stays as it was, validation and prediction use the stored features, which are
 * the same. Close it.
 */
public final class LiveTraining implements TrainedHead {
  private final TrainingSpec spec;
  private final TrainingData data;
  private final HeadTask task;
  private final LongSupplier nanoTime;
  private final Optional<UnlabelledUse> unlabelled;
  private final LiveInputs inputs;
  private final LiveModel model;
  private final LiveEvaluator evaluator;
  private final EpochLog log;
  private final Map<String, Double> seconds = new LinkedHashMap<>();

  /**
   * Checks design and data and builds the network.
   *
   * @param nanoTime clock for durations and report intervals
   * @throws TrainingException if the parts do not fit together, or there is nothing to train on;
   *     says what to do
   */
  public LiveTraining(
      TrainingSpec spec, TrainingData data, Algorithms algorithms, LongSupplier nanoTime)
      throws TrainingException {
    this.spec = spec;
    this.data = data;
    this.nanoTime = nanoTime;
    check();
    this.task = HeadTask.of(spec, data, algorithms);
    this.unlabelled =
        spec.unlabelled().isEmpty()
            ? Optional.empty()
            : Optional.of(UnlabelledUse.of(spec.unlabelled().get(), spec.source(), algorithms));
    this.inputs = inputs(algorithms);
    LiveNetwork network =
        new LiveNetwork(
            task.design(),
            FeatureScaling.of(data.features()),
            spec.parameters(),
            data.features().shape(),
            data.labels().classes());
    this.model =
        algorithms
            .engine()
            .openLive(
                network.live(inputs.shape(), extractor(), unlabelled.map(UnlabelledUse::build)));
    this.log = new EpochLog(spec.parameters().earlyStop(), model::weights);
    this.evaluator = evaluator(algorithms, network);
  }

  private void check() throws TrainingException {
    if (spec.parameters().ensemble() != EnsembleKind.NONE) {
      throw new TrainingException(
          "An ensemble learns from stored features and labelled images alone. Set the ensemble to"
              + " none, or switch the live extractor and the unlabelled weight off.");
    } else if (live().isPresent() && (data.extractor() == null || data.images() == null)) {
      throw new TrainingException(
          "The features in use were computed elsewhere, so there is no extractor to be live."
              + " Compute features here, or train on the stored ones.");
    }
  }

  private Optional<FeatureSource.Live> live() {
    return spec.source() instanceof FeatureSource.Live live ? Optional.of(live) : Optional.empty();
  }

  private boolean fineTunes() {
    return live().map(live -> live.fineTunes(spec.parameters().epochs())).orElse(false);
  }

  private LiveInputs inputs(Algorithms algorithms) throws TrainingException {
    if (live().isEmpty()) {
      return new StoredInputs(data.features());
    }
    AugmentationSpec strong =
        unlabelled.map(use -> use.spec().strong()).orElse(AugmentationSpec.NONE);
    try {
      return new ImageInputs(
          data.images(),
          data.extractor().input(),
          Augmenter.of(algorithms.augmentations(), live().get().augmentation()),
          Augmenter.of(algorithms.augmentations(), strong));
    } catch (IllegalArgumentException e) {
      throw new TrainingException(e.getMessage(), e);
    }
  }

  private Optional<ExtractorBuild> extractor() {
    return live()
        .map(live -> new ExtractorBuild(data.extractor(), fineTunes(), live.extractorRate()));
  }

  private LiveEvaluator evaluator(Algorithms algorithms, LiveNetwork network)
      throws TrainingException {
    int[] validation = task.rows().validation();
    if (fineTunes()) {
      return new ImageEvaluator(model, data, (ImageInputs) inputs, validation);
    }
    try {
      TrainableModel head = live().isEmpty() ? model : algorithms.engine().open(network.head());
      return new FeatureEvaluator(model, head, data, validation);
    } catch (TrainingException e) {
      model.close();
      throw e;
    }
  }

  @Override
  public void train(TrainingListener listener, IProgressMonitor monitor) throws TrainingException {
    long start = nanoTime.getAsLong();
    int fineTuneAfter = live().map(FeatureSource.Live::fineTuneAfter).orElse(-1);
    TrainingLoop loop =
        new TrainingLoop(
            spec.parameters(),
            fineTuneAfter,
            unlabelled.isPresent(),
            model,
            log,
            listener,
            nanoTime);
    try (LiveBatches batches =
        new LiveBatches(
            spec.parameters(),
            data,
            inputs,
            task.sampler(),
            unlabelledRows(),
            unlabelled.map(use -> use.spec().ratio()).orElse(1),
            unlabelled.map(use -> use.build().strongView()).orElse(false))) {
      loop.run(
          (rate, fineTuning) -> step(batches, rate, fineTuning),
          evaluator::validationLoss,
          monitor);
    }
    seconds.put("training", (nanoTime.getAsLong() - start) * 1e-9);
  }

  private StepLoss step(LiveBatches batches, double rate, boolean fineTuning)
      throws TrainingException {
    try {
      return model.step(batches.next(), rate, fineTuning);
    } catch (ImageFormatException e) {
      throw new TrainingException(e.getMessage(), e);
    }
  }

  private UnlabelledRows unlabelledRows() throws TrainingException {
    return unlabelled.isEmpty() ? null : UnlabelledRows.of(data, unlabelled.get().bySubset());
  }

  @Override
  public PredictionTable predict(String source, IntPredicate wanted, IProgressMonitor monitor)
      throws TrainingException {
    long start = nanoTime.getAsLong();
    float[][] columns = evaluator.predict(wanted, monitor);
    seconds.put("prediction", (nanoTime.getAsLong() - start) * 1e-9);
    return new PredictionTable(data.labels().classIds(), columns, source, task.exclusive());
  }

  @Override
  public Optional<EnsemblePredictions> members() {
    return Optional.empty();
  }

  @Override
  public Optional<FeatureMatrix> hidden(IProgressMonitor monitor) {
    return Optional.empty();
  }

  @Override
  public LiveModel model() {
    return model;
  }

  @Override
  public HeadTask task() {
    return task;
  }

  @Override
  public EpochLog log() {
    return log;
  }

  @Override
  public Map<String, Double> seconds() {
    return seconds;
  }

  @Override
  public void close() {
    evaluator.close();
    model.close();
  }
}
