// SPDX-License-Identifier: MIT
package org.patchwork.pretraining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
 * An engine whose encoder is the mean colour, and whose only weight adds up everything it sees: two
 * runs end with the same weight only if they saw the same images in the same order.
 */
final class PlainEngine implements Engine {
  /** The further input of each step, where there is one. */
  final List<float[]> seen = new ArrayList<>();

  /** The goal of each step. */
  final List<Integer> goals = new ArrayList<>();

  @Override
  public String version() {
    return "Plain 1";
  }

  @Override
  public EncoderModel openEncoder(EncoderBuild build) {
    return new Colours(build);
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
  public CompiledFunction openSavedModel(Path directory, SavedModelCall call) {
    throw new UnsupportedOperationException("SavedModels");
  }

  private final class Colours implements EncoderModel {
    private final EncoderBuild build;
    private float weight = 1;
    private long steps;

    Colours(EncoderBuild build) {
      this.build = build;
    }

    @Override
    public long parameterCount() {
      return 1;
    }

    @Override
    public int[] featureShape() {
      return new int[] {1, 1, 3};
    }

    @Override
    public List<String> measures() {
      return List.of("loss");
    }

    @Override
    public Map<String, int[]> inputs() {
      return build.views().size() > 2 ? Map.of("row", new int[0]) : Map.of();
    }

    @Override
    public double[] step(EncoderBatch batch, EncoderStep how) {
      for (float[] view : batch.views()) {
        for (float value : view) {
          weight = 0.999f * weight + (float) how.learningRate() * value;
        }
      }
      batch.inputs().forEach((name, rows) -> seen.add(rows.clone()));
      goals.add(how.goal());
      steps++;
      return new double[] {weight};
    }

    @Override
    public void rehearse(EncoderBatch batch) {
      weight += batch.views()[0][0];
    }

    @Override
    public Map<String, float[]> outputs(EncoderBatch batch) {
      float[] first = new float[build.batchSize()];
      for (int i = 0; i < first.length; i++) {
        first[i] = batch.views()[0][i * build.width()];
      }
      return Map.of("first value", first);
    }

    @Override
    public void encode(float[] images, int count, float[] features) {
      int width = build.width();
      for (int i = 0; i < count; i++) {
        for (int c = 0; c < 3; c++) {
          float sum = 0;
          for (int j = c; j < width; j += 3) {
            sum += images[i * width + j];
          }
          features[3 * i + c] = 3 * sum / width;
        }
      }
    }

    @Override
    public long steps() {
      return steps;
    }

    @Override
    public Map<String, float[]> state() {
      return Map.of("weight", new float[] {weight});
    }

    @Override
    public void restore(Map<String, float[]> state, long stepsThen) {
      weight = state.get("weight")[0];
      steps = stepsThen;
    }

    @Override
    public void set(Map<String, float[]> values) {
      weight = values.get("weight")[0];
    }

    @Override
    public void export(Path directory, double range) throws TrainingException {
      try {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("weight.txt"), Float.toString(weight));
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
