// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.learn.conformance.ReferenceOps;
import org.patchwork.learn.conformance.ReferenceValue;

class FeatureScalingTest {

  @Test
  void centresChannelsAndGivesThemTheSpreadOnAverage() {
    int rows = 500;
    SplittableRandom random = new SplittableRandom(6);
    float[] values = new float[rows * 2];
    for (int row = 0; row < rows; row++) {
      values[2 * row] = (float) (100 + 40 * random.nextGaussian());
      values[2 * row + 1] = (float) (-3 + 2 * random.nextGaussian());
    }
    FeatureScaling scaling = FeatureScaling.of(FeatureMatrix.of(new int[] {2}, values));
    double[] scaled =
        ReferenceOps.value(scaling.apply(new ReferenceOps(), ReferenceValue.of(values, rows, 2)))
            .values();
    double[] sums = new double[2];
    double squares = 0;
    for (int i = 0; i < scaled.length; i++) {
      sums[i % 2] += scaled[i] / rows;
      squares += scaled[i] * scaled[i] / rows / 2;
    }
    assertArrayEquals(new double[2], sums, 1e-4);
    assertEquals(FeatureScaling.SPREAD, Math.sqrt(squares), 1e-4);
  }

  @Test
  void featureMapsHaveOneMeanPerChannel() {
    float[] map = {1, 10, 3, 30, 1, 10, 3, 30};
    FeatureScaling scaling = FeatureScaling.of(FeatureMatrix.of(new int[] {2, 2, 2}, map));
    assertArrayEquals(new float[] {2, 20}, scaling.mean(), 1e-6f);
  }

  @Test
  void rowsWithoutFeaturesAndConstantFeaturesDoNoHarm() {
    float[] values = {5, 5, Float.NaN, Float.NaN, 5, 5};
    FeatureScaling scaling = FeatureScaling.of(FeatureMatrix.of(new int[] {2}, values));
    assertEquals(new FeatureScaling(new float[] {5, 5}, 1), scaling);
  }
}
