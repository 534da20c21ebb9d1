// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.lucene.search.KnnCollector;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.hnsw.HnswGraphBuilder;
import org.apache.lucene.util.hnsw.HnswGraphSearcher;
import org.apache.lucene.util.hnsw.OnHeapHnswGraph;
import org.apache.lucene.util.hnsw.RandomVectorScorerSupplier;
import org.apache.lucene.util.hnsw.UpdateableRandomVectorScorer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;

/**
 * Most of the most similar points of each point, by a walk over a hierarchical navigable
 * small-world graph (Malkov and Yashunin 2018), which is built and searched by Apache Lucene. The
 * same vectors give the same answer.
 */
final class ApproximateNeighbours {
  private static final int CONNECTIONS = 16;
  private static final int BEAM = 100;
  private static final int AT_ONCE = 1024;
  private static final long SEED = 42;
  private static final int BUILD_WORK = 2;

  private ApproximateNeighbours() {}

  /**
   * Searches.
   *
   * @param count number of neighbours wanted
   * @throws OperationCanceledException if the monitor is cancelled
   */
  static NearestLists search(UnitVectors vectors, int count, IProgressMonitor monitor) {
    int blocks = (vectors.count() + AT_ONCE - 1) / AT_ONCE;
    SubMonitor progress = SubMonitor.convert(monitor, blocks * (BUILD_WORK + 1));
    try {
      OnHeapHnswGraph graph = build(vectors, blocks, progress);
      progress.setTaskName("Searching the graph");
      NearestLists lists = new NearestLists(vectors.count(), count);
      AtomicInteger next = new AtomicInteger();
      int threads = Runtime.getRuntime().availableProcessors();
      IntStream.range(0, threads)
          .parallel()
          .forEach(thread -> new Walk(vectors, graph, lists, count).work(next, blocks, progress));
      return lists;
    } catch (IOException e) {
      throw new UncheckedIOException("A graph in memory cannot fail to be read", e);
    }
  }

  private static OnHeapHnswGraph build(UnitVectors vectors, int blocks, SubMonitor progress)
      throws IOException {
    progress.setTaskName("Building the graph");
    HnswGraphBuilder builder =
        HnswGraphBuilder.create(new Scorers(vectors), CONNECTIONS, BEAM, SEED, vectors.count());
    for (int block = 0; block < blocks; block++) {
      progress.split(BUILD_WORK);
      int end = Math.min(vectors.count(), (block + 1) * AT_ONCE);
      for (int node = block * AT_ONCE; node < end; node++) {
        builder.addGraphNode(node);
      }
    }
    return builder.getCompletedGraph();
  }

  /** Searches the graph on one thread. */
  private static final class Walk {
    private final UnitVectors vectors;
    private final OnHeapHnswGraph graph;
    private final NearestLists lists;
    private final int count;
    private final Scorer scorer;

    Walk(UnitVectors vectors, OnHeapHnswGraph graph, NearestLists lists, int count) {
      this.vectors = vectors;
      this.graph = graph;
      this.lists = lists;
      this.count = count;
      this.scorer = new Scorer(vectors);
    }

    void work(AtomicInteger next, int blocks, SubMonitor progress) {
      for (int b = next.getAndIncrement(); b < blocks; b = next.getAndIncrement()) {
        int end = Math.min(vectors.count(), (b + 1) * AT_ONCE);
        for (int point = b * AT_ONCE; point < end; point++) {
          if (progress.isCanceled()) {
            throw new OperationCanceledException();
          }
          search(point);
        }
        synchronized (progress) {
          progress.worked(1);
        }
      }
    }

    private void search(int point) {
      try {
        scorer.setScoringOrdinal(point);
        int wanted = Math.max(BEAM, 2 * (count + 1)); // the wider the search, the more is found
        KnnCollector found =
            HnswGraphSearcher.search(scorer, wanted, graph, null, Integer.MAX_VALUE);
        for (ScoreDoc other : found.topDocs().scoreDocs) {
          if (other.doc != point) {
            lists.offer(point, other.doc, 2 * other.score - 1);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Scores as Lucene wants them, never negative: (1 + cosine) / 2. */
  private record Scorers(UnitVectors vectors) implements RandomVectorScorerSupplier {
    @Override
    public UpdateableRandomVectorScorer scorer() {
      return new Scorer(vectors);
    }

    @Override
    public RandomVectorScorerSupplier copy() {
      return this;
    }
  }

  private static final class Scorer implements UpdateableRandomVectorScorer {
    private final UnitVectors vectors;
    private final float[] point;

    Scorer(UnitVectors vectors) {
      this.vectors = vectors;
      this.point = new float[vectors.width()];
    }

    @Override
    public void setScoringOrdinal(int node) {
      System.arraycopy(vectors.values(), node * vectors.width(), point, 0, point.length);
    }

    @Override
    public float score(int node) {
      float cosine = PrincipalDirections.dot(point, vectors.values(), node * point.length);
      return Math.max(0, (1 + cosine) / 2);
    }

    @Override
    public int maxOrd() {
      return vectors.count();
    }
  }
}
