// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.graph;

import java.util.Arrays;
import java.util.function.LongSupplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.TrainingException;
import org.patchwork.training.graph.GraphInfo;
import org.patchwork.training.graph.GraphParameters;
import org.patchwork.training.graph.NeighbourGraph;

/** One search for the neighbours of all images. */
public final class GraphSearch {
  private static final int READING_WORK = 5;
  private static final int SEARCH_WORK = 90;
  private static final int RECALL_WORK = 5;

  private final FeatureMatrix features;
  private final GraphParameters parameters;
  private final LongSupplier nanoTime;
  private final long memoryLimit;

  /** A search over all features. */
  public GraphSearch(FeatureMatrix features, GraphParameters parameters, LongSupplier nanoTime) {
    this(features, parameters, nanoTime, UnitVectors.memoryLimit());
  }

  /** For tests: a limit of its own on the values held in memory. */
  GraphSearch(
      FeatureMatrix features, GraphParameters parameters, LongSupplier nanoTime, long memoryLimit) {
    this.features = features;
    this.parameters = parameters;
    this.nanoTime = nanoTime;
    this.memoryLimit = memoryLimit;
  }

  /** Searches. */
  public NeighbourGraph run(String featureSet, String featureHash, IProgressMonitor monitor)
      throws TrainingException {
    SubMonitor progress =
        SubMonitor.convert(monitor, "Finding neighbours", READING_WORK + SEARCH_WORK + RECALL_WORK);
    long start = nanoTime.getAsLong();
    UnitVectors vectors = UnitVectors.of(features, memoryLimit, progress.split(READING_WORK));
    if (vectors.count() < 2) {
      throw new TrainingException(
          "Neighbours need at least two images with features, but there are "
              + vectors.count()
              + "; compute the features of the project first.");
    }
    boolean exact = parameters.exact(vectors.count());
    int count = Math.min(parameters.neighbours(), vectors.count() - 1);
    NearestLists lists =
        exact
            ? ExactNeighbours.search(vectors, count, progress.split(SEARCH_WORK))
            : ApproximateNeighbours.search(vectors, count, progress.split(SEARCH_WORK));
    double seconds = (nanoTime.getAsLong() - start) * 1e-9;
    int width = new PooledRows(features).width();
    boolean certain = exact && vectors.width() == width;
    Recall recall =
        certain
            ? null
            : Recall.measure(features, vectors.rows(), lists, progress.split(RECALL_WORK));
    GraphInfo info =
        new GraphInfo(
            GraphInfo.FORMAT,
            featureSet,
            featureHash,
            features.rows(),
            vectors.count(),
            parameters.neighbours(),
            exact,
            width,
            vectors.width(),
            certain ? 1 : recall.share(),
            certain ? 0 : recall.images(),
            seconds);
    return graph(info, vectors.rows(), lists);
  }

  /** From points, which have features, to rows, which may have none. */
  private static NeighbourGraph graph(GraphInfo info, int[] rows, NearestLists lists) {
    int width = info.neighbours();
    int[] neighbours = new int[Math.multiplyExact(info.rows(), width)];
    float[] similarities = new float[neighbours.length];
    Arrays.fill(neighbours, NeighbourGraph.NONE);
    for (int point = 0; point < rows.length; point++) {
      for (int place = 0; place < lists.width(); place++) {
        int other = lists.index(point, place);
        if (other != NearestLists.NONE) {
          neighbours[rows[point] * width + place] = rows[other];
          similarities[rows[point] * width + place] =
              Math.clamp(lists.similarity(point, place), -1f, 1f);
        }
      }
    }
    return new NeighbourGraph(info, neighbours, similarities);
  }
}
