// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.LongSupplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.EnsemblePredictions;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;
import org.patchwork.internal.training.direct.DirectModel;
import org.patchwork.learn.Algorithms;
import org.patchwork.learn.Engine;
import org.patchwork.learn.EnsembleKind;
import org.patchwork.learn.FeatureScaling;
import org.patchwork.learn.LiveModel.StepLoss;
import org.patchwork.learn.ModelBuild;
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
  private final HeadTask task;
  private final LongSupplier nanoTime;
  private final FeatureScaling scaling;
  private final HeadNetwork network;
  private final Engine engine;
  private final TrainableModel model;
  private final EpochLog log;
  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private EnsemblePredictions members;

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
    this.nanoTime = nanoTime;
    this.task = HeadTask.of(spec, data, algorithms);
    this.scaling = FeatureScaling.of(data.features());
    int classes = data.labels().classes();
    this.network = new HeadNetwork(task.design(), scaling::apply, spec.parameters(), classes);
    this.engine = algorithms.engine();
    this.model = open(network.model(), network.loss(), classes);
    this.log = new EpochLog(spec.parameters().earlyStop(), model::weights);
  }

  /** Small networks are trained in plain Java, all others by the engine. */
  private TrainableModel open(NetworkFunction function, LossFunction loss, int outputs)
      throws TrainingException {
    TrainingParameters parameters = task.spec().parameters();
    int[] shape = task.data().features().shape();
    Set<String> decayed = FineTuningWeights.of(task.design().fineTuning(), shape);
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
    TrainingParameters parameters = task.spec().parameters();
    ValidationLoss validation = new ValidationLoss(task.data(), task.rows().validation());
    TrainingLoop loop = new TrainingLoop(parameters, -1, false, model, log, listener, nanoTime);
    try (HeadBatches batches =
        new HeadBatches(parameters, network.parts(), task.data(), task.sampler())) {
      loop.run((rate, fixed) -> step(batches.next(), rate), any -> validation.of(model), monitor);
    }
    seconds.put("training", (nanoTime.getAsLong() - start) * 1e-9);
  }

  private StepLoss step(Batch batch, double rate) throws TrainingException {
    double loss = model.step(batch.inputs(), batch.targets(), batch.count(), rate);
    return new StepLoss(loss / network.parts(), 0);
  }

  @Override
  public PredictionTable predict(String source, IntPredicate wanted, IProgressMonitor monitor)
      throws TrainingException {
    long start = nanoTime.getAsLong();
    PredictionTable predictions;
    if (task.spec().parameters().ensemble() == EnsembleKind.NONE) {
      predictions =
          new PredictionTable(
              task.data().labels().classIds(),
              predictor(task.data().labels().classes(), wanted).predict(model, monitor),
              source,
              task.exclusive());
    } else {
      members = predictMembers(source, wanted, monitor);
      predictions = members.mean();
    }
    seconds.put("prediction", (nanoTime.getAsLong() - start) * 1e-9);
    return predictions;
  }

  private Predictor predictor(int outputs, IntPredicate wanted) {
    return new Predictor(task.data().features(), task.data().labels().rows(), outputs, wanted);
  }

  private EnsemblePredictions predictMembers(
      String source, IntPredicate wanted, IProgressMonitor monitor) throws TrainingException {
    int outputs = task.data().labels().classes() * task.spec().parameters().members();
    LossFunction unused = (ops, target, output) -> ops.mean(ops.square(output), false);
    try (TrainableModel all = open(network.members(), unused, outputs)) {
      all.restore(model.weights());
      float[][] tables =
          predictor(outputs, wanted)
              .predictMembers(all, task.spec().parameters().members(), monitor);
      return new EnsemblePredictions(
          task.data().labels().classIds(), tables, source, task.exclusive());
    }
  }

  @Override
  public Optional<EnsemblePredictions> members() {
    return Optional.ofNullable(members);
  }

  @Override
  public Optional<FeatureMatrix> hidden(IProgressMonitor monitor) throws TrainingException {
    return task.spec().parameters().ensemble() == EnsembleKind.NONE
        ? new HiddenVectors(task.data(), scaling, network.hidden(), engine).of(model, monitor)
        : Optional.empty();
  }

  @Override
  public TrainableModel model() {
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
    model.close();
  }
}
