// SPDX-License-Identifier: MIT
package org.patchwork.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.CompiledFunction;
import org.patchwork.learn.Engine;
import org.patchwork.learn.ModelBuild;
import org.patchwork.learn.SavedModelCall;
import org.patchwork.learn.TrainableModel;
import org.patchwork.learn.encoder.EncoderBatch;
import org.patchwork.learn.encoder.EncoderBuild;
import org.patchwork.learn.encoder.EncoderModel;
import org.patchwork.learn.encoder.EncoderStep;
import org.patchwork.learn.network.NetworkFunction;

/**
 * An engine whose encoder has one feature, the number of steps it has learned; what it exports is
 * that number in a file.
 */
final class CountingEngine implements Engine {
  static final String GRAPH = "saved_model.pb";

  @Override
  public String version() {
    return "Counting 1";
  }

  @Override
  public EncoderModel openEncoder(EncoderBuild build) {
    return new Counter();
  }

  @Override
  public TrainableModel open(ModelBuild build) {
    throw new UnsupportedOperationException("heads");
  }

  @Override
  public CompiledFunction compile(int[] inputShape, NetworkFunction function) {
    throw new UnsupportedOperationException("functions");
  }

  @Override
  public CompiledFunction openSavedModel(Path directory, SavedModelCall call)
      throws TrainingException {
    try {
      return new Constant(Float.parseFloat(Files.readString(directory.resolve(GRAPH))));
    } catch (IOException e) {
      throw new TrainingException(e.getMessage(), e);
    }
  }

  private record Constant(float value) implements CompiledFunction {
    @Override
    public int[] inputShape() {
      return new int[] {2, 2, 3};
    }

    @Override
    public int[] outputShape() {
      return new int[] {1};
    }

    @Override
    public void apply(float[] inputs, int count, float[] outputs) {
      java.util.Arrays.fill(outputs, 0, count, value);
    }

    @Override
    public void close() {
      // nothing is held
    }
  }

  private static final class Counter implements EncoderModel {
    private long steps;

    @Override
    public long parameterCount() {
      return 1;
    }

    @Override
    public int[] featureShape() {
      return new int[] {1, 1, 1};
    }

    @Override
    public List<String> measures() {
      return List.of("loss");
    }

    @Override
    public Map<String, int[]> inputs() {
      return Map.of();
    }

    @Override
    public double[] step(EncoderBatch batch, EncoderStep how) {
      steps++;
      return new double[] {1.0 / steps};
    }

    @Override
    public void rehearse(EncoderBatch batch) {
      // nothing is remembered
    }

    @Override
    public Map<String, float[]> outputs(EncoderBatch batch) {
      return Map.of();
    }

    @Override
    public void set(Map<String, float[]> values) {
      // there is nothing to set
    }

    @Override
    public void encode(float[] images, int count, float[] features) {
      java.util.Arrays.fill(features, 0, count, steps);
    }

    @Override
    public long steps() {
      return steps;
    }

    @Override
    public Map<String, float[]> state() {
      return Map.of();
    }

    @Override
    public void restore(Map<String, float[]> state, long stepsThen) {
      steps = stepsThen;
    }

    @Override
    public void export(Path directory, double range) throws TrainingException {
      try {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve(GRAPH), Long.toString(steps));
      } catch (IOException e) {
        throw new TrainingException(e.getMessage(), e);
      }
    }

    @Override
    public void close() {
      // nothing is held
    }
  }
}
