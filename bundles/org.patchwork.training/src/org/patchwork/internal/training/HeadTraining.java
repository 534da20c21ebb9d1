// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.LongSupplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.EnsemblePredictions;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;
import org.patchwork.internal.training.direct.DirectModel;
import org.patchwork.learn.Algorithms;
import org.patchwork.learn.Engine;
import org.patchwork.learn.EnsembleKind;
import org.patchwork.learn.EpochRecord;
import org.patchwork.learn.FeatureScaling;
import org.patchwork.learn.LabelCounts;
import org.patchwork.learn.ModelBuild;
import org.patchwork.learn.RowSampler;
import org.patchwork.learn.RunRecord.Outcome;
import org.patchwork.learn.TrainableModel;
import org.patchwork.learn.TrainingParameters;
import org.patchwork.learn.TrainingSpec;
import org.patchwork.learn.network.LossFunction;
import org.patchwork.learn.network.NetworkFunction;
import org.patchwork.training.TrainingData;
import org.patchwork.training.TrainingListener;

/**
 * A head from its design to its predictions: the network in native memory and what is known about
 * it. Close it.
 */
public final class HeadTraining implements TrainedHead {
  private final TrainingSpec spec;
  private final TrainingData data;
  private final HeadDesign design;
  private final RowChoice rows;
  private final RowSampler sampler;
  private final LongSupplier nanoTime;
  private final FeatureScaling scaling;
  private final HeadNetwork network;
  private final Engine engine;
  private final TrainableModel model;
  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private List<EpochRecord> epochs = List.of();
  private int bestEpoch;
  private EnsemblePredictions members;
  private Outcome outcome = Outcome.COMPLETED;

  /**
   * Checks design and data and builds the network.
   *
   * @param nanoTime clock for durations and report intervals
   * @throws TrainingException if the design does not fit or there is nothing to train on; says what
   *     to do
   */
  public HeadTraining(
      TrainingSpec spec, TrainingData data, Algorithms algorithms, LongSupplier nanoTime)
      throws TrainingException {
    this.spec = spec;
    this.data = data;
    this.nanoTime = nanoTime;
    this.rows = RowChoice.of(data);
    TrainingParameters parameters = spec.parameters();
    this.sampler =
        RowSampler.of(
            data.labels(), parameters.sampling(), parameters.balanceSubsets(), this::usable);
    if (parameters.earlyStop() > 0 && rows.validation().length == 0) {
      throw new TrainingException(
          "Early stop needs labelled validation images, and there are none. Hold some labelled"
              + " images out for validation, or set early stop to 0.");
    }
    this.design = HeadDesign.of(spec.design(), LabelCounts.of(data.labels()), algorithms);
    this.scaling = FeatureScaling.of(data.features());
    this.network = new HeadNetwork(design, scaling::apply, parameters, data.labels().classes());
    this.engine = algorithms.engine();
    this.model = open(network.model(), network.loss(), data.labels().classes());
  }

  /**
   * Unlabelled rows are let through, so that the message about missing labels is not about missing
   * features.
   */
  private boolean usable(int row) {
    return rows.training().get(row) || data.labels().status(row) == LabelTable.Status.UNLABELED;
  }

  /** Small networks are trained in plain Java, all others by the engine. */
  private TrainableModel open(NetworkFunction function, LossFunction loss, int outputs)
      throws TrainingException {
    TrainingParameters parameters = spec.parameters();
    int[] shape = data.features().shape();
    Set<String> decayed = FineTuningWeights.of(design.fineTuning(), shape);
    ModelBuild build =
        new ModelBuild(
            shape,
            outputs,
            function,
            loss,
            parameters.optimizer(),
            parameters.weightDecay(),
            name -> decayed.contains(HeadNetwork.withoutPrefix(name)),
            new RandomStreams(parameters.seed()).seedOf("weights"));
    Optional<TrainableModel> direct = DirectModel.open(build, engine);
    return direct.isPresent() ? direct.get() : engine.open(build);
  }

  @Override
  public void train(TrainingListener listener, IProgressMonitor monitor) throws TrainingException {
    long start = nanoTime.getAsLong();
    HeadLoop loop =
        new HeadLoop(
            spec.parameters(), network.parts(), data, rows.validation(), model, listener, nanoTime);
    loop.run(sampler, monitor);
    epochs = loop.log().epochs();
    bestEpoch = loop.log().bestEpoch();
    outcome = loop.log().stopsEarly() ? Outcome.STOPPED_EARLY : Outcome.COMPLETED;
    seconds.put("training", (nanoTime.getAsLong() - start) * 1e-9);
  }

  @Override
  public PredictionTable predict(String source, IntPredicate wanted, IProgressMonitor monitor)
      throws TrainingException {
    long start = nanoTime.getAsLong();
    boolean exclusive = design.exclusive() || data.exclusive();
    PredictionTable predictions;
    if (spec.parameters().ensemble() == EnsembleKind.NONE) {
      predictions =
          new PredictionTable(
              data.labels().classIds(),
              predictor(data.labels().classes(), wanted).predict(model, monitor),
              source,
              exclusive);
    } else {
      members = predictMembers(source, exclusive, wanted, monitor);
      predictions = members.mean();
    }
    seconds.put("prediction", (nanoTime.getAsLong() - start) * 1e-9);
    return predictions;
  }

  private Predictor predictor(int outputs, IntPredicate wanted) {
    return new Predictor(data.features(), data.labels().rows(), outputs, wanted);
  }

  private EnsemblePredictions predictMembers(
      String source, boolean exclusive, IntPredicate wanted, IProgressMonitor monitor)
      throws TrainingException {
    int outputs = data.labels().classes() * spec.parameters().members();
    LossFunction unused = (ops, target, output) -> ops.mean(ops.square(output), false);
    try (TrainableModel all = open(network.members(), unused, outputs)) {
      all.restore(model.weights());
      float[][] tables =
          predictor(outputs, wanted).predictMembers(all, spec.parameters().members(), monitor);
      return new EnsemblePredictions(data.labels().classIds(), tables, source, exclusive);
    }
  }

  @Override
  public Optional<EnsemblePredictions> members() {
    return Optional.ofNullable(members);
  }

  @Override
  public Optional<FeatureMatrix> hidden(IProgressMonitor monitor) throws TrainingException {
    return spec.parameters().ensemble() == EnsembleKind.NONE
        ? new HiddenVectors(data, scaling, network.hidden(), engine).of(model, monitor)
        : Optional.empty();
  }

  @Override
  public TrainableModel model() {
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
    model.close();
  }
}
