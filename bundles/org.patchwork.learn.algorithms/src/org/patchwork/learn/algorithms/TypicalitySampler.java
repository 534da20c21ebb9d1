// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.Param;
import org.patchwork.learn.PickReasons;
import org.patchwork.learn.SampleRequest;
import org.patchwork.learn.Selection;

/**
 * TypiClust (Hacohen, Dekel and Weinshall 2022): clusters candidates and labelled images together,
 * as many clusters as there are labels and wanted images, and takes from the largest clusters
 * without a label the most typical image each. Typicality, the score, is one over the mean distance
 * to the nearest neighbours in the cluster (equation 1). When every cluster has a label, those with
 * the fewest come first. What differs from the paper: neighbours and clusters are sought among a
 * random part of the images.
 */
public final class TypicalitySampler extends FeatureSampler<TypicalitySampler.Parameters> {
  private static final int SMALLEST = 5;

  /** Settings. */
  public record Parameters(
      @Param(
              label = "Neighbours",
              help = "Typical is what is near to so many neighbours.",
              min = 1,
              max = 1000)
          int neighbours,
      @Param(label = "Most clusters", help = "At most so many clusters.", min = 2, max = 5000)
          int mostClusters,
      @Param(
              label = "Iterations",
              help = "At most this many rounds of k-means.",
              min = 1,
              max = 1000)
          int iterations,
      @Param(
              label = "Normalise",
              help = "Compare the directions of features from their mean instead of the features.")
          boolean normalize,
      @Param(
              label = "Images considered",
              help = "Cluster a random sample of at most this many images.",
              min = 100,
              max = 1_000_000,
              step = 1000)
          int imagesConsidered)
      implements PoolLimit {
    public Parameters() {
      this(20, 500, 10, true, 10_000);
    }
  }

  public TypicalitySampler() {
    super(); // needs nothing but features
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  Selection choose(
      FeaturePool pool,
      PredictionView view,
      SampleRequest request,
      Parameters parameters,
      SubMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, 4);
    FeaturePool labeled = FeaturePool.labeled(request, Coverage.MOST_LABELED, progress.split(1));
    if (parameters.normalize()) {
      pool.makeDirections(request.features());
      labeled.makeDirections(request.features());
    }
    Points all = Points.joined(pool.points(), labeled.points());
    int wanted = Math.min(request.count(), pool.size());
    int count = Math.min(labeled.size() + wanted, Math.max(wanted, parameters.mostClusters()));
    KMeans.Clusters clusters =
        new KMeans(all, request.random())
            .run(Math.min(count, all.count()), parameters.iterations(), progress.split(2));
    int[][] members = members(clusters, pool.size());
    int[] order = order(clusters, members);
    int[] places = new int[wanted];
    float[] scores = new float[wanted];
    int found = 0;
    progress.setWorkRemaining(wanted);
    for (int round = 0; found < wanted && round < pool.size(); round++) {
      for (int i = 0; i < order.length && found < wanted; i++) {
        int[] left = members[order[i]];
        if (left.length > 0) {
          progress.split(1);
          Typical typical = Typical.of(all, left, parameters.neighbours());
          places[found] = typical.point();
          scores[found++] = typical.typicality();
          members[order[i]] = Arrays.stream(left).filter(p -> p != typical.point()).toArray();
        }
      }
    }
    int[] rows = pool.rowsOf(places);
    return new Selection(
        rows,
        scores,
        PickReasons.each(phrases(clusters, places)),
        pool.images(rows.length)
            + " typical of clusters"
            + (labeled.size() > 0 ? " away from " + labeled.size() + " labelled" : ""));
  }

  /** Candidates of each cluster; labelled images stand behind the candidates. */
  private static int[][] members(KMeans.Clusters clusters, int candidates) {
    List<List<Integer>> members = new ArrayList<>();
    for (int c = 0; c < clusters.centres().count(); c++) {
      members.add(new ArrayList<>());
    }
    for (int point = 0; point < candidates; point++) {
      members.get(clusters.cluster()[point]).add(point);
    }
    return members.stream()
        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  /** Fewest labels first, then largest; very small clusters last, since they are outliers. */
  private static int[] order(KMeans.Clusters clusters, int[][] members) {
    int[] sizes = clusters.sizes();
    return IntStream.range(0, members.length)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingInt(c -> members[c].length < SMALLEST ? 1 : 0)
                .thenComparingInt(c -> sizes[c] - members[c].length)
                .thenComparingInt(c -> -sizes[c]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static List<String> phrases(KMeans.Clusters clusters, int[] places) {
    int[] sizes = clusters.sizes();
    return Arrays.stream(places)
        .mapToObj(place -> sizes[clusters.cluster()[place]])
        .map(size -> "most typical of a cluster of " + size + " images")
        .toList();
  }
}
