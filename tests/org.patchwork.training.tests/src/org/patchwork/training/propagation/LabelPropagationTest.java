// SPDX-License-Identifier: MIT
package org.patchwork.training.propagation;

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
import org.patchwork.core.PredictionTable;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;
import org.patchwork.training.graph.GraphParameters;
import org.patchwork.training.graph.NeighbourGraph;
import org.patchwork.training.graph.NeighbourGraphs;

/** Six points in the plane, worked out in double precision by two independent programs. */
class LabelPropagationTest {
  private static final byte U = LabelTable.UNKNOWN;
  private static final float[] SIX = {1, 0, .9f, .1f, .8f, .3f, 0, 1, .1f, .9f, .6f, .65f};

  private record Case(int iterations, double[][] predictions) {}

  private static final List<Case> CASES =
      List.of(
          new Case(
              1,
              new double[][] {
                {1.0, 0.279514070491},
                {1.0, 0.457560147483},
                {1.0, 0.720485929509},
                {0.0, Double.NaN},
                {0.0, Double.NaN},
                {Double.NaN, 1.0}
              }),
          new Case(
              2,
              new double[][] {
                {1.0, 0.408567186945},
                {1.0, 0.481285219339},
                {1.0, 0.591432813055},
                {0.0, 1.0},
                {0.0, 1.0},
                {0.490264268878, 0.720485929509}
              }),
          new Case(
              10,
              new double[][] {
                {1.0, 0.517220672067},
                {1.0, 0.517492518499},
                {1.0, 0.518986568198},
                {0.240828326466, 0.568452900656},
                {0.26647696793, 0.57167509162},
                {0.71662944857, 0.527149647816}
              }),
          new Case(
              20,
              new double[][] {
                {1.0, 0.518705893789},
                {1.0, 0.518706189368},
                {1.0, 0.51871507624},
                {0.367255960189, 0.533263286869},
                {0.393418276719, 0.534246953173},
                {0.739597313932, 0.522244396105}
              }));

  private static NeighbourGraph graph(float[] features, int width, int neighbours)
      throws TrainingException {
    return new NeighbourGraphs()
        .build(
            FeatureMatrix.of(new int[] {width}, features),
            "",
            "",
            new GraphParameters(neighbours, GraphParameters.Search.EXACT),
            null);
  }

  private static LabelTable table(byte[][] labels, int... validation) {
    int rows = labels[0].length;
    byte[] held = new byte[rows];
    Arrays.stream(validation).forEach(row -> held[row] = 1);
    return LabelTable.of(
        IntStream.range(0, rows).mapToObj(row -> row + ".png").toList(),
        Collections.nCopies(rows, null),
        IntStream.range(0, labels.length).mapToObj(c -> "class " + c).toList(),
        labels,
        new byte[rows],
        held);
  }

  private static LabelTable six() {
    return table(new byte[][] {{1, U, U, 0, U, 1}, {0, U, 1, U, U, U}}, 5);
  }

  private static PredictionTable spread(
      NeighbourGraph graph, double temperature, LabelTable labels, int iterations) {
    return new LabelPropagation(graph, temperature)
        .run(labels, iterations, false, "test", false, null)
        .predictions();
  }

  /** Where the reference divides zero by zero, the answer is one half (T30). */
  @Test
  void agreesWithTheReferenceAfterAnyNumberOfIterations() throws TrainingException {
    NeighbourGraph graph = graph(SIX, 2, 2);
    for (Case expected : CASES) {
      PredictionTable found = spread(graph, 0.1, six(), expected.iterations());
      for (int row = 0; row < 6; row++) {
        for (int c = 0; c < 2; c++) {
          double wanted = expected.predictions()[row][c];
          assertEquals(
              Double.isNaN(wanted) ? 0.5 : wanted,
              found.probability(row, c),
              1e-6,
              "iteration " + expected.iterations() + " row " + row + " class " + c);
        }
      }
    }
  }

  @Test
  void heldOutAndExcludedImagesAreNoSources() throws TrainingException {
    NeighbourGraph graph = graph(SIX, 2, 2);
    LabelTable held = table(new byte[][] {{1, U, U, 0, U, U}}, 0, 3);
    LabelPropagation.Result result =
        new LabelPropagation(graph, 0.1).run(held, 5, false, "test", false, null);
    assertEquals(0, result.sources());
    assertEquals(6, result.unreached());
    assertEquals(0.5f, result.predictions().probability(0, 0));
    LabelTable excluded =
        table(new byte[][] {{1, U, U, 0, U, U}}).withExcluded(new int[] {0}, new byte[] {1});
    assertEquals(
        1, new LabelPropagation(graph, 0.1).run(excluded, 5, false, "", false, null).sources());
  }

  @Test
  void clearingTheOppositeKeepsLabelsPure() throws TrainingException {
    NeighbourGraph graph = graph(SIX, 2, 3);
    LabelTable labels = table(new byte[][] {{1, 0, U, U, U, U}});
    LabelPropagation propagation = new LabelPropagation(graph, 0.1);
    PredictionTable soft = propagation.run(labels, 10, false, "", false, null).predictions();
    PredictionTable pure = propagation.run(labels, 10, true, "", false, null).predictions();
    assertTrue(soft.probability(0, 0) < 1);
    assertEquals(1, pure.probability(0, 0));
    assertEquals(0, pure.probability(1, 0));
  }

  /** Distances of 0.3 at this temperature weigh e^−300: in plain numbers 0, and 0 by 0 is NaN. */
  @Test
  void noTemperatureMakesTheNumbersVanish() throws TrainingException {
    RandomGenerator random = new RandomStreams(1).stream("points");
    float[] features = new float[200 * 8];
    for (int i = 0; i < features.length; i++) {
      features[i] = (float) random.nextGaussian();
    }
    byte[] labels = new byte[200];
    Arrays.fill(labels, U);
    labels[0] = 1;
    labels[1] = 0;
    NeighbourGraph graph = graph(features, 8, 5);
    for (double temperature : new double[] {0.001, 0.01, 1, 100}) {
      PredictionTable found = spread(graph, temperature, table(new byte[][] {labels}), 50);
      int decided = 0;
      for (int row = 0; row < 200; row++) {
        float p = found.probability(row, 0);
        assertTrue(p >= 0 && p <= 1, "row " + row + " at " + temperature + ": " + p);
        decided += p == 0.5f ? 0 : 1;
      }
      assertTrue(decided > 150, "reached at " + temperature + ": " + decided);
    }
  }

  @Test
  void exclusiveClassesSumToOneAndRowsWithoutFeaturesHaveNoAnswer() throws TrainingException {
    float[] features = Arrays.copyOf(SIX, 14);
    features[12] = Float.NaN;
    NeighbourGraph graph = graph(features, 2, 2);
    byte[][] labels = {{1, U, U, 0, U, U, U}, {0, U, U, 1, U, U, U}, {0, U, U, U, U, U, U}};
    LabelTable table = table(labels).withRows(List.of("new.png"), List.of(""));
    PredictionTable found =
        new LabelPropagation(graph, 0.1).run(table, 4, false, "", true, null).predictions();
    for (int row = 0; row < 6; row++) {
      float sum = 0;
      for (int c = 0; c < 3; c++) {
        sum += found.probability(row, c);
      }
      assertEquals(1, sum, 1e-6);
    }
    assertTrue(Float.isNaN(found.probability(6, 0)), "an image that could not be read");
    assertTrue(Float.isNaN(found.probability(7, 0)), "an image that was added later");
    assertFalse(found.complete());
  }

  @Test
  void stopsWhenCancelled() throws TrainingException {
    NeighbourGraph graph = graph(SIX, 2, 2);
    NullProgressMonitor monitor = new NullProgressMonitor();
    monitor.setCanceled(true);
    LabelPropagation propagation = new LabelPropagation(graph, 0.1);
    assertThrows(
        OperationCanceledException.class,
        () -> propagation.run(six(), 20, false, "", false, monitor));
  }
}
