// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import org.patchwork.core.NoParameters;
import org.patchwork.core.Param;
import org.patchwork.learn.SampleRequest;
import org.patchwork.learn.Selection;

/**
 * A share of the page for the classes with the fewest positives: the images most likely to contain
 * them, since what a very rare class lacks is positives (Attenberg and Provost 2010); the rest of
 * the page by margin. Likely positives mixed with uncertain images are also how Mullapudi et al.
 * (2021) learn rare classes from few labels.
 */
public final class RareClassSampler extends PredictionSampler<RareClassSampler.Parameters> {
  private final MarginSampler margin = new MarginSampler();

  /** Settings. */
  public record Parameters(
      @Param(
              label = "Share",
              help = "Part of the page for rare classes; the rest is chosen by margin.",
              min = 0,
              max = 1,
              step = 0.1)
          double share,
      @Param(
              label = "Rare classes",
              help = "How many classes, those with the fewest positives, divide this part.",
              min = 1,
              max = 1000)
          int rareClasses) {
    public Parameters() {
      this(0.5, 1);
    }
  }

  public RareClassSampler() {
    super(false);
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  Selection choose(PredictionView view, SampleRequest request, Parameters parameters) {
    ClassQuotas quotas = new ClassQuotas(view, request);
    int[] rare = quotas.rarest(parameters.rareClasses());
    int wanted = (int) Math.round(parameters.share() * request.count());
    Selection likely = quotas.likely(rare, wanted);
    Selection uncertain =
        margin.sample(
            request.with(likely.others(view.rows()), request.count() - likely.rows().length),
            new NoParameters(),
            view.monitor());
    String reason =
        likely.rows().length
            + " of "
            + (likely.rows().length + uncertain.rows().length)
            + " images most likely to contain "
            + quotas.names(rare);
    return likely.followedBy(
        uncertain,
        uncertain.isEmpty() ? reason : reason + "; the others nearest to the boundary of a class");
  }
}
