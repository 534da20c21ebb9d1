// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.CompiledFunction;
import org.patchwork.learn.encoder.EncoderBatch;
import org.patchwork.learn.encoder.EncoderBuild;
import org.patchwork.learn.encoder.EncoderModel;
import org.patchwork.learn.encoder.EncoderStep;

/**
 * An encoder that learns nothing: its features are the mean colours of an image, and its loss falls
 * as 1 / step.
 */
final class EchoEncoder implements EncoderModel {
  private static final int COLOURS = 3;

  /** What happens in a step. */
  @FunctionalInterface
  interface Step {
    void pass() throws TrainingException;
  }

  private final EncoderBuild build;
  private final Step step;
  private long steps;

  EchoEncoder(EncoderBuild build, Step step) {
    this.build = build;
    this.step = step;
  }

  @Override
  public long parameterCount() {
    return 1;
  }

  @Override
  public int[] featureShape() {
    return new int[] {1, 1, COLOURS};
  }

  @Override
  public List<String> measures() {
    return List.of("loss", "output_std");
  }

  @Override
  public Map<String, int[]> inputs() {
    return Map.of();
  }

  @Override
  public double[] step(EncoderBatch batch, EncoderStep how) throws TrainingException {
    step.pass();
    return new double[] {1.0 / ++steps, 0.5};
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
    colours(images, count, build.width(), features);
  }

  private static void colours(float[] images, int count, int width, float[] features) {
    for (int i = 0; i < count; i++) {
      for (int c = 0; c < COLOURS; c++) {
        float sum = 0;
        for (int j = c; j < width; j += COLOURS) {
          sum += images[i * width + j];
        }
        features[COLOURS * i + c] = COLOURS * sum / width;
      }
    }
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
      Files.writeString(directory.resolve("saved_model.pb"), Long.toString(steps));
    } catch (IOException e) {
      throw new TrainingException(e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    // nothing is held
  }

  /** The encoder as it is exported. */
  record Colours(int[] inputShape) implements CompiledFunction {
    @Override
    public int[] outputShape() {
      return new int[] {COLOURS};
    }

    @Override
    public void apply(float[] inputs, int count, float[] outputs) {
      colours(inputs, count, inputShape[0] * inputShape[1] * inputShape[2], outputs);
    }

    @Override
    public void close() {
      // nothing is held
    }
  }
}
