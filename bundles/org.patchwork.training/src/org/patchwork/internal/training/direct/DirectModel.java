// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.direct;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.Engine;
import org.patchwork.learn.FeatureExtractor;
import org.patchwork.learn.ModelBuild;
import org.patchwork.learn.TrainableModel;
import org.patchwork.learn.network.Network.Kind;

/**
 * A small network in plain Java. The engine is needed only to write SavedModels: the weights are
 * then handed to a model of its own.
 */
public final class DirectModel implements TrainableModel {
  /** Rows predicted at once: what is computed of them stays in the second-level cache. */
  private static final int CHUNK = 128;

  private final ModelBuild build;
  private final Engine engine;
  private final DirectWeights weights;
  private final Tower training;
  private final Tower inference;
  private final List<Tower> predicting = new ArrayList<>();
  private final Map<String, Update> updates = new LinkedHashMap<>();
  private long steps;

  /** One network: from inputs and targets to predictions and loss. */
  private static final class Tower {
    final DirectNetwork network;
    final Value inputs;
    final Value targets;
    final Value predictions;
    final int predictionSteps;
    final Value loss;
    final Optional<ScaledInput> scaled;
    private float[] chunk;

    Tower(ModelBuild build, DirectWeights weights, boolean training) throws TrainingException {
      network = new DirectNetwork(weights, training, build.seed());
      inputs = DirectNetwork.input(build.inputShape());
      targets = DirectNetwork.input(build.outputs());
      predictions = DirectOps.value(build.model().build(network, inputs));
      predictionSteps = network.tape.size();
      if (predictions.rank() != 2 || predictions.size(1) != build.outputs()) {
        throw new NoDirectForm("An output of another shape"); // the engine says what is wrong
      }
      loss = DirectOps.value(build.loss().build(network, targets, predictions));
      if (loss.rank() != 0) {
        throw new NoDirectForm("A loss that is no number");
      }
      scaled = ScaledInput.of(network.tape, inputs);
    }

    /** The first step that is left to compute. */
    private int first() {
      return scaled.isPresent() ? ScaledInput.STEPS : 0;
    }

    void predict(float[] values, int begin, int rows, float[] probabilities) {
      int width = inputs.length(1);
      int outputs = predictions.length(1);
      if (scaled.isPresent()) {
        scaled.get().read(values, begin * width, rows);
      } else {
        copy(values, begin * width, rows * width);
      }
      network.tape.forward(rows, first(), predictionSteps);
      System.arraycopy(predictions.data, 0, probabilities, begin * outputs, rows * outputs);
    }

    private void copy(float[] values, int begin, int length) {
      if (chunk == null) {
        chunk = new float[CHUNK * inputs.length(1)];
      }
      System.arraycopy(values, begin, chunk, 0, length);
      inputs.data = chunk;
    }

    double loss(float[] values, float[] wanted, int count) {
      inputs.data = values;
      targets.data = wanted;
      scaled.ifPresent(input -> input.read(values, 0, count));
      network.tape.forward(count, first(), network.tape.size());
      return loss.data[0];
    }
  }

  private DirectModel(ModelBuild build, Engine engine) throws TrainingException {
    this.build = build;
    this.engine = engine;
    this.weights = new DirectWeights(build.seed());
    this.training = new Tower(build, weights, true);
    this.inference = new Tower(build, weights, false);
    for (DirectWeights.Entry entry : weights.all()) {
      updates.put(entry.name(), Update.of(build.optimizer(), entry.value().data.length));
    }
  }

  /**
   * Builds and initialises a network.
   *
   * @param engine writes the SavedModels
   * @return empty if the network has something in it that only an engine can do
   * @throws TrainingException if the parts of the network do not fit together
   */
  public static Optional<TrainableModel> open(ModelBuild build, Engine engine)
      throws TrainingException {
    try {
      return Optional.of(new DirectModel(build, engine));
    } catch (NoDirectForm e) {
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      throw new TrainingException("The network cannot be built: " + e.getMessage(), e);
    }
  }

  @Override
  public long parameterCount() {
    return weights.parameterCount();
  }

  @Override
  public double step(float[] values, float[] wanted, int count, double learningRate)
      throws TrainingException {
    steps++;
    double loss = training.loss(values, wanted, count);
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
    clearGradients();
    training.network.tape.backward(training.loss, count);
    update(learningRate);
    return loss;
  }

  private void clearGradients() {
    for (DirectWeights.Entry entry : weights.all()) {
      Arrays.fill(entry.value().gradient, 0);
    }
  }

  private void update(double learningRate) {
    for (DirectWeights.Entry entry : weights.all()) {
      float[] weight = entry.value().data;
      float[] gradient = entry.value().gradient;
      if (build.weightDecay() > 0
          && entry.kind() == Kind.KERNEL
          && build.decayed().test(entry.name())) {
        float decay = (float) build.weightDecay();
        for (int i = 0; i < weight.length; i++) {
          gradient[i] += decay * weight[i];
        }
      }
      updates.get(entry.name()).apply(weight, gradient, learningRate, steps);
    }
  }

  @Override
  public double loss(float[] values, float[] wanted, int count) {
    return inference.loss(values, wanted, count);
  }

  @Override
  public void predict(float[] values, int count, float[] probabilities) throws TrainingException {
    int chunks = (count + CHUNK - 1) / CHUNK;
    int threads = Math.min(chunks, Runtime.getRuntime().availableProcessors());
    while (predicting.size() < threads) {
      predicting.add(predicting.isEmpty() ? inference : new Tower(build, weights, false));
    }
    IntStream.range(0, threads)
        .parallel()
        .forEach(
            thread -> {
              for (int chunk = thread; chunk < chunks; chunk += threads) {
                int begin = chunk * CHUNK;
                int rows = Math.min(CHUNK, count - begin);
                predicting.get(thread).predict(values, begin, rows, probabilities);
              }
            });
  }

  @Override
  public Map<String, float[]> weights() {
    Map<String, float[]> copies = new LinkedHashMap<>();
    weights.all().forEach(entry -> copies.put(entry.name(), entry.value().data.clone()));
    return copies;
  }

  @Override
  public void restore(Map<String, float[]> saved) throws TrainingException {
    for (DirectWeights.Entry entry : weights.all()) {
      float[] values = saved.get(entry.name());
      float[] own = entry.value().data;
      if (values == null || values.length != own.length) {
        throw new TrainingException(
            "The weights do not fit this network: "
                + entry.name()
                + " needs "
                + own.length
                + " values and has "
                + (values == null ? "none." : values.length + "."));
      }
      System.arraycopy(values, 0, own, 0, own.length);
    }
  }

  @Override
  public void export(Path directory, List<String> classNames) throws TrainingException {
    try (TrainableModel copy = copy()) {
      copy.export(directory, classNames);
    }
  }

  @Override
  public void exportWithExtractor(
      FeatureExtractor extractor, Path directory, List<String> classNames)
      throws TrainingException {
    try (TrainableModel copy = copy()) {
      copy.exportWithExtractor(extractor, directory, classNames);
    }
  }

  private TrainableModel copy() throws TrainingException {
    TrainableModel copy = engine.open(build);
    try {
      copy.restore(weights());
      return copy;
    } catch (TrainingException e) {
      copy.close();
      throw e;
    }
  }

  @Override
  public void close() {
    // Plain arrays: nothing to free.
  }
}
