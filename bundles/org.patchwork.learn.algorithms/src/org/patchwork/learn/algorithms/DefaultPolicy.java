// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.LabelTable;
import org.patchwork.core.NoParameters;
import org.patchwork.core.Param;
import org.patchwork.learn.SampleRequest;
import org.patchwork.learn.Sampler;
import org.patchwork.learn.Selection;

/**
 * What to do when the user does not want to choose; hands over by itself and says so in the reason.
 *
 * <ol>
 *   <li><b>Cold start</b>, until every class has a positive and a model is trained: typical images
 *       of all kinds. Without features they are random. Where classes are independent, half of a
 *       page is random as soon as there is a model, since a rare class shows in no cluster.
 *   <li><b>Margin and diversity</b>: the images that best stand for what the model is unsure of
 *       ({@link UncertaintyHerdingSampler}). Without features margin alone.
 *   <li><b>Quotas</b>, where classes are independent, every class has some answers, and a class has
 *       less than half of the average number of positives: a part of the page for such classes, the
 *       images most likely to contain them; the rest as before. Exclusive classes compete for each
 *       image, so that margins look after the rare ones.
 * </ol>
 */
public final class DefaultPolicy implements Sampler<DefaultPolicy.Parameters> {
  private static final double BEHIND = 0.5;
  private static final int SAMPLING = 8;

  private final ColdStartSampler coldStart = new ColdStartSampler();
  private final UncertaintyHerdingSampler herding = new UncertaintyHerdingSampler();
  private final MarginSampler margin = new MarginSampler();
  private final RandomSampler random = new RandomSampler();

  /** Settings. */
  public record Parameters(
      @Param(
              label = "Quota",
              help =
                  "Part of the page for classes that lag behind, where an image can have several"
                      + " classes; 0 for none.",
              min = 0,
              max = 1,
              step = 0.1)
          double quota,
      @Param(
              label = "Answers before quotas",
              help =
                  "Quotas begin when every class has so many training labels, present or absent;"
                      + " with fewer the model cannot tell yet where a rare class is.",
              min = 0,
              max = 1_000_000,
              step = 10)
          int answersBeforeQuotas) {
    public Parameters() {
      this(0.5, 70);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public Set<Need> needs() {
    return Set.of();
  }

  @Override
  public Selection sample(SampleRequest request, Parameters parameters, IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, SAMPLING + 2);
    int missing = classesWithoutPositive(request.labels());
    if (request.labels().classes() > 0 && missing == 0 && request.predictions() != null) {
      Selection selection = byModel(request, parameters, progress.split(SAMPLING));
      if (!selection.isEmpty()) {
        return selection;
      }
    }
    String why =
        missing == 0
            ? "before the first model"
            : missing == 1 ? "one class has no positive" : missing + " classes have no positive";
    boolean rare = request.predictions() != null && !request.predictions().exclusive();
    return withoutModel(request, rare ? request.count() / 2 : 0, why, progress);
  }

  private Selection withoutModel(
      SampleRequest request, int byChance, String why, SubMonitor progress) {
    progress.setWorkRemaining(3);
    Selection typical =
        coldStart.sample(
            request.with(request.candidates(), request.count() - byChance),
            coldStart.defaults(),
            progress.split(1));
    if (typical.isEmpty()) {
      return explained(
          "Random, " + why, random.sample(request, new NoParameters(), progress.split(1)));
    }
    Selection cold = explained("Cold start, " + why, typical);
    if (byChance == 0) {
      return cold;
    }
    Selection some =
        random.sample(
            request.with(typical.others(request.candidates()), byChance),
            new NoParameters(),
            progress.split(1));
    return some.isEmpty()
        ? cold
        : cold.followedBy(some, cold.reason() + "; " + some.rows().length + " at random");
  }

  /** Empty if no candidate has a prediction. */
  private Selection byModel(SampleRequest request, Parameters parameters, SubMonitor progress) {
    progress.setWorkRemaining(SAMPLING);
    PredictionView view = new PredictionView(request, progress.split(1));
    ClassQuotas quotas = new ClassQuotas(view, request);
    boolean inTime =
        !view.exclusive() && quotas.fewestAnswers() >= parameters.answersBeforeQuotas();
    int[] behind = inTime ? quotas.behind(BEHIND) : new int[0];
    int wanted = (int) Math.round(parameters.quota() * request.count());
    Selection likely = quotas.likely(behind, behind.length == 0 ? 0 : wanted);
    Selection uncertain =
        uncertain(
            request.with(likely.others(view.rows()), request.count() - likely.rows().length),
            progress.split(SAMPLING - 1));
    return likely.isEmpty()
        ? uncertain
        : likely.followedBy(
            uncertain,
            "Quotas: "
                + likely.rows().length
                + " for classes with few positives, "
                + quotas.names(behind)
                + ". "
                + uncertain.reason());
  }

  private Selection uncertain(SampleRequest request, SubMonitor progress) {
    progress.setWorkRemaining(2);
    if (request.features() != null) {
      Selection diverse = herding.sample(request, herding.defaults(), progress.split(1));
      if (!diverse.isEmpty()) {
        return explained("Margin and diversity", diverse);
      }
    }
    Selection nearest = margin.sample(request, new NoParameters(), progress.split(1));
    return nearest.isEmpty() ? nearest : explained("Margin", nearest);
  }

  private static Selection explained(String what, Selection selection) {
    return selection.told(what + ": " + selection.reason());
  }

  private static int classesWithoutPositive(LabelTable labels) {
    int missing = 0;
    for (int c = 0; c < labels.classes(); c++) {
      missing += labels.count(c, LabelTable.PRESENT, false) == 0 ? 1 : 0;
    }
    return missing;
  }
}
