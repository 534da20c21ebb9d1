// SPDX-License-Identifier: MIT
package org.patchwork.training.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;
import org.patchwork.training.graph.GraphParameters.Search;

class NeighbourGraphsTest {
  private static final int WIDTH = 19; // no multiple of what is multiplied at once

  @TempDir private Path folder;

  private static float[] points(int count, int width) {
    RandomGenerator random = new RandomStreams(count).stream("points");
    float[] values = new float[count * width];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private static FeatureMatrix matrix(float[] values, int width) {
    return FeatureMatrix.of(new int[] {width}, values);
  }

  private static NeighbourGraph build(FeatureMatrix features, int neighbours, Search search)
      throws TrainingException {
    return new NeighbourGraphs()
        .build(features, "set", "hash", new GraphParameters(neighbours, search), null);
  }

  private static double cosine(float[] values, int width, int a, int b) {
    double product = 0;
    double first = 0;
    double second = 0;
    for (int j = 0; j < width; j++) {
      double x = values[a * width + j];
      double y = values[b * width + j];
      product += x * y;
      first += x * x;
      second += y * y;
    }
    return product / Math.sqrt(first * second);
  }

  @Test
  void findsTheNeighboursThatSortingAllPairsFinds() throws TrainingException {
    int count = 700; // several blocks, the last one short
    float[] values = points(count, WIDTH);
    NeighbourGraph graph = build(matrix(values, WIDTH), 7, Search.EXACT);
    for (int row = 0; row < count; row += 13) {
      int me = row;
      int[] expected =
          IntStream.range(0, count)
              .filter(other -> other != me)
              .boxed()
              .sorted(Comparator.comparingDouble(other -> -cosine(values, WIDTH, me, other)))
              .limit(7)
              .mapToInt(Integer::intValue)
              .toArray();
      assertArrayEquals(expected, graph.neighbours(row));
      assertEquals(cosine(values, WIDTH, row, expected[0]), graph.similarity(row, 0), 1e-6);
    }
    assertEquals(1, graph.info().recall());
    assertTrue(graph.info().text().contains("700 images, 7 neighbours each, exact"));
  }

  /** T28: with duplicates the first neighbour is not the image itself. */
  @Test
  void anImageIsNeverItsOwnNeighbour() throws TrainingException {
    float[] values = new float[600 * 4];
    Arrays.fill(values, 1);
    NeighbourGraph graph = build(matrix(values, 4), 5, Search.EXACT);
    assertArrayEquals(new int[] {1, 2, 3, 4, 5}, graph.neighbours(0));
    assertArrayEquals(new int[] {0, 1, 2, 3, 4}, graph.neighbours(599));
    assertEquals(1, graph.similarity(599, 0), 1e-6);
  }

  @Test
  void imagesWithoutFeaturesHaveNoNeighboursAndAreNobodys() throws TrainingException {
    float[] values = points(20, 4);
    values[5 * 4 + 2] = Float.NaN;
    NeighbourGraph graph = build(matrix(values, 4), 25, Search.EXACT);
    assertEquals(0, graph.degree(5));
    assertEquals(18, graph.degree(0), "fewer images than neighbours asked for");
    assertEquals(19, graph.info().vertices());
    for (int row = 0; row < 20; row++) {
      assertFalse(Arrays.stream(graph.neighbours(row)).anyMatch(other -> other == 5));
    }
  }

  @Test
  void featureMapsAreAveragedOverTheirPlaces() throws TrainingException {
    float[] maps = points(50, 2 * 3 * 4);
    float[] means = new float[50 * 4];
    for (int i = 0; i < maps.length; i++) {
      means[i / 24 * 4 + i % 4] += maps[i] / 6;
    }
    NeighbourGraph ofMaps = build(FeatureMatrix.of(new int[] {2, 3, 4}, maps), 3, Search.EXACT);
    NeighbourGraph ofMeans = build(matrix(means, 4), 3, Search.EXACT);
    for (int row = 0; row < 50; row++) {
      assertArrayEquals(ofMeans.neighbours(row), ofMaps.neighbours(row));
    }
  }

  @Test
  void theApproximateSearchSaysHowMuchItFound() throws TrainingException {
    float[] values = points(1000, WIDTH);
    NeighbourGraph graph = build(matrix(values, WIDTH), 10, Search.APPROXIMATE);
    NeighbourGraph exact = build(matrix(values, WIDTH), 10, Search.EXACT);
    int same = 0;
    for (int row = 0; row < 1000; row++) {
      for (int other : graph.neighbours(row)) {
        same += Arrays.stream(exact.neighbours(row)).anyMatch(o -> o == other) ? 1 : 0;
      }
    }
    assertTrue(graph.info().recall() > 0.9, graph.info().text());
    assertEquals(same / 10000.0, graph.info().recall(), 0.03);
    assertEquals(200, graph.info().recallRows());
    NeighbourGraph again = build(matrix(values, WIDTH), 10, Search.APPROXIMATE);
    for (int row = 0; row < 1000; row++) {
      assertArrayEquals(graph.neighbours(row), again.neighbours(row));
    }
  }

  @Test
  void isKeptOnDiskAndReusedForFewerNeighbours() throws TrainingException, IOException {
    FeatureMatrix features = matrix(points(300, WIDTH), WIDTH);
    NeighbourGraphs graphs = new NeighbourGraphs();
    GraphParameters ten = new GraphParameters();
    NeighbourGraphs.Result first = graphs.obtain(features, "set", "hash", ten, folder, null);
    assertFalse(first.reused());
    NeighbourGraphs.Result second = graphs.obtain(features, "set", "hash", ten, folder, null);
    assertTrue(second.reused());
    NeighbourGraphs.Result fewer =
        graphs.obtain(features, "set", "hash", new GraphParameters(3, Search.EXACT), folder, null);
    assertTrue(fewer.reused());
    assertEquals(3, fewer.graph().width());
    for (int row = 0; row < 300; row++) {
      assertArrayEquals(first.graph().neighbours(row), second.graph().neighbours(row));
      assertArrayEquals(
          Arrays.copyOf(first.graph().neighbours(row), 3), fewer.graph().neighbours(row));
      assertEquals(first.graph().similarity(row, 2), fewer.graph().similarity(row, 2));
    }
    byte[] array = Files.readAllBytes(folder.resolve("neighbours.npy"));
    assertEquals(128 + 300 * 10 * 4, array.length);
    assertTrue(new String(array, 10, 80).startsWith("{'descr': '<i4'"), "NumPy can read it");
  }

  @Test
  void isMadeAgainForOtherFeaturesMoreNeighboursOrIfDamaged() throws Exception {
    FeatureMatrix features = matrix(points(100, WIDTH), WIDTH);
    NeighbourGraphs graphs = new NeighbourGraphs();
    GraphParameters ten = new GraphParameters();
    graphs.obtain(features, "set", "hash", ten, folder, null);
    assertFalse(graphs.obtain(features, "set", "other", ten, folder, null).reused());
    GraphParameters more = new GraphParameters(11, Search.AUTO);
    assertFalse(graphs.obtain(features, "set", "other", more, folder, null).reused());
    Files.write(folder.resolve("similarities.npy"), new byte[5]);
    assertFalse(graphs.obtain(features, "set", "other", ten, folder, null).reused());
    assertTrue(graphs.obtain(features, "set", "other", ten, folder, null).reused());
  }

  @Test
  void saysWhatIsMissing() {
    FeatureMatrix one = matrix(new float[] {1, 2, Float.NaN, 2}, 2);
    TrainingException e = assertThrows(TrainingException.class, () -> build(one, 5, Search.EXACT));
    assertTrue(e.getMessage().contains("at least two images"), e.getMessage());
  }

  @Test
  void stopsWhenCancelledAndKeepsTheOldGraph() throws TrainingException {
    NeighbourGraphs graphs = new NeighbourGraphs();
    FeatureMatrix features = matrix(points(2000, WIDTH), WIDTH);
    graphs.obtain(features, "set", "hash", new GraphParameters(), folder, null);
    NullProgressMonitor monitor = new NullProgressMonitor();
    monitor.setCanceled(true);
    for (Search search : Search.values()) {
      GraphParameters more = new GraphParameters(12, search);
      assertThrows(
          OperationCanceledException.class,
          () -> graphs.obtain(features, "set", "hash", more, folder, monitor));
    }
    assertTrue(
        graphs.obtain(features, "set", "hash", new GraphParameters(), folder, null).reused());
  }
}
