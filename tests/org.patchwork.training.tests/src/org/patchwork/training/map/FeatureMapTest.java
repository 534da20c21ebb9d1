// SPDX-License-Identifier: MIT
package org.patchwork.training.map;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;
import org.patchwork.training.map.MapParameters.Images;

class FeatureMapTest {
  private static final int ROWS = 90;
  private static final int WIDTH = 6;

  /** Three groups of thirty; row 7 has no features. */
  private static float[] features() {
    RandomGenerator random = new RandomStreams(5).stream("points");
    float[] values = new float[ROWS * WIDTH];
    for (int i = 0; i < values.length; i++) {
      boolean axis = i % WIDTH == i / WIDTH / 30;
      values[i] = (axis ? 3 : 0) + 0.3f * (float) random.nextGaussian();
    }
    values[7 * WIDTH] = Float.NaN;
    return values;
  }

  private static LabelTable table() {
    return LabelTable.empty()
        .withRows(
            IntStream.range(0, ROWS).mapToObj(row -> row + ".png").toList(),
            Collections.nCopies(ROWS, ""))
        .withClasses(List.of("a"));
  }

  private static FeatureMap map(float[] features, LabelTable labels, MapParameters parameters)
      throws PatchworkException {
    FeatureMatrix matrix = FeatureMatrix.of(new int[] {WIDTH}, features);
    return new FeatureMapService().compute(matrix, "set", labels, parameters, null);
  }

  private static MapParameters all(int most) {
    return new MapParameters(Images.ALL, most, 10, 1000, 0);
  }

  @Test
  void putsSimilarImagesNearEachOther() throws PatchworkException {
    FeatureMap map = map(features(), table(), all(1000));
    assertEquals(ROWS - 1, map.size(), "an image without features has no place");
    int right = 0;
    for (int i = 0; i < map.size(); i++) {
      int nearest = -1;
      for (int j = 0; j < map.size(); j++) {
        if (j != i && (nearest < 0 || distance(map, i, j) < distance(map, i, nearest))) {
          nearest = j;
        }
      }
      right += map.rows()[i] / 30 == map.rows()[nearest] / 30 ? 1 : 0;
    }
    assertTrue(right > 85, right + " of 89 lie beside one of their group");
  }

  private static double distance(FeatureMap map, int i, int j) {
    return Math.hypot(map.x()[i] - map.x()[j], map.y()[i] - map.y()[j]);
  }

  @Test
  void theSameSeedGivesTheSameMapAndLimitsTheImages() throws PatchworkException {
    FeatureMap first = map(features(), table(), all(40));
    FeatureMap second = map(features(), table(), all(40));
    assertArrayEquals(first.rows(), second.rows());
    assertArrayEquals(first.x(), second.x());
    assertTrue(first.size() <= 40 && first.candidates() == ROWS);
    assertFalse(
        Arrays.equals(
            first.rows(),
            map(features(), table(), new MapParameters(Images.ALL, 40, 10, 300, 1)).rows()));
  }

  @Test
  void showsOnlyTheImagesAskedFor() throws PatchworkException {
    int[] held = {1, 2, 3, 4, 5, 6, 8};
    byte[] ones = new byte[held.length];
    Arrays.fill(ones, (byte) 1);
    LabelTable labels =
        table()
            .withValidation(held, ones)
            .withExcluded(new int[] {8}, new byte[] {1})
            .withLabels(0, new int[] {1, 2, 60, 61, 62}, new byte[] {1, 0, 1, 0, 1});
    MapParameters validation = new MapParameters(Images.VALIDATION, 100, 30, 300, 0);
    assertArrayEquals(new int[] {1, 2, 3, 4, 5, 6}, map(features(), labels, validation).rows());
    MapParameters labeled = new MapParameters(Images.LABELED, 100, 30, 300, 0);
    assertArrayEquals(new int[] {1, 2, 60, 61, 62}, map(features(), labels, labeled).rows());
  }

  @Test
  void saysWhatToDoWhereNothingCanBeLaidOut() {
    TrainingException few =
        assertThrows(TrainingException.class, () -> map(features(), table(), new MapParameters()));
    assertTrue(few.getMessage().contains("hold more images out"), few.getMessage());
    float[] equal = new float[ROWS * WIDTH];
    Arrays.fill(equal, 1);
    TrainingException same =
        assertThrows(TrainingException.class, () -> map(equal, table(), all(100)));
    assertTrue(same.getMessage().contains("do not differ"), same.getMessage());
  }

  @Test
  void stopsWhenCancelled() {
    NullProgressMonitor monitor = new NullProgressMonitor();
    monitor.setCanceled(true);
    FeatureMatrix matrix = FeatureMatrix.of(new int[] {WIDTH}, features());
    FeatureMapService service = new FeatureMapService();
    assertThrows(
        OperationCanceledException.class,
        () -> service.compute(matrix, "set", table(), all(100), monitor));
  }

  /** Sizes as a reference in double precision gives them. */
  @Test
  void sizeGrowsWithTheCrossEntropyInBits() {
    double[][] cases = {
      {1, 0.9, 0.151987063589},
      {0, 0.9, 3.3217838326},
      {1, 0, 16.6096404744},
      {0, 0.25, 0.415018263473}
    };
    for (double[] expected : cases) {
      assertEquals(expected[2], PointMark.bits((byte) expected[0], expected[1]), 1e-9);
      PointMark mark = PointMark.of((byte) expected[0], (float) expected[1]);
      assertEquals(4 * (1 + expected[2]), mark.size(), 1e-5);
    }
  }

  /** T38: an unknown label is no error and has the smallest size. */
  @Test
  void unknownLabelsAndMissingProbabilitiesAreNoErrors() {
    PredictionTable predictions =
        new PredictionTable(List.of("a"), new float[][] {{0.9f, 0.9f, 0.2f, Float.NaN}}, "", false);
    LabelTable labels = table().withLabels(0, new int[] {1, 2, 3}, new byte[] {0, 1, 1});
    PointMark unknown = PointMark.of(labels, predictions, "a", 0);
    assertFalse(unknown.wrong());
    assertEquals(4, unknown.size());
    assertTrue(PointMark.of(labels, predictions, "a", 1).wrong());
    assertTrue(PointMark.of(labels, predictions, "a", 2).wrong());
    assertEquals(4, PointMark.of(labels, predictions, "a", 3).size());
    assertEquals(4, PointMark.of(labels, null, "a", 2).size());
    assertEquals(LabelTable.UNKNOWN, PointMark.of(labels, predictions, "gone", 2).label());
  }
}
