// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.propagation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.TrainingException;
import org.patchwork.training.graph.GraphParameters;
import org.patchwork.training.graph.NeighbourGraph;
import org.patchwork.training.graph.NeighbourGraphs;

/** The normalised weights of six points in the plane against a reference in double precision. */
class TransitionsTest {
  private static final float[] SIX = {1, 0, .9f, .1f, .8f, .3f, 0, 1, .1f, .9f, .6f, .65f};

  private record GraphCase(int neighbours, double temperature, double[][] weights) {}

  private static final List<GraphCase> CASES =
      List.of(
          new GraphCase(
              2,
              0.1,
              new double[][] {
                {0.0, 0.599198182606, 0.38795215707, 0.0, 0.0, 0.0},
                {0.599198182606, 0.0, 0.505437068336, 0.0, 0.0, 0.0},
                {0.38795215707, 0.505437068336, 0.0, 0.0, 0.0, 0.0},
                {0.0, 0.0, 0.0, 0.0, 0.898791148138, 0.100592278675},
                {0.0, 0.0, 0.0, 0.898791148138, 0.0, 0.19651656912},
                {0.0, 0.0, 0.437889925881, 0.0, 0.19651656912, 0.0}
              }),
          new GraphCase(
              2,
              0.01,
              new double[][] {
                {0.0, 0.957967919815, 0.0105698985835, 0.0, 0.0, 0.0},
                {0.957967919815, 0.0, 0.276733697348, 0.0, 0.0, 0.0},
                {0.0105698985835, 0.276733697348, 0.0, 0.0, 0.0, 0.0},
                {0.0, 0.0, 0.0, 0.0, 0.999999996798, 8.6445078552e-10},
                {0.0, 0.0, 0.0, 0.999999996798, 0.0, 9.87586902226e-07},
                {0.0, 0.0, 0.0216670236324, 0.0, 9.87586902226e-07, 0.0}
              }),
          new GraphCase(
              3,
              0.1,
              new double[][] {
                {0.0, 0.576506092174, 0.339470023204, 0.0, 0.0, 0.0430982516168},
                {0.576506092174, 0.0, 0.43712437496, 0.0, 0.0, 0.0861251265345},
                {0.339470023204, 0.43712437496, 0.0, 0.0, 0.0, 0.35780132909},
                {0.0, 0.0, 0.00119124007622, 0.0, 0.896386303146, 0.0926086369114},
                {0.0, 0.0, 0.00316427436874, 0.896386303146, 0.0, 0.180706994865},
                {0.0, 0.0861251265345, 0.35780132909, 0.0, 0.180706994865, 0.0}
              }));

  @Test
  void weightsAreThoseOfTheReference() throws TrainingException {
    for (GraphCase expected : CASES) {
      NeighbourGraph graph =
          new NeighbourGraphs()
              .build(
                  FeatureMatrix.of(new int[] {2}, SIX),
                  "",
                  "",
                  new GraphParameters(expected.neighbours(), GraphParameters.Search.EXACT),
                  null);
      Transitions transitions = Transitions.of(graph, expected.temperature());
      double[][] weights = new double[6][6];
      for (int row = 0; row < 6; row++) {
        for (int place = 0; place < graph.width(); place++) {
          int other = graph.neighbour(row, place);
          weights[row][other] =
              transitions.share(row, place)
                  * Math.exp((transitions.logSum(row) - transitions.logSum(other)) / 2);
        }
      }
      for (int row = 0; row < 6; row++) {
        for (int other = 0; other < 6; other++) {
          double wanted = expected.weights()[row][other];
          // a cosine in single precision over the temperature: 6e-8 / .01
          assertEquals(wanted, weights[row][other], 1e-5 * Math.max(1e-3, wanted));
        }
      }
    }
  }
}
