// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.FeatureExtractor;
import org.patchwork.learn.ModelBuild;
import org.patchwork.learn.TrainableModel;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

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
  private final FeedTensor inputs;
  private final FeedTensor targets;
  private final TFloat32 rate = Tensor.of(TFloat32.class, Shape.scalar());
  private final FloatBuffer rateValue = NativeBuffer.floats(rate);
  private final TInt64 step = Tensor.of(TInt64.class, Shape.scalar());
  private final LongBuffer stepValue = NativeBuffer.longs(step);
  private final float[] lossValue = new float[1];
  private long steps;

  private GraphModel(ModelBuild build, TrainingGraph training) {
    this.build = build;
    this.training = training;
    this.session = new GraphSession(training.graph);
    this.inputs = new FeedTensor(build.inputShape());
    this.targets = new FeedTensor(build.outputs());
  }

  /** Builds and initialises a network. */
  public static GraphModel open(ModelBuild build) throws TrainingException {
    GraphModel model = new GraphModel(build, TrainingGraph.build(build));
    try {
      model.initialize();
      return model;
    } catch (TrainingException e) {
      model.close();
      throw e;
    }
  }

  private void initialize() throws TrainingException {
    new VariableValues(session, training.variables).initialize(training.initializers);
  }

  @Override
  public long parameterCount() {
    return training.variables.parameterCount();
  }

  @Override
  public synchronized double step(float[] values, float[] wanted, int count, double learningRate)
      throws TrainingException {
    Session.Runner runner = lossRunner(training.trainingLoss, values, wanted, count);
    steps++;
    rateValue.put(0, (float) training.rule.rate(learningRate, steps));
    runner.feed(training.rate, rate).addTarget(training.step);
    if (training.mode.step().isPresent()) {
      stepValue.put(0, steps);
      runner.feed(training.mode.step().get(), step);
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
  public synchronized double loss(float[] values, float[] wanted, int count)
      throws TrainingException {
    return loss(lossRunner(training.inferenceLoss, values, wanted, count));
  }

  private Session.Runner lossRunner(
      Operand<TFloat32> loss, float[] values, float[] wanted, int count) {
    return session
        .runner()
        .feed(training.inputs, inputs.fill(values, 0, count))
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
  public synchronized void predict(float[] values, int count, float[] probabilities)
      throws TrainingException {
    int chunk = Math.max(1, CHUNK_VALUES / inputs.width());
    for (int begin = 0; begin < count; begin += chunk) {
      int rows = Math.min(chunk, count - begin);
      Session.Runner runner =
          session.runner().feed(training.inputs, inputs.fill(values, begin, rows));
      try (Result result = GraphSession.run(runner.fetch(training.predictions))) {
        NativeBuffer.floats(result.get(0))
            .get(probabilities, begin * build.outputs(), rows * build.outputs());
      }
    }
  }

  @Override
  public synchronized Map<String, float[]> weights() throws TrainingException {
    return new VariableValues(session, training.variables).read();
  }

  @Override
  public synchronized void restore(Map<String, float[]> weights) throws TrainingException {
    new VariableValues(session, training.variables).write(weights);
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
