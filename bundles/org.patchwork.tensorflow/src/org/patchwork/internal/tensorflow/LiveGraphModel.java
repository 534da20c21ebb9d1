// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.FeatureExtractor;
import org.patchwork.learn.LiveBatch;
import org.patchwork.learn.LiveBuild;
import org.patchwork.learn.LiveModel;
import org.patchwork.learn.ModelBuild;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * A network with a live extractor or unlabelled inputs in a TensorFlow session. The methods lock
 * the model, so that closing it from another thread waits for the step that is running.
 */
public final class LiveGraphModel implements LiveModel {
  /** Images that pass the extractor at once when predicting; see {@link SavedModelFunction}. */
  private static final int IMAGES = 16;

  private final LiveBuild build;
  private final LiveGraph graph;
  private final GraphSession session;
  private final VariableValues values;
  private final FeedTensor inputs;
  private final FeedTensor targets;
  private final RowFunction predictions;
  private final FeedNumber rate = new FeedNumber();
  private final FeedCount step = new FeedCount();
  private long steps;
  private long extractorSteps;

  private LiveGraphModel(LiveBuild build, LiveGraph graph) {
    this.build = build;
    this.graph = graph;
    this.session = new GraphSession(graph.graph);
    this.values = new VariableValues(session, graph.variables);
    this.inputs = new FeedTensor(build.inputShape());
    this.targets = new FeedTensor(build.outputs());
    int chunk = build.extractor().isPresent() ? IMAGES : GraphModel.rowsAtOnce(inputs);
    this.predictions =
        new RowFunction(session, graph.inputs, graph.predictions, build.outputs(), chunk);
  }

  /** Builds and initialises a network. */
  public static LiveGraphModel open(LiveBuild build) throws TrainingException {
    LiveGraphModel model = new LiveGraphModel(build, LiveGraph.build(build));
    try {
      model.values.initialize(model.graph.initializers);
      return model;
    } catch (TrainingException e) {
      model.close();
      throw e;
    }
  }

  @Override
  public long parameterCount() {
    return graph.variables.parameterCount();
  }

  @Override
  public long extractorParameterCount() {
    return graph.extractorParameterCount();
  }

  @Override
  public double step(float[] features, float[] wanted, int count, double learningRate)
      throws TrainingException {
    return step(LiveBatch.labelled(features, wanted, count), learningRate, false).supervised();
  }

  @Override
  public synchronized StepLoss step(LiveBatch batch, double learningRate, boolean trainExtractor)
      throws TrainingException {
    if (trainExtractor && graph.extractorStep == null) {
      throw new TrainingException("The network was built with an extractor that is not trained.");
    }
    steps++;
    extractorSteps += trainExtractor ? 1 : 0;
    long optimizerSteps = trainExtractor ? extractorSteps : steps;
    boolean mixed = graph.unlabelledLoss != null;
    int views = mixed && build.unlabelled().orElseThrow().strongView() ? 2 : 1;
    int rows = batch.labelled() + (mixed ? views * batch.unlabelled() : 0);
    try (TensorList scalars = new TensorList()) {
      Session.Runner runner =
          lossRunner(graph.trainingLoss, batch.inputs(), rows, batch.targets(), batch.labelled())
              .feed(graph.rate, rate.of(graph.rule.rate(learningRate, optimizerSteps)))
              .addTarget(trainExtractor ? graph.extractorStep : graph.step);
      TInt64 stepNow = step.of(steps);
      graph.modes.forEach(
          mode -> mode.step().ifPresent(placeholder -> runner.feed(placeholder, stepNow)));
      if (mixed) {
        feedUnlabelled(runner, batch, scalars);
      }
      return finite(losses(runner, mixed), learningRate);
    }
  }

  private void feedUnlabelled(Session.Runner runner, LiveBatch batch, TensorList tensors) {
    double decay = build.unlabelled().orElseThrow().teacherDecay().orElse(0);
    float early = 1 - 1f / (steps + 1); // a young teacher follows faster
    runner
        .fetch(graph.unlabelledLoss)
        .feed(graph.unlabelledCount, tensors.of(batch.unlabelled()))
        .feed(graph.teacherDecay, tensors.of(new float[] {Math.min((float) decay, early)}))
        .feed(graph.subsets, subsets(batch, tensors));
  }

  /** A loss that does not ask for subsets gets one without members: no tensor may be empty. */
  private static TFloat32 subsets(LiveBatch batch, TensorList tensors) {
    int rows = Math.max(1, batch.subsetCount());
    int used = batch.subsetCount() * batch.unlabelled();
    float[] values = new float[rows * batch.unlabelled()];
    System.arraycopy(batch.subsets(), 0, values, 0, used);
    return tensors.of(values, rows, batch.unlabelled());
  }

  private StepLoss finite(StepLoss loss, double learningRate) throws TrainingException {
    if (Double.isFinite(loss.supervised()) && Double.isFinite(loss.unlabelled())) {
      return loss;
    }
    throw new TrainingException(
        "The loss became "
            + (Double.isFinite(loss.supervised()) ? loss.unlabelled() : loss.supervised())
            + " at step "
            + steps
            + ". Lower the learning rate (it was "
            + learningRate
            + "), that of the extractor, or the unlabelled weight.");
  }

  @Override
  public synchronized double loss(float[] features, float[] wanted, int count)
      throws TrainingException {
    return losses(lossRunner(graph.inferenceLoss, features, count, wanted, count), false)
        .supervised();
  }

  private Session.Runner lossRunner(
      Operand<TFloat32> loss, float[] features, int rows, float[] wanted, int labelled) {
    return session
        .runner()
        .feed(graph.inputs, inputs.fill(features, 0, rows))
        .feed(graph.targets, targets.fill(wanted, 0, labelled))
        .fetch(loss);
  }

  private static StepLoss losses(Session.Runner runner, boolean mixed) throws TrainingException {
    try (Result result = GraphSession.run(runner)) {
      return new StepLoss(
          NativeBuffer.floats(result.get(0)).get(0),
          mixed ? NativeBuffer.floats(result.get(1)).get(0) : 0);
    }
  }

  @Override
  public synchronized void predict(float[] features, int count, float[] probabilities)
      throws TrainingException {
    predictions.apply(inputs, features, count, probabilities);
  }

  @Override
  public synchronized Map<String, float[]> weights() throws TrainingException {
    return values.read();
  }

  @Override
  public synchronized void restore(Map<String, float[]> weights) throws TrainingException {
    values.write(weights);
  }

  /** The part of the network behind the features. */
  private ModelBuild head() {
    return new ModelBuild(
        graph.featureShape,
        build.outputs(),
        (network, features) ->
            build.output().build(network, build.vector().build(network, features)),
        build.loss(),
        build.optimizer(),
        build.weightDecay(),
        build.decayed(),
        build.seed());
  }

  @Override
  public void export(Path directory, List<String> classNames) throws TrainingException {
    new ModelExport(head(), weights()).head(directory, classNames);
  }

  @Override
  public void exportWithExtractor(
      FeatureExtractor extractor, Path directory, List<String> classNames)
      throws TrainingException {
    new ModelExport(head(), weights()).withExtractor(extractor, directory, classNames);
  }

  @Override
  public void exportWhole(Path directory, List<String> classNames) throws TrainingException {
    FeatureExtractor extractor =
        build
            .extractor()
            .orElseThrow(() -> new TrainingException("The network has no extractor of its own."))
            .extractor();
    ModelExport export = new ModelExport(head(), weights());
    if (graph.extractorWeights.isEmpty()) {
      export.withExtractor(extractor, directory, classNames);
    } else {
      export.withTrained(extractor, directory, classNames);
    }
  }

  @Override
  public synchronized void close() {
    if (!session.isClosed()) {
      session.close();
      inputs.close();
      targets.close();
      rate.close();
      step.close();
    }
  }
}
