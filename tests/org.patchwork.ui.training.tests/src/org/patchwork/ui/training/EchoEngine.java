// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.CompiledFunction;
import org.patchwork.learn.Engine;
import org.patchwork.learn.FeatureExtractor;
import org.patchwork.learn.InputGradient;
import org.patchwork.learn.ModelBuild;
import org.patchwork.learn.SavedModelCall;
import org.patchwork.learn.TrainableModel;
import org.patchwork.learn.conformance.ReferenceEngine;
import org.patchwork.learn.encoder.EncoderBuild;
import org.patchwork.learn.encoder.EncoderModel;
import org.patchwork.learn.network.NetworkFunction;

/**
 * An engine without learning: it predicts the first features of an image as its probabilities, and
 * its loss falls as 1 / step. Can be held up in the middle of a run and made to fail.
 */
final class EchoEngine implements Engine {
  private static final long PATIENCE_SECONDS = 120;

  private final AtomicInteger steps = new AtomicInteger();
  private volatile CountDownLatch gate = new CountDownLatch(0); // open
  private volatile CountDownLatch begun = new CountDownLatch(1);

  /** What the next step fails with, or null. */
  volatile String failure;

  /** From now on steps wait, until they are {@linkplain #release released}. */
  void hold() {
    begun = new CountDownLatch(1);
    gate = new CountDownLatch(1);
  }

  void release() {
    gate.countDown();
  }

  /** True once a step is being done since they were held, or since the beginning. */
  boolean begun() {
    return begun.getCount() == 0;
  }

  /** Number of steps that were begun. */
  int steps() {
    return steps.get();
  }

  @Override
  public String version() {
    return "Echo 1";
  }

  @Override
  public TrainableModel open(ModelBuild build) {
    return new Model(build);
  }

  @Override
  public CompiledFunction compile(int[] inputShape, NetworkFunction function)
      throws TrainingException {
    return new ReferenceEngine().compile(inputShape, function);
  }

  @Override
  public CompiledFunction openSavedModel(Path directory, SavedModelCall call) {
    return new EchoEncoder.Colours(new int[] {8, 8, 3});
  }

  @Override
  public EncoderModel openEncoder(EncoderBuild build) {
    return new EchoEncoder(build, this::pass);
  }

  /** The score of an image is the sum of its left half, which alone has a gradient. */
  @Override
  public InputGradient openGradient(FeatureExtractor extractor, NetworkFunction score) {
    int row = extractor.input().width() * extractor.input().channels();
    int width = extractor.input().values();
    return new InputGradient() {
      @Override
      public void apply(float[] images, int count, float[] values, float[] gradients)
          throws TrainingException {
        pass();
        for (int i = 0; i < count; i++) {
          values[i] = 0;
          for (int j = 0; j < width; j++) {
            gradients[i * width + j] = j % row < row / 2 ? 1 : 0;
            values[i] += gradients[i * width + j] * images[i * width + j];
          }
        }
      }

      @Override
      public void close() {
        // holds nothing
      }
    };
  }

  /** Waits for the gate, or fails if that is what the test wants. */
  private void pass() throws TrainingException {
    steps.incrementAndGet();
    begun.countDown();
    try {
      if (!gate.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new TrainingException("The gate was never opened");
      }
    } catch (InterruptedException e) {
      throw new TrainingException("Interrupted", e);
    }
    if (failure != null) {
      throw new TrainingException(failure);
    }
  }

  private final class Model implements TrainableModel {
    private final ModelBuild build;
    private int steps;

    Model(ModelBuild build) {
      this.build = build;
    }

    @Override
    public long parameterCount() {
      return 1;
    }

    @Override
    public double step(float[] inputs, float[] targets, int count, double learningRate)
        throws TrainingException {
      pass();
      return 1.0 / ++steps;
    }

    @Override
    public double loss(float[] inputs, float[] targets, int count) {
      return 2.0 / Math.max(1, steps);
    }

    @Override
    public void predict(float[] inputs, int count, float[] probabilities) {
      int width = inputs.length / Math.max(1, count);
      int features = java.util.Arrays.stream(build.inputShape()).reduce(1, (a, b) -> a * b);
      for (int i = 0; i < count; i++) {
        for (int c = 0; c < build.outputs(); c++) {
          probabilities[i * build.outputs() + c] = inputs[i * Math.min(width, features) + c];
        }
      }
    }

    @Override
    public Map<String, float[]> weights() {
      return Map.of();
    }

    @Override
    public void restore(Map<String, float[]> weights) {
      // There are none.
    }

    @Override
    public void export(Path directory, List<String> classNames) throws TrainingException {
      try {
        Files.createDirectories(directory);
      } catch (java.io.IOException e) {
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
      // Nothing is held.
    }
  }
}
