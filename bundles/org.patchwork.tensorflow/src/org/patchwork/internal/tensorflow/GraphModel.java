// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.FeatureExtractor;
import org.patchwork.learn.ModelBuild;
import org.patchwork.learn.TrainableModel;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.types.TFloat32;

/**
 * A network in a TensorFlow session. The methods lock the model, so that closing it from another
 * thread waits for the step that is running; after that they throw {@link IllegalStateException}.
 */
public final class GraphModel implements TrainableModel {
  /**
   * Values fed at once when predicting: 8 MB, enough to keep the cores busy and too little to
   * matter.
   */
  private static final int CHUNK_VALUES = 1 << 21;

  private final ModelBuild build;
  private final TrainingGraph training;
  private final GraphSession session;
  private final VariableValues values;
  private final FeedTensor inputs;
  private final FeedTensor targets;
  private final RowFunction predictions;
  private final FeedNumber rate = new FeedNumber();
  private final FeedCount step = new FeedCount();
  private final float[] lossValue = new float[1];
  private VariableValues everything;
  private long steps;

  private GraphModel(ModelBuild build, TrainingGraph training) {
    this.build = build;
    this.training = training;
    this.session = new GraphSession(training.graph);
    this.values = new VariableValues(session, training.variables);
    this.inputs = new FeedTensor(build.inputShape());
    this.targets = new FeedTensor(build.outputs());
    this.predictions =
        new RowFunction(
            session, training.inputs, training.predictions, build.outputs(), rowsAtOnce(inputs));
  }

  /** How many rows of features are predicted at once. */
  static int rowsAtOnce(FeedTensor inputs) {
    return Math.max(1, CHUNK_VALUES / inputs.width());
  }

  /** Builds and initialises a network. */
  public static GraphModel open(ModelBuild build) throws TrainingException {
    TrainingGraph training = TrainingGraph.build(build);
    GraphModel model = new GraphModel(build, training);
    try {
      model.values.initialize(training.initializers);
      return model;
    } catch (TrainingException e) {
      model.close();
      throw e;
    }
  }

  @Override
  public long parameterCount() {
    return training.variables.parameterCount();
  }

  @Override
  public synchronized double step(float[] features, float[] wanted, int count, double learningRate)
      throws TrainingException {
    Session.Runner runner = lossRunner(training.trainingLoss, features, wanted, count);
    steps++;
    runner
        .feed(training.rate, rate.of(training.rule.rate(learningRate, steps)))
        .addTarget(training.step);
    if (training.mode.step().isPresent()) {
      runner.feed(training.mode.step().get(), step.of(steps));
    }
    double loss = loss(runner);
    if (!Double.isFinite(loss)) {
      throw new TrainingException(
          "The loss became "
              + loss
              + " at step "
              + steps
              + ". Lower the learning rate (it was "
              + learningRate
              + "), or check the features for values that are not finite.");
    }
    return loss;
  }

  @Override
  public synchronized double loss(float[] features, float[] wanted, int count)
      throws TrainingException {
    return loss(lossRunner(training.inferenceLoss, features, wanted, count));
  }

  private Session.Runner lossRunner(
      Operand<TFloat32> loss, float[] features, float[] wanted, int count) {
    return session
        .runner()
        .feed(training.inputs, inputs.fill(features, 0, count))
        .feed(training.targets, targets.fill(wanted, 0, count))
        .fetch(loss);
  }

  private double loss(Session.Runner runner) throws TrainingException {
    try (Result result = GraphSession.run(runner)) {
      NativeBuffer.floats(result.get(0)).get(lossValue);
      return lossValue[0];
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

  @Override
  public synchronized Optional<Map<String, float[]>> state() throws TrainingException {
    return Optional.of(everything().read());
  }

  @Override
  public synchronized void resume(Map<String, float[]> state, long stepsThen)
      throws TrainingException {
    everything().write(state);
    steps = stepsThen;
  }

  /** Made when it is first asked for: most heads are trained in one go. */
  private VariableValues everything() {
    if (everything == null) {
      List<Variables.Entry> entries = new ArrayList<>(training.variables.all());
      entries.addAll(training.variables.slots());
      everything = new VariableValues(session, entries);
    }
    return everything;
  }

  @Override
  public synchronized void export(Path directory, List<String> classNames)
      throws TrainingException {
    new ModelExport(build, weights()).head(directory, classNames);
  }

  @Override
  public synchronized void exportWithExtractor(
      FeatureExtractor extractor, Path directory, List<String> classNames)
      throws TrainingException {
    new ModelExport(build, weights()).withExtractor(extractor, directory, classNames);
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
