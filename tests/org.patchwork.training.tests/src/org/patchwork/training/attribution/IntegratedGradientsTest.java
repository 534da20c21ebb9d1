// SPDX-License-Identifier: MIT
package org.patchwork.training.attribution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.patchwork.core.TrainingException;
import org.patchwork.image.ImagePatch;
import org.patchwork.learn.InputGradient;

/** The way from black to an image, with scores whose gradients can be worked by hand. */
class IntegratedGradientsTest {

  /** A score by its own formula. */
  private interface Score extends InputGradient {
    @Override
    default void close() {
      // holds nothing
    }
  }

  private static ImagePatch image(int height, int width, int channels, float... values) {
    return new ImagePatch(height, width, channels, values);
  }

  private static Attribution attribute(ImagePatch image, int steps, Score score)
      throws TrainingException {
    return IntegratedGradients.of(image, score, steps, new NullProgressMonitor());
  }

  @Test
  void theMeanIsThatOfTrapezoids() throws TrainingException {
    float[] given = {0, 1, 3, 2}; // the means of neighbours are .5, 2 and 2.5
    Score score =
        (images, count, values, gradients) -> System.arraycopy(given, 0, gradients, 0, count);
    Attribution attribution = attribute(image(1, 1, 1, 1), 4, score);
    assertEquals(5.0 / 3, attribution.map().at(0, 0, 0), 1e-6);
  }

  /** Gradients of 2·a − 3·b + 4 are 2 and −3 everywhere; the sizes of both channels add up. */
  @Test
  void aLinearScoreIsItsOwnWeights() throws TrainingException {
    float[] weights = {2, -3};
    ImagePatch image = image(1, 2, 2, 0.5f, 0.25f, 1, 0);
    Attribution attribution =
        attribute(
            image,
            7,
            (images, count, values, gradients) -> {
              for (int i = 0; i < count * 4; i++) {
                gradients[i] = weights[i % 2];
              }
              for (int i = 0; i < count; i++) {
                values[i] = 4;
                for (int j = 0; j < 4; j++) {
                  values[i] += weights[j % 2] * images[i * 4 + j];
                }
              }
            });
    assertArrayEquals(new float[] {2, -3, 2, -3}, attribution.gradients().values(), 1e-6f);
    assertArrayEquals(new float[] {5, 5}, attribution.map().values(), 1e-6f);
    assertEquals(4, attribution.blackScore(), 1e-6);
    assertEquals(4 + 3 - 0.75, attribution.score(), 1e-6);
    assertEquals(3 - 0.75, attribution.explained(), 1e-6);
  }

  /** Of x³ the trapezoids of n steps explain 1 + 1/(2·(n−1)²), so 1 as they become many. */
  @Test
  void moreStepsExplainMore() throws TrainingException {
    Score cube =
        (images, count, values, gradients) -> {
          for (int i = 0; i < count; i++) {
            values[i] = images[i] * images[i] * images[i];
            gradients[i] = 3 * images[i] * images[i];
          }
        };
    assertEquals(1 + 1 / 8.0, attribute(image(1, 1, 1, 1), 3, cube).explained(), 1e-6);
    assertEquals(1 + 1 / 4802.0, attribute(image(1, 1, 1, 1), 50, cube).explained(), 1e-6);
  }

  @Test
  void theWayBeginsBlackAndEndsAtTheImage() {
    float[] image = {1, 0.5f};
    float[] images = new float[12];
    for (int begin = 0; begin < 6; begin += 4) {
      int count = Math.min(4, 6 - begin);
      float[] part = IntegratedGradients.path(image, begin, count, 6);
      System.arraycopy(part, 0, images, begin * 2, part.length);
    }
    assertArrayEquals(
        new float[] {0, 0, 0.2f, 0.1f, 0.4f, 0.2f, 0.6f, 0.3f, 0.8f, 0.4f, 1, 0.5f}, images, 1e-6f);
  }

  @Test
  void aCancelEndsIt() {
    NullProgressMonitor monitor = new NullProgressMonitor();
    Score cancels = (images, count, values, gradients) -> monitor.setCanceled(true);
    assertThrows(
        OperationCanceledException.class,
        () -> IntegratedGradients.of(image(1, 1, 1, 1), cancels, 50, monitor));
  }

  @Test
  void linesEncloseWhatMatters() {
    int side = 32;
    float[] gradients = new float[side * side];
    for (int y = 8; y < 16; y++) {
      Arrays.fill(gradients, y * side + 8, y * side + 16, 1);
    }
    Attribution attribution =
        new Attribution(
            image(side, side, 1, new float[side * side]), image(side, side, 1, gradients), 1, 0);
    AttributionPicture picture = AttributionPicture.of(attribution);
    assertEquals(3, picture.panels().size());
    ImagePatch map = picture.panels().get(1);
    ImagePatch outline = picture.panels().getLast();
    assertEquals(320, outline.height());
    assertTrue(map.at(120, 120, 0) > 0.9, "bright inside");
    assertEquals(0, map.at(300, 300, 0), 1e-3);
    assertTrue(isColored(outline, 120, 0, 120), "a line to the left");
    assertTrue(isColored(outline, 120, 120, 320), "a line to the right");
    assertTrue(!isColored(outline, 300, 0, 320), "no line elsewhere");
  }

  private static boolean isColored(ImagePatch image, int y, int from, int to) {
    for (int x = from; x < to; x++) {
      if (image.at(y, x, 0) != image.at(y, x, 2)) {
        return true;
      }
    }
    return false;
  }
}
