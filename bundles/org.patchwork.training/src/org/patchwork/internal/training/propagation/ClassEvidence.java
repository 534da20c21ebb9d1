// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.propagation;

import java.util.Arrays;
import java.util.BitSet;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.LabelTable;
import org.patchwork.learn.Part;
import org.patchwork.learn.RowBlocks;
import org.patchwork.training.graph.NeighbourGraph;

/**
 * The evidence against and for some classes in all images, in the coordinates Z = D^−½ Y, up to one
 * factor for all.
 */
public final class ClassEvidence {
  private final Transitions transitions;
  private final NeighbourGraph graph;
  private final boolean clearOpposite;
  private final int columns;
  private final int[] sourceRows;
  private final byte[] sourceLabels; // of each source, one per class
  private final double[] sourceValues;
  private double[] values; // [rows][class][against, for]
  private double[] next;

  /**
   * Evidence before the first iteration: the labels.
   *
   * @param first first class
   * @param end behind the last class
   */
  public ClassEvidence(
      Transitions transitions, LabelTable labels, int first, int end, boolean clearOpposite) {
    this.transitions = transitions;
    this.graph = transitions.graph();
    this.clearOpposite = clearOpposite;
    this.columns = 2 * (end - first);
    this.values = new double[Math.multiplyExact(graph.rows(), columns)];
    this.next = new double[values.length];
    this.sourceRows = sources(labels, first, end);
    this.sourceLabels = new byte[sourceRows.length * (end - first)];
    this.sourceValues = new double[sourceRows.length];
    for (int i = 0; i < sourceRows.length; i++) {
      for (int c = first; c < end; c++) {
        sourceLabels[i * (end - first) + c - first] = labels.label(sourceRows[i], c);
      }
    }
    scaleSources();
    holdSources(values);
  }

  private int[] sources(LabelTable labels, int first, int end) {
    return Arrays.stream(Part.TRAINING.rows(labels))
        .filter(row -> row < graph.rows() && graph.degree(row) > 0)
        .filter(row -> labeled(labels, row, first, end))
        .toArray();
  }

  private static boolean labeled(LabelTable labels, int row, int first, int end) {
    for (int c = first; c < end; c++) {
      if (labels.label(row, c) != LabelTable.UNKNOWN) {
        return true;
      }
    }
    return false;
  }

  /** A source is 1 in Y, so D^−½ in Z; the largest becomes 1. */
  private void scaleSources() {
    double smallest = Double.POSITIVE_INFINITY;
    for (int row : sourceRows) {
      smallest = Math.min(smallest, transitions.logSum(row));
    }
    for (int i = 0; i < sourceRows.length; i++) {
      sourceValues[i] = Math.exp((smallest - transitions.logSum(sourceRows[i])) / 2);
    }
  }

  private void holdSources(double[] target) {
    int classes = columns / 2;
    for (int i = 0; i < sourceRows.length; i++) {
      for (int c = 0; c < classes; c++) {
        byte label = sourceLabels[i * classes + c];
        if (label != LabelTable.UNKNOWN) {
          int against = sourceRows[i] * columns + 2 * c;
          target[against + label] = sourceValues[i];
          if (clearOpposite) {
            target[against + 1 - label] = 0;
          }
        }
      }
    }
  }

  /** One iteration: each image takes the average of its neighbours, each source its label. */
  public void step(IProgressMonitor monitor) {
    RowBlocks.forEach(
        graph.rows(),
        monitor,
        (from, to) -> {
          for (int row = from; row < to; row++) {
            average(row);
          }
        });
    holdSources(next);
    double[] before = values;
    values = next;
    next = before;
  }

  private void average(int row) {
    int target = row * columns;
    Arrays.fill(next, target, target + columns, 0);
    for (int place = 0; place < graph.width(); place++) {
      int neighbour = graph.neighbour(row, place);
      if (neighbour == NeighbourGraph.NONE) {
        return;
      }
      double share = transitions.share(row, place);
      int source = neighbour * columns;
      for (int i = 0; i < columns; i++) {
        next[target + i] += share * values[source + i];
      }
    }
  }

  /** Adds the rows that hold a label of one of the classes. */
  public void markSources(BitSet rows) {
    Arrays.stream(sourceRows).forEach(rows::set);
  }

  /** Adds the rows that evidence for or against one of the classes has reached. */
  public void markReached(BitSet rows) {
    for (int row = 0; row < graph.rows(); row++) {
      for (int i = row * columns; i < (row + 1) * columns; i++) {
        if (values[i] > 0) {
          rows.set(row);
        }
      }
    }
  }

  /**
   * Writes the share of the evidence that is for a class.
   *
   * @param column class, counted from the first
   * @param unreached the answer where there is no evidence
   * @param target one value per row; rows without features are not touched
   */
  public void probabilities(int column, float unreached, float[] target) {
    for (int row = 0; row < graph.rows(); row++) {
      if (graph.degree(row) > 0) {
        double against = values[row * columns + 2 * column];
        double evidence = against + values[row * columns + 2 * column + 1];
        target[row] = evidence > 0 ? (float) (1 - against / evidence) : unreached;
      }
    }
  }
}
