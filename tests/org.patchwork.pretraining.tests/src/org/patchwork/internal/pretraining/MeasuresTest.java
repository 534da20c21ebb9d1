// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.LabelTable;
import org.patchwork.learn.Checkpoint;
import org.patchwork.pretraining.ProbeSplit;

/** What is measured of features, by the numbers of the specification and by hand. */
class MeasuresTest {
  private static final float[][] FIRST = {
    {-0.003218f, -0.652389f, -0.757768f, 0.012871f},
    {-0.166274f, 0.237456f, 0.739537f, 0.607497f},
    {-0.65667f, 0.463664f, 0.594729f, -0.009875f}
  };
  private static final float[][] SECOND = {
    {0.012463f, -0.761012f, -0.593354f, -0.261985f},
    {-0.089325f, 0.938489f, 0.31242f, 0.11685f},
    {-0.545667f, 0.380682f, 0.739892f, -0.099447f}
  };

  @Test
  void alignmentAndUniformityAreThoseOfTheSpecification() {
    Geometry geometry = new Geometry(FIRST, SECOND);
    assertEquals(0.361152526032, geometry.alignment(), 1e-5);
    assertEquals(-2.47822223011, geometry.uniformity(), 1e-5);
    assertEquals(-0.951600752526, geometry.uniformityUnsquared(), 1e-3); // √ of rounding near 0
  }

  @Test
  void aCollapseShowsInSpreadAndRank() {
    float[][] same = {{1, 2, 3}, {1, 2, 3}, {1, 2, 3}};
    assertEquals(0, new Geometry(same, same).spread(), 1e-4);
    assertEquals(0, new Geometry(same, same).rank());
    float[][] line = {{1, 0, 0}, {2, 0, 0}, {4, 0, 0}};
    assertEquals(1, new Geometry(line, line).rank(), 1e-9);
    float[][] cross = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}};
    assertEquals(2, new Geometry(cross, cross).rank(), 1e-9);
    assertEquals(1, new Geometry(cross, cross).spread(), 1e-6);
  }

  private static LabelTable labels(int... classes) {
    int rows = classes.length;
    List<String> paths = IntStream.range(0, rows).mapToObj(i -> i + ".png").toList();
    List<String> subsets = IntStream.range(0, rows).mapToObj(i -> "").toList();
    LabelTable table =
        LabelTable.empty().withClasses(List.of("a", "b", "c")).withRows(paths, subsets);
    for (int c = 0; c < 3; c++) {
      byte[] column = new byte[rows];
      for (int i = 0; i < rows; i++) {
        column[i] =
            classes[i] < 0
                ? LabelTable.UNKNOWN
                : classes[i] == c ? LabelTable.PRESENT : LabelTable.ABSENT;
      }
      table = table.withLabels(c, IntStream.range(0, rows).toArray(), column);
    }
    return table;
  }

  @Test
  void everyThirdLabelledImageTests() {
    LabelTable table = labels(0, 1, 0, 1, 0, 1, 0);
    int[] all = IntStream.range(0, 7).toArray();
    ProbeRows rows = ProbeRows.of(table, all, 100, ProbeSplit.EVERY_THIRD, new SplittableRandom(1));
    assertArrayEquals(new int[] {0, 3, 6}, rows.test());
    assertArrayEquals(new int[] {1, 2, 4, 5}, rows.training());
    assertArrayEquals(new int[] {0, 1, 0}, rows.testClasses());
    assertFalse(rows.usable(), "seven images are too few");
  }

  @Test
  void aThirdOfEachClassTests() {
    int[] classes = IntStream.range(0, 30).map(i -> i % 10 == 0 ? -1 : i % 2).toArray();
    int[] all = IntStream.range(0, 30).toArray();
    ProbeRows rows =
        ProbeRows.of(labels(classes), all, 100, ProbeSplit.STRATIFIED, new SplittableRandom(1));
    assertTrue(rows.usable());
    assertEquals(27, rows.training().length + rows.test().length, "three have no label");
    for (int c = 0; c < 2; c++) {
      int wanted = c;
      long all27 = IntStream.range(0, 30).filter(i -> classes[i] == wanted).count();
      long tests = IntStream.of(rows.testClasses()).filter(k -> k == wanted).count();
      assertEquals(all27 / 3, tests);
    }
  }

  @Test
  void probesLearnWhatALineDivides() {
    SplittableRandom random = new SplittableRandom(5);
    float[][] points = new float[90][];
    int[] classes = new int[points.length];
    for (int i = 0; i < points.length; i++) {
      classes[i] = i % 3;
      double angle = 2 * Math.PI * classes[i] / 3;
      points[i] =
          new float[] {
            (float) (Math.cos(angle) + random.nextDouble(-.3, .3)),
            (float) (Math.sin(angle) + random.nextDouble(-.3, .3)),
            7
          };
    }
    LinearProbe probe = LinearProbe.fit(points, classes, 3, () -> false);
    assertEquals(1, probe.accuracy(points, classes));
    assertEquals(1, NeighbourVote.accuracy(points, classes, points, classes, 3));
    int[] wrong = IntStream.of(classes).map(c -> (c + 1) % 3).toArray();
    assertEquals(0, probe.accuracy(points, wrong));
  }

  @Test
  void productsAndSumsOfPointsCrossTheBordersOfBlocks() {
    SplittableRandom random = new SplittableRandom(3);
    int count = 601;
    int width = 259;
    float[][] points = new float[count][width];
    for (float[] point : points) {
      for (int j = 0; j < width; j++) {
        point[j] = (float) random.nextDouble(-1, 1);
      }
    }
    float[] weights = new float[3 * width];
    for (int j = 0; j < weights.length; j++) {
      weights[j] = (float) random.nextDouble(-1, 1);
    }
    PointBlocks blocks = new PointBlocks(points);
    assertEquals(3, blocks.blocks());
    assertEquals(89, blocks.pointsIn(2));
    for (int block = 0; block < 3; block++) {
      float[][] products = blocks.times(weights, block);
      float[] factors = new float[2 * 256];
      double[] expected = new double[2 * width];
      for (int i = 0; i < blocks.pointsIn(block); i++) {
        float[] point = points[blocks.first(block) + i];
        for (int row = 0; row < 3; row++) {
          double product = 0;
          for (int j = 0; j < width; j++) {
            product += (double) weights[row * width + j] * point[j];
          }
          assertEquals(product, products[row][i], 1e-4);
        }
        for (int row = 0; row < 2; row++) {
          factors[row * 256 + i] = (float) random.nextDouble(-1, 1);
          for (int j = 0; j < width; j++) {
            expected[row * width + j] += (double) factors[row * 256 + i] * point[j];
          }
        }
      }
      float[] sums = blocks.sums(factors, block);
      for (int j = 0; j < sums.length; j++) {
        assertEquals(expected[j], sums[j], 1e-4);
      }
    }
  }

  @Test
  void aProbeOfManyPointsFindsTheBoundaryAndIsTheSameAgain() {
    SplittableRandom random = new SplittableRandom(4);
    float[][] points = new float[900][40];
    int[] classes = new int[points.length];
    for (int i = 0; i < points.length; i++) {
      double sum = 0;
      for (int j = 0; j < 40; j++) {
        points[i][j] = (float) (100 + 3 * random.nextDouble(-1, 1));
        sum += (j % 2 == 0 ? 1 : -1) * points[i][j];
      }
      classes[i] = sum > 0 ? 1 : 0;
    }
    float[][] training = Arrays.copyOf(points, 600);
    float[][] test = Arrays.copyOfRange(points, 600, 900);
    LinearProbe probe = LinearProbe.fit(training, Arrays.copyOf(classes, 600), 2, () -> false);
    int[] predicted = probe.predict(test);
    assertTrue(LinearProbe.part(predicted, Arrays.copyOfRange(classes, 600, 900)) > .93);
    LinearProbe again = LinearProbe.fit(training, Arrays.copyOf(classes, 600), 2, () -> false);
    assertArrayEquals(predicted, again.predict(test));
    assertEquals(0, again.predict(new float[0][]).length);
    assertThrows(
        OperationCanceledException.class,
        () -> LinearProbe.fit(training, Arrays.copyOf(classes, 600), 2, () -> true));
  }

  @Test
  void neighboursVoteOverTheBordersOfBlocks() {
    float[][] known = new float[700][];
    int[] classes = new int[known.length];
    for (int i = 0; i < known.length; i++) {
      double angle = 2 * Math.PI * i / known.length;
      known[i] = new float[] {(float) (9 * Math.cos(angle)), (float) (9 * Math.sin(angle))};
      classes[i] = i / 100; // seven arcs
    }
    float[][] middles = new float[7][];
    for (int arc = 0; arc < 7; arc++) {
      double angle = 2 * Math.PI * (arc + .5) / 7;
      middles[arc] = new float[] {(float) Math.cos(angle), (float) Math.sin(angle)};
    }
    int[] truth = {0, 1, 2, 3, 4, 5, 0}; // the last is wrong
    assertEquals(6 / 7.0, NeighbourVote.accuracy(known, classes, middles, truth, 7), 1e-12);
  }

  @Test
  void aCheckpointComesBackBitForBit(@TempDir Path folder) throws Exception {
    float[] odd = {Float.MIN_VALUE, -0f, 1f / 3, Float.MAX_VALUE};
    Path file = folder.resolve("checkpoint.npz");
    new Checkpoint(1L << 40, Map.of("conv/kernel", odd, "empty", new float[0])).write(file);
    Checkpoint read = Checkpoint.read(file);
    assertEquals(1L << 40, read.steps());
    assertArrayEquals(odd, read.state().get("conv/kernel"));
    assertEquals(0, read.state().get("empty").length);
  }
}
