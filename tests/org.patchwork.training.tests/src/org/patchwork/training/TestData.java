// SPDX-License-Identifier: MIT
package org.patchwork.training;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ParameterSchema;
import org.patchwork.core.RandomStreams;
import org.patchwork.learn.ModelDesignSpec;
import org.patchwork.learn.TrainingParameters;
import org.patchwork.learn.TrainingSpec;

/**
 * Two classes that two features tell apart: class a where the first is positive, b where the second
 * is.
 */
public final class TestData {
  static final ModelDesignSpec DESIGN = new ModelDesignSpec("none", Map.of(), "linear", Map.of());
  static final int WIDTH = 2;

  private TestData() {}

  public static TrainingSpec spec(Map<String, Object> parameters) {
    return new TrainingSpec("test", DESIGN, parameters(parameters));
  }

  /** A design that is trained without an engine. */
  public static TrainingSpec direct(Map<String, Object> parameters) {
    ModelDesignSpec design = new ModelDesignSpec("none", Map.of(), "direct", Map.of());
    return new TrainingSpec("test", design, parameters(parameters));
  }

  static TrainingParameters parameters(Map<String, Object> parameters) {
    return ParameterSchema.of(TrainingParameters.class).create(parameters);
  }

  /** All rows labelled, the last fifth held out. */
  public static TrainingData labeled(int rows) {
    float[] features = features(rows);
    LabelTable labels = table(rows);
    int[] all = IntStream.range(0, rows).toArray();
    for (int c = 0; c < WIDTH; c++) {
      byte[] values = new byte[rows];
      for (int row = 0; row < rows; row++) {
        values[row] = features[row * WIDTH + c] > 0 ? LabelTable.PRESENT : LabelTable.ABSENT;
      }
      labels = labels.withLabels(c, all, values);
    }
    int[] held = IntStream.range(rows - rows / 5, rows).toArray();
    byte[] ones = new byte[held.length];
    java.util.Arrays.fill(ones, (byte) 1);
    return data(labels.withValidation(held, ones), features);
  }

  static TrainingData data(LabelTable labels, float[] features) {
    FeatureMatrix matrix = FeatureMatrix.of(new int[] {WIDTH}, features);
    return new TrainingData(labels, matrix, List.of("cat", "dog"), false, null);
  }

  static LabelTable table(int rows) {
    return LabelTable.empty()
        .withClasses(List.of("a", "b"))
        .withRows(
            IntStream.range(0, rows).mapToObj(row -> row + ".png").toList(),
            IntStream.range(0, rows).mapToObj(row -> "image " + row / 10).toList());
  }

  static float[] features(int rows) {
    RandomGenerator random = new RandomStreams(7).stream("features");
    float[] features = new float[rows * WIDTH];
    for (int i = 0; i < features.length; i++) {
      features[i] = (float) random.nextGaussian();
    }
    return features;
  }
}
