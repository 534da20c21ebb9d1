// SPDX-License-Identifier: MIT
package org.patchwork.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.CompiledFunction;
import org.patchwork.learn.Engine;
import org.patchwork.learn.FeatureExtractor;
import org.patchwork.learn.ModelBuild;
import org.patchwork.learn.SavedModelCall;
import org.patchwork.learn.TrainableModel;
import org.patchwork.learn.conformance.ReferenceEngine;
import org.patchwork.learn.network.NetworkFunction;

/**
 * An engine for tests in plain Java: whatever the design, it trains one sigmoid per class on the
 * features by gradient descent. Counts what is open.
 */
public final class LinearEngine implements Engine {
  public final AtomicInteger open = new AtomicInteger();
  public int failAtStep = -1;

  @Override
  public String version() {
    return "Linear 1";
  }

  @Override
  public TrainableModel open(ModelBuild build) {
    open.incrementAndGet();
    return new Model(build);
  }

  @Override
  public CompiledFunction compile(int[] inputShape, NetworkFunction function)
      throws TrainingException {
    return new ReferenceEngine().compile(inputShape, function);
  }

  @Override
  public CompiledFunction openSavedModel(Path directory, SavedModelCall call) {
    throw new UnsupportedOperationException();
  }

  private final class Model implements TrainableModel {
    private final int width;
    private final int classes;
    private final float[] weights;
    private int steps;

    Model(ModelBuild build) {
      int product = 1;
      for (int size : build.inputShape()) {
        product *= size;
      }
      width = product;
      classes = build.outputs();
      weights = new float[(width + 1) * classes];
      RandomGenerator random = new RandomStreams(build.seed()).stream("weights");
      for (int i = 0; i < weights.length; i++) {
        weights[i] = (float) (random.nextDouble() - 0.5) * 0.1f;
      }
    }

    @Override
    public long parameterCount() {
      return weights.length;
    }

    private double probability(float[] inputs, int row, int c) {
      double sum = weights[c * (width + 1) + width];
      for (int i = 0; i < width; i++) {
        sum += weights[c * (width + 1) + i] * inputs[row * width + i];
      }
      return 1 / (1 + Math.exp(-sum));
    }

    @Override
    public double step(float[] inputs, float[] targets, int count, double learningRate)
        throws TrainingException {
      if (steps++ == failAtStep) {
        throw new TrainingException("The loss is not finite.");
      }
      double before = loss(inputs, targets, count);
      for (int row = 0; row < count; row++) {
        for (int c = 0; c < classes; c++) {
          if (targets[row * classes + c] >= 0) {
            double slope = probability(inputs, row, c) - targets[row * classes + c];
            update(inputs, row, c, learningRate * slope);
          }
        }
      }
      return before;
    }

    private void update(float[] inputs, int row, int c, double change) {
      for (int i = 0; i < width; i++) {
        weights[c * (width + 1) + i] -= (float) (change * inputs[row * width + i]);
      }
      weights[c * (width + 1) + width] -= (float) change;
    }

    @Override
    public double loss(float[] inputs, float[] targets, int count) {
      double sum = 0;
      int known = 0;
      for (int i = 0; i < count * classes; i++) {
        if (targets[i] >= 0) {
          double p = probability(inputs, i / classes, i % classes);
          sum -= Math.log(targets[i] > 0 ? p : 1 - p);
          known++;
        }
      }
      return known == 0 ? 0 : sum / known;
    }

    @Override
    public void predict(float[] inputs, int count, float[] probabilities) {
      for (int i = 0; i < count * classes; i++) {
        probabilities[i] = (float) probability(inputs, i / classes, i % classes);
      }
    }

    @Override
    public Map<String, float[]> weights() {
      return Map.of("weights", weights.clone());
    }

    @Override
    public void restore(Map<String, float[]> saved) {
      float[] own = saved.get("weights");
      if (own != null) { // else those of a model that was trained without an engine, to be exported
        System.arraycopy(own, 0, weights, 0, weights.length);
      }
    }

    @Override
    public Optional<Map<String, float[]>> state() {
      return Optional.of(weights());
    }

    @Override
    public void resume(Map<String, float[]> state, long stepsThen) {
      restore(state);
      steps = (int) stepsThen;
    }

    @Override
    public void export(Path directory, List<String> classNames) throws TrainingException {
      try {
        Files.createDirectories(directory);
        Files.write(directory.resolve("classes.txt"), classNames);
      } catch (IOException e) {
        throw new TrainingException("Cannot write " + directory, e);
      }
    }

    @Override
    public void exportWithExtractor(
        FeatureExtractor extractor, Path directory, List<String> classNames)
        throws TrainingException {
      export(directory, classNames);
    }

    @Override
    public void close() {
      open.decrementAndGet();
    }
  }
}
