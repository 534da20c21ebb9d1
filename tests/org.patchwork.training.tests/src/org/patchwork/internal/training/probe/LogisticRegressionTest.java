// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.random.RandomGenerator;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.patchwork.core.RandomStreams;

class LogisticRegressionTest {
  private static final int WIDTH = 7;

  private static float[][] points(int count) {
    RandomGenerator random = new RandomStreams(2).stream("points");
    float[][] points = new float[count][WIDTH];
    for (float[] point : points) {
      for (int j = 0; j < WIDTH; j++) {
        point[j] = (float) random.nextGaussian();
      }
    }
    return points;
  }

  private static boolean[] noisyLabels(float[][] points) {
    RandomGenerator random = new RandomStreams(3).stream("labels");
    boolean[] labels = new boolean[points.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = points[i][0] - points[i][1] + 0.5 + random.nextGaussian() > 0;
    }
    return labels;
  }

  /** At the minimum of a convex function every derivative is 0. */
  @Test
  void theGradientVanishesAtTheSolutionForAnyC() {
    float[][] points = points(200);
    boolean[] labels = noisyLabels(points);
    for (double c : new double[] {0.01, 1, 100}) {
      double[] w = LogisticRegression.fit(points, labels, c, () -> false).weights();
      for (int j = 0; j <= WIDTH; j++) {
        double derivative = w[j];
        for (int i = 0; i < points.length; i++) {
          double logit = w[WIDTH];
          for (int k = 0; k < WIDTH; k++) {
            logit += w[k] * points[i][k];
          }
          double p = 1 / (1 + Math.exp(-logit));
          derivative += c * (p - (labels[i] ? 1 : 0)) * (j < WIDTH ? points[i][j] : 1);
        }
        assertEquals(0, derivative, 2e-4 * 200 * c, "derivative " + j + " at C " + c);
      }
    }
  }

  /** One point of each kind at ±1: w minimises w²/2 + 2 C log(1 + e^−w), so w = 2 C / (1 + e^w). */
  @Test
  void agreesWithACaseWorkedByHand() {
    float[][] points = {{1}, {-1}};
    double[] w =
        LogisticRegression.fit(points, new boolean[] {true, false}, 1, () -> false).weights();
    assertEquals(0.6748315, w[0], 1e-3);
    assertEquals(0, w[1], 1e-6);
    assertEquals(w[0], 2 / (1 + Math.exp(w[0])), 1e-3);
  }

  @Test
  void separableDataAreToldApart() {
    float[][] points = points(1000);
    boolean[] labels = new boolean[points.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = points[i][2] > 0;
    }
    LogisticRegression model = LogisticRegression.fit(points, labels, 100, () -> false);
    int right = 0;
    for (int i = 0; i < labels.length; i++) {
      right += model.logit(points[i]) > 0 == labels[i] ? 1 : 0;
    }
    assertTrue(right > 990, right + " of 1000");
  }

  @Test
  void stopsWhenCancelled() {
    float[][] points = points(20);
    boolean[] labels = noisyLabels(points);
    assertThrows(
        OperationCanceledException.class,
        () -> LogisticRegression.fit(points, labels, 1, () -> true));
  }
}
