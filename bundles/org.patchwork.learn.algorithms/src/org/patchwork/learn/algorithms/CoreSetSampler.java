// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.Param;
import org.patchwork.learn.PickReasons;
import org.patchwork.learn.SampleRequest;
import org.patchwork.learn.Selection;

/**
 * Core-set (Sener and Savarese 2018, algorithm 1): k centres, greedily. Each image is the one
 * farthest from everything labelled or chosen before; the score is that distance. The first one,
 * while nothing is labelled, is drawn uniformly. What differs from the paper: the features are
 * those of the extractor, not of the layer before the last; at most 2,000 labelled images count.
 */
public final class CoreSetSampler extends FeatureSampler<CoreSetSampler.Parameters> {

  /** Settings. */
  public record Parameters(
      @Param(
              label = "Normalise",
              help = "Compare the directions of features from their mean instead of the features.")
          boolean normalize,
      @Param(
              label = "Images considered",
              help = "Compare a random sample of at most this many images.",
              min = 100,
              max = 10_000_000,
              step = 1000)
          int imagesConsidered)
      implements PoolLimit {
    public Parameters() {
      this(false, 100_000);
    }
  }

  public CoreSetSampler() {
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
    FeaturePool labeled = FeaturePool.labeled(request, Coverage.MOST_LABELED, monitor);
    if (parameters.normalize()) {
      pool.makeDirections(request.features());
      labeled.makeDirections(request.features());
    }
    float[] nearest = Coverage.distances(pool.points(), labeled.points());
    SpreadPicks picks =
        new SpreadPicks(new PointSpace(pool.points()), nearest)
            .farthest(request.count(), request.random(), monitor);
    int[] rows = pool.rowsOf(picks.points());
    String reason =
        pool.images(rows.length) + " farthest from each other and from " + labeled.size();
    Selection selection =
        new Selection(
            rows,
            Coverage.finite(picks.distances()),
            PickReasons.same("far from all that is labelled", -1, rows.length),
            reason + " labelled");
    return filled(selection, pool, request);
  }
}
