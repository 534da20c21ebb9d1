// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;
import org.patchwork.training.graph.GraphInfo;
import org.patchwork.training.graph.GraphParameters;

/** What happens where memory is short. */
class GraphSearchTest {
  private static final int ROWS = 500;
  private static final int WIDTH = 64;

  /** Points near a space of ten dimensions, in a space of sixty-four. */
  private static FeatureMatrix features() {
    RandomGenerator random = new RandomStreams(3).stream("points");
    float[][] axes = new float[10][WIDTH];
    for (float[] axis : axes) {
      for (int j = 0; j < WIDTH; j++) {
        axis[j] = (float) random.nextGaussian();
      }
    }
    float[] values = new float[ROWS * WIDTH];
    for (int row = 0; row < ROWS; row++) {
      for (float[] axis : axes) {
        float factor = (float) random.nextGaussian();
        for (int j = 0; j < WIDTH; j++) {
          values[row * WIDTH + j] += factor * axis[j];
        }
      }
      for (int j = 0; j < WIDTH; j++) {
        values[row * WIDTH + j] += 0.01f * (float) random.nextGaussian();
      }
    }
    return FeatureMatrix.of(new int[] {WIDTH}, values);
  }

  private static GraphInfo search(long memory) throws TrainingException {
    GraphParameters parameters = new GraphParameters();
    return new GraphSearch(features(), parameters, () -> 0, memory).run("", "", null).info();
  }

  @Test
  void comparesFewerDimensionsWhereMemoryIsShortAndSaysWhatThatCosts() throws TrainingException {
    GraphInfo whole = search(ROWS * WIDTH);
    assertEquals(WIDTH, whole.dimensions());
    assertEquals(0, whole.recallRows());
    GraphInfo fewer = search(ROWS * 20);
    assertEquals(20, fewer.dimensions());
    assertTrue(fewer.exact());
    assertEquals(200, fewer.recallRows());
    assertTrue(fewer.recall() > 0.97, fewer.text());
    assertTrue(fewer.text().contains("all pairs in 20 dimensions"), fewer.text());
  }

  @Test
  void saysHowMuchMemoryItTakesWhereThereIsTooLittle() {
    TrainingException e = assertThrows(TrainingException.class, () -> search(ROWS * 4));
    assertTrue(e.getMessage().contains("-Xmx"), e.getMessage());
  }
}
