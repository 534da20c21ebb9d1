// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.CompiledFunction;
import org.patchwork.learn.Engine;
import org.patchwork.learn.FeatureExtractor;
import org.patchwork.learn.ModelBuild;
import org.patchwork.learn.SavedModelCall;
import org.patchwork.learn.TrainableModel;
import org.patchwork.learn.conformance.ReferenceEngine;
import org.patchwork.learn.network.NetworkFunction;

/** An engine for tests: whatever the design, a class is as probable as its mean is near. */
final class CentroidEngine implements Engine {
  @Override
  public String version() {
    return "Centroids 1";
  }

  @Override
  public TrainableModel open(ModelBuild build) {
    int width = java.util.Arrays.stream(build.inputShape()).reduce(1, (a, b) -> a * b);
    return new Model(width, build.outputs());
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

  private static final class Model implements TrainableModel {
    private final int width;
    private final int classes;
    private final double[][] sums;
    private final int[] counts;

    Model(int width, int classes) {
      this.width = width;
      this.classes = classes;
      this.sums = new double[classes][width];
      this.counts = new int[classes];
    }

    @Override
    public long parameterCount() {
      return (long) width * classes;
    }

    @Override
    public double step(float[] inputs, float[] targets, int count, double learningRate) {
      for (int row = 0; row < count; row++) {
        for (int c = 0; c < classes; c++) {
          if (targets[row * classes + c] == 1) {
            counts[c]++;
            for (int i = 0; i < width; i++) {
              sums[c][i] += inputs[row * width + i];
            }
          }
        }
      }
      return 1.0 / (1 + counts[0]);
    }

    @Override
    public double loss(float[] inputs, float[] targets, int count) {
      return 1;
    }

    @Override
    public void predict(float[] inputs, int count, float[] probabilities) {
      for (int row = 0; row < count; row++) {
        for (int c = 0; c < classes; c++) {
          double distance = 0;
          for (int i = 0; i < width; i++) {
            double d = inputs[row * width + i] - sums[c][i] / Math.max(1, counts[c]);
            distance += d * d;
          }
          probabilities[row * classes + c] = (float) Math.exp(-distance);
        }
      }
    }

    @Override
    public Map<String, float[]> weights() {
      return Map.of();
    }

    @Override
    public void restore(Map<String, float[]> weights) {
      // has none
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
      // holds nothing
    }
  }
}
