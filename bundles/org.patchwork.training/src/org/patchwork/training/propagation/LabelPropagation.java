// SPDX-License-Identifier: MIT
package org.patchwork.training.propagation;

import java.util.Arrays;
import java.util.BitSet;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;
import org.patchwork.internal.training.propagation.ClassEvidence;
import org.patchwork.internal.training.propagation.Transitions;
import org.patchwork.training.graph.NeighbourGraph;

/**
 * Spreads labels over a neighbour graph (Zhou et al. 2004, "Learning with local and global
 * consistency"; Iscen et al. 2019, "Label propagation for deep semi-supervised learning").
 *
 * <p>The weight of a neighbour at cosine distance d is exp(−d / temperature); weights are directed
 * and normalised by W = D^−½ A D^−½ with the row sums D. Each image has evidence for and against
 * each class, 0 in the beginning and 1 where it is labelled so; in each iteration Y ← W Y, after
 * which the labelled places are 1 again. The answer is for / (for + against).
 *
 * <p>What differs: everything is computed in the coordinates Z = D^−½ Y, in which W is a matrix of
 * averages. The answer is the same, and no temperature makes the numbers vanish or overflow. An
 * image that no evidence reaches gets ½ (1 / classes where exactly one is present), an image
 * without features NaN. Classes are independent of each other and may be labelled in different
 * images; excluded and held-out images are no sources.
 */
public final class LabelPropagation {
  private static final long MOST_VALUES = 1L << 25;

  /**
   * Where labels came to.
   *
   * @param predictions of all images
   * @param sources number of labelled images that labels came from
   * @param unreached number of images with features that no evidence reached for any class
   */
  public record Result(PredictionTable predictions, int sources, int unreached) {}

  private final NeighbourGraph graph;
  private final Transitions transitions;

  /** Prepares the weights of the graph. */
  public LabelPropagation(NeighbourGraph graph, double temperature) {
    this.graph = graph;
    this.transitions = Transitions.of(graph, temperature);
  }

  /**
   * Spreads the labels.
   *
   * @param labels with as many rows as the graph, or more; the rows behind get NaN
   * @param clearOpposite true to clear the opposite place of a label in each iteration, too
   * @param source what the predictions name as their source
   * @param exclusive true if exactly one class is present in an image; then each row sums to 1
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public Result run(
      LabelTable labels,
      int iterations,
      boolean clearOpposite,
      String source,
      boolean exclusive,
      IProgressMonitor monitor) {
    int classes = labels.classes();
    int atOnce = Math.clamp(MOST_VALUES / (4L * graph.rows() + 1), 1, Math.max(1, classes));
    int passes = (classes + atOnce - 1) / atOnce;
    SubMonitor progress = SubMonitor.convert(monitor, "Propagating labels", passes * iterations);
    float[][] columns = new float[classes][];
    BitSet sources = new BitSet();
    BitSet reached = new BitSet();
    for (int first = 0; first < classes; first += atOnce) {
      int end = Math.min(classes, first + atOnce);
      ClassEvidence evidence = new ClassEvidence(transitions, labels, first, end, clearOpposite);
      for (int i = 0; i < iterations; i++) {
        evidence.step(progress.split(1));
      }
      for (int c = first; c < end; c++) {
        columns[c] = new float[labels.rows()];
        Arrays.fill(columns[c], Float.NaN);
        evidence.probabilities(c - first, exclusive ? 1f / classes : 0.5f, columns[c]);
      }
      evidence.markSources(sources);
      evidence.markReached(reached);
    }
    if (exclusive) {
      sumToOne(columns);
    }
    return new Result(
        new PredictionTable(labels.classIds(), columns, source, exclusive),
        sources.cardinality(),
        graph.info().vertices() - reached.cardinality());
  }

  private static void sumToOne(float[][] columns) {
    for (int row = 0; columns.length > 0 && row < columns[0].length; row++) {
      float sum = 0;
      for (float[] column : columns) {
        sum += column[row];
      }
      for (float[] column : columns) {
        column[row] = sum > 0 ? column[row] / sum : Float.isNaN(sum) ? sum : 1f / columns.length;
      }
    }
  }
}
