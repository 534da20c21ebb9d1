// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.LongSupplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.EnsemblePredictions;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.TrainingException;
import org.patchwork.image.augmentation.AugmentationSpec;
import org.patchwork.image.augmentation.Augmenter;
import org.patchwork.learn.Algorithms;
import org.patchwork.learn.EnsembleKind;
import org.patchwork.learn.EpochRecord;
import org.patchwork.learn.ExtractorBuild;
import org.patchwork.learn.FeatureScaling;
import org.patchwork.learn.FeatureSource;
import org.patchwork.learn.LabelCounts;
import org.patchwork.learn.LiveModel;
import org.patchwork.learn.RowSampler;
import org.patchwork.learn.RunRecord.Outcome;
import org.patchwork.learn.TrainableModel;
import org.patchwork.learn.TrainingParameters;
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
  private final HeadDesign design;
  private final RowChoice rows;
  private final RowSampler sampler;
  private final LongSupplier nanoTime;
  private final Optional<UnlabelledUse> unlabelled;
  private final LiveInputs inputs;
  private final LiveModel model;
  private final LiveEvaluator evaluator;
  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private List<EpochRecord> epochs = List.of();
  private int bestEpoch;
  private Outcome outcome = Outcome.COMPLETED;

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
    this.rows = RowChoice.of(data);
    TrainingParameters parameters = spec.parameters();
    this.sampler =
        RowSampler.of(
            data.labels(), parameters.sampling(), parameters.balanceSubsets(), this::usable);
    this.design = HeadDesign.of(spec.design(), LabelCounts.of(data.labels()), algorithms);
    this.unlabelled =
        spec.unlabelled().isEmpty()
            ? Optional.empty()
            : Optional.of(UnlabelledUse.of(spec.unlabelled().get(), spec.source(), algorithms));
    this.inputs = inputs(algorithms);
    LiveNetwork network =
        new LiveNetwork(
            design,
            FeatureScaling.of(data.features()),
            spec.parameters(),
            data.features().shape(),
            data.labels().classes());
    this.model =
        algorithms
            .engine()
            .openLive(
                network.live(inputs.shape(), extractor(), unlabelled.map(UnlabelledUse::build)));
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
    } else if (spec.parameters().earlyStop() > 0 && RowChoice.of(data).validation().length == 0) {
      throw new TrainingException(
          "Early stop needs labelled validation images, and there are none. Hold some labelled"
              + " images out for validation, or set early stop to 0.");
    }
  }

  private Optional<FeatureSource.Live> live() {
    return spec.source() instanceof FeatureSource.Live live ? Optional.of(live) : Optional.empty();
  }

  private boolean fineTunes() {
    return live().map(live -> live.fineTunes(spec.parameters().epochs())).orElse(false);
  }

  private boolean usable(int row) {
    return rows.training().get(row) || data.labels().status(row) == LabelTable.Status.UNLABELED;
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
    int[] validation = rows.validation();
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
    LiveLoop loop =
        new LiveLoop(
            spec.parameters(),
            fineTuneAfter,
            unlabelled.isPresent(),
            model,
            evaluator,
            listener,
            nanoTime);
    try (LiveBatches batches =
        new LiveBatches(
            spec.parameters(),
            data,
            inputs,
            sampler,
            unlabelledRows(),
            unlabelled.map(use -> use.spec().ratio()).orElse(1),
            unlabelled.map(use -> use.build().strongView()).orElse(false))) {
      loop.run(batches, monitor);
    }
    epochs = loop.log().epochs();
    bestEpoch = loop.log().bestEpoch();
    outcome = loop.log().stopsEarly() ? Outcome.STOPPED_EARLY : Outcome.COMPLETED;
    seconds.put("training", (nanoTime.getAsLong() - start) * 1e-9);
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
    return new PredictionTable(
        data.labels().classIds(), columns, source, design.exclusive() || data.exclusive());
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
  public HeadDesign design() {
    return design;
  }

  @Override
  public RowChoice rows() {
    return rows;
  }

  @Override
  public List<EpochRecord> epochs() {
    return epochs;
  }

  @Override
  public int bestEpoch() {
    return bestEpoch;
  }

  @Override
  public Outcome outcome() {
    return outcome;
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
