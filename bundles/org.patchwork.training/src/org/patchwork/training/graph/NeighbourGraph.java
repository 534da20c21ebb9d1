// SPDX-License-Identifier: MIT
package org.patchwork.training.graph;

import java.util.Arrays;

/**
 * For each image the most similar others, most similar first. Directed: that B is near A does not
 * make A near B. Immutable and safe to share.
 */
public final class NeighbourGraph {
  /** Stands for a neighbour there is not. */
  public static final int NONE = -1;

  private final GraphInfo info;
  private final int[] neighbours;
  private final float[] similarities;

  /**
   * A graph over arrays, which are not copied.
   *
   * @param neighbours {@code rows × info.neighbours()} row numbers, {@link #NONE} behind the last;
   *     a row without features has none
   * @param similarities cosine similarities in [−1, 1] of the same places
   */
  public NeighbourGraph(GraphInfo info, int[] neighbours, float[] similarities) {
    int size = Math.multiplyExact(info.rows(), info.neighbours());
    if (neighbours.length != size || similarities.length != size) {
      throw new IllegalArgumentException(
          neighbours.length
              + " neighbours and "
              + similarities.length
              + " similarities of "
              + size);
    }
    this.info = info;
    this.neighbours = neighbours;
    this.similarities = similarities;
  }

  public GraphInfo info() {
    return info;
  }

  /** Number of images, those without features included. */
  public int rows() {
    return info.rows();
  }

  /** Most neighbours of an image. */
  public int width() {
    return info.neighbours();
  }

  /** Number of neighbours of a row: {@link #width()}, or fewer if there are not so many images. */
  public int degree(int row) {
    int degree = width();
    while (degree > 0 && neighbours[row * width() + degree - 1] == NONE) {
      degree--;
    }
    return degree;
  }

  /** The neighbour of a row at a place from 0, or {@link #NONE}. */
  public int neighbour(int row, int place) {
    return neighbours[row * width() + place];
  }

  /** The cosine similarity to that neighbour, in [−1, 1]. */
  public float similarity(int row, int place) {
    return similarities[row * width() + place];
  }

  /** The graph with only the first neighbours of each row; this one if it has no more. */
  public NeighbourGraph withNeighbours(int count) {
    if (count >= width()) {
      return this;
    }
    int[] fewer = new int[rows() * count];
    float[] theirs = new float[rows() * count];
    for (int row = 0; row < rows(); row++) {
      System.arraycopy(neighbours, row * width(), fewer, row * count, count);
      System.arraycopy(similarities, row * width(), theirs, row * count, count);
    }
    GraphInfo less =
        new GraphInfo(
            info.format(),
            info.featureSet(),
            info.featureHash(),
            info.rows(),
            info.vertices(),
            count,
            info.exact(),
            info.width(),
            info.dimensions(),
            info.recall(),
            info.recallRows(),
            info.seconds());
    return new NeighbourGraph(less, fewer, theirs);
  }

  /** The neighbours of a row, most similar first; a copy. */
  public int[] neighbours(int row) {
    return Arrays.copyOfRange(neighbours, row * width(), row * width() + degree(row));
  }
}
