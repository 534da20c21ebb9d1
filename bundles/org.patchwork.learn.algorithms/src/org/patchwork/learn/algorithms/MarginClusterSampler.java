// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.Arrays;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.Param;
import org.patchwork.learn.SampleRequest;
import org.patchwork.learn.Selection;

/**
 * Uncertain images of all kinds: those with the smallest margins, several times as many as wanted,
 * are clustered by their features, and of each cluster the image nearest to its centre comes
 * (Zhdanov 2019, "Diverse mini-batch active learning", without the weights; DropQuery, Gupte et al.
 * 2024, does the same with the disagreement under dropout in the place of the margin). Smallest
 * margin first; the score is the margin.
 */
public final class MarginClusterSampler extends FeatureSampler<MarginClusterSampler.Parameters> {
  private final MarginSampler margin = new MarginSampler();

  /** Settings. */
  public record Parameters(
      @Param(
              label = "Short list",
              help =
                  "Cluster so many times as many images as wanted, those with the smallest"
                      + " margins; 1 is margin alone, more is more diverse.",
              min = 1,
              max = 1000)
          int shortList,
      @Param(
              label = "Iterations",
              help = "At most this many rounds of k-means.",
              min = 1,
              max = 1000)
          int iterations,
      @Param(
              label = "Normalise",
              help = "Compare the directions of features from their mean instead of the features.")
          boolean normalize)
      implements PoolLimit {
    @Override
    public int imagesConsidered() {
      return Integer.MAX_VALUE; // the short list is short
    }

    public Parameters() {
      this(10, 10, false);
    }
  }

  public MarginClusterSampler() {
    super(Need.PREDICTIONS);
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  int[] shortList(PredictionView view, SampleRequest request, Parameters parameters) {
    long wanted = (long) parameters.shortList() * request.count();
    return margin.leastCertain(view, (int) Math.min(wanted, view.rows().length));
  }

  @Override
  Selection choose(
      FeaturePool pool,
      PredictionView view,
      SampleRequest request,
      Parameters parameters,
      SubMonitor monitor) {
    if (parameters.normalize()) {
      pool.makeDirections(request.features());
    }
    KMeans.Clusters clusters =
        new KMeans(pool.points(), request.random())
            .run(Math.min(request.count(), pool.size()), parameters.iterations(), monitor);
    int[] places = Arrays.stream(clusters.nearestPoints()).filter(place -> place >= 0).toArray();
    int[] rows = pool.rowsOf(places);
    String reason =
        rows.length
            + " of "
            + view.rows().length
            + " images, one of each kind among the "
            + pool.size()
            + " nearest to a boundary";
    Selection selection = Ranking.smallest(rows, margin.scores(view, rows), rows.length, reason);
    return filled(
        selection.because(Boundary.reasons(view, request, selection.rows())), pool, request);
  }
}
