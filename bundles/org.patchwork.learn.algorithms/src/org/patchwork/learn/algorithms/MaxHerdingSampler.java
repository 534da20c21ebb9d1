// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.Arrays;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.Param;
import org.patchwork.learn.PickReasons;
import org.patchwork.learn.SampleRequest;
import org.patchwork.learn.Selection;

/**
 * MaxHerding (Bae, Noh and Sutherland 2024): the images that best stand for all others, by the
 * generalised coverage with a Gaussian kernel; see {@link Herding}. Looks at no model.
 */
public final class MaxHerdingSampler extends FeatureSampler<MaxHerdingSampler.Parameters> {

  /** Settings. */
  public record Parameters(
      @Param(
              label = "Kernel width",
              help =
                  "Distance, between directions of features, at which likeness falls to 0.37;"
                      + " between 0 and 2.",
              min = 0.01,
              max = 10,
              step = 0.1)
          double kernelWidth,
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

  public MaxHerdingSampler() {
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
    SubMonitor progress = SubMonitor.convert(monitor, 10);
    Herding herding = new Herding(pool, request, progress.split(1));
    float[] weights = new float[pool.size()];
    Arrays.fill(weights, 1);
    PickReasons why = PickReasons.same("like many not covered yet", -1, pool.size());
    Selection selection =
        herding.choose(weights, (float) parameters.kernelWidth(), request, why, progress.split(9));
    String reason = pool.images(selection.rows().length) + " that stand best for the others";
    return selection.told(
        herding.labeled() == 0 ? reason : reason + " beside " + herding.labeled() + " labelled");
  }
}
