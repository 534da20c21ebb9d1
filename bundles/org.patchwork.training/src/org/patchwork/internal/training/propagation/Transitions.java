// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.propagation;

import org.patchwork.training.graph.NeighbourGraph;

/**
 * The weights of a graph as averages: the weight a_ij = exp(−d_ij / temperature) of each neighbour
 * over the sum D_i of a row, and the logarithm of that sum. Both come from differences of distances
 * (log-sum-exp), so that neither vanishes however small the temperature is.
 */
public final class Transitions {
  private final NeighbourGraph graph;
  private final float[] shares;
  private final double[] logSums;

  private Transitions(NeighbourGraph graph, float[] shares, double[] logSums) {
    this.graph = graph;
    this.shares = shares;
    this.logSums = logSums;
  }

  /** The weights of all rows. */
  public static Transitions of(NeighbourGraph graph, double temperature) {
    int width = graph.width();
    float[] shares = new float[graph.rows() * width];
    double[] logSums = new double[graph.rows()];
    double[] weights = new double[width];
    for (int row = 0; row < graph.rows(); row++) {
      int degree = graph.degree(row);
      if (degree == 0) {
        logSums[row] = Double.NaN;
        continue;
      }
      double nearest = 1 - graph.similarity(row, 0);
      double sum = 0;
      for (int place = 0; place < degree; place++) {
        weights[place] = Math.exp((nearest - (1 - graph.similarity(row, place))) / temperature);
        sum += weights[place];
      }
      for (int place = 0; place < degree; place++) {
        shares[row * width + place] = (float) (weights[place] / sum);
      }
      logSums[row] = Math.log(sum) - nearest / temperature;
    }
    return new Transitions(graph, shares, logSums);
  }

  NeighbourGraph graph() {
    return graph;
  }

  /** a_ij / D_i, in [0, 1]; 0 where there is no neighbour. */
  float share(int row, int place) {
    return shares[row * graph.width() + place];
  }

  /** ln D_i; NaN for a row without neighbours. */
  double logSum(int row) {
    return logSums[row];
  }
}
