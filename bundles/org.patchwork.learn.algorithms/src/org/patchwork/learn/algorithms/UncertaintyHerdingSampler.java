// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.Locale;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.Param;
import org.patchwork.learn.SampleRequest;
import org.patchwork.learn.Selection;

/**
 * Uncertainty herding (Bae, Noh and Sutherland 2025): the images that best stand for what the model
 * is unsure of, by coverage weighted with 1 − margin; see {@link Herding}. The kernel is as wide as
 * the two labelled images nearest to each other are apart, so that with few labels it spreads and
 * with many it turns to uncertainty by itself. What differs from the paper: probabilities are taken
 * as they are, calibrated if the model is, instead of being tempered here.
 */
public final class UncertaintyHerdingSampler
    extends FeatureSampler<UncertaintyHerdingSampler.Parameters> {
  private static final float WIDEST = 1;
  private static final float NARROWEST = 0.05f;

  private final MarginSampler margin = new MarginSampler();

  /** Settings. */
  public record Parameters(
      @Param(
              label = "Uncertain share",
              help =
                  "Compare among this share of the images, those with the smallest margins; 1"
                      + " compares among all.",
              min = 0.01,
              max = 1,
              step = 0.05)
          double uncertainShare,
      @Param(
              label = "Images considered",
              help = "Compare a random sample of at most this many images, each with each.",
              min = 100,
              max = 10_000,
              step = 1000)
          int imagesConsidered)
      implements PoolLimit {
    public Parameters() {
      this(1, 4000);
    }
  }

  public UncertaintyHerdingSampler() {
    super(Need.PREDICTIONS);
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  int[] shortList(PredictionView view, SampleRequest request, Parameters parameters) {
    int all = view.rows().length;
    long share = Math.round(parameters.uncertainShare() * all);
    int count = (int) Math.min(all, Math.max(share, parameters.imagesConsidered()));
    return margin.leastCertain(view, count);
  }

  @Override
  Selection choose(
      FeaturePool pool,
      PredictionView view,
      SampleRequest request,
      Parameters parameters,
      SubMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, 10);
    Herding herding = new Herding(pool, request, progress.split(1));
    float sigma = Math.clamp(herding.closestLabels(progress.split(1)), NARROWEST, WIDEST);
    float[] weights = margin.scores(view, pool.rows());
    for (int i = 0; i < weights.length; i++) {
      weights[i] = 1 - weights[i];
    }
    Selection selection =
        herding.choose(
            weights,
            sigma,
            request,
            Boundary.reasons(view, request, pool.rows()),
            progress.split(8));
    int chosen = selection.rows().length;
    return selection.told(
        String.format(
            Locale.ROOT,
            "%s that stand best for what is uncertain (kernel width %.2g)",
            pool.images(chosen),
            sigma));
  }
}
