// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.Arrays;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.learn.PickReasons;
import org.patchwork.learn.SampleRequest;
import org.patchwork.learn.Selection;

/**
 * BADGE (Ash et al. 2020) with respect to one class: k-means++ over the gradients of the column of
 * the last layer's kernel that belongs to the chosen class. Images with a label for the class come
 * only if there are no others. See {@link BadgeSampler}.
 */
public final class ClassBadgeSampler extends FeatureSampler<BadgeParameters> {
  public ClassBadgeSampler() {
    super(Need.PREDICTIONS, Need.CLASS);
  }

  @Override
  public Class<BadgeParameters> parameterType() {
    return BadgeParameters.class;
  }

  @Override
  public boolean looksInside() {
    return true;
  }

  @Override
  FeatureMatrix compared(SampleRequest request) {
    return request.hidden().orElse(request.features());
  }

  @Override
  int[] shortList(PredictionView view, SampleRequest request, BadgeParameters parameters) {
    int[] all = view.rows();
    int[] open = new int[all.length];
    int count = 0;
    for (int row : all) {
      open[count] = row;
      count += request.labels().label(row, request.classIndex()) == LabelTable.UNKNOWN ? 1 : 0;
    }
    return count == 0 ? all : Arrays.copyOf(open, count);
  }

  @Override
  Selection choose(
      FeaturePool pool,
      PredictionView view,
      SampleRequest request,
      BadgeParameters parameters,
      SubMonitor monitor) {
    GradientEmbedding embedding =
        GradientEmbedding.ofClass(pool, view, view.chosenIndex(), request);
    GradientPicks picks = new GradientPicks(embedding, request, monitor);
    String name = request.className(request.classIndex());
    int chosen = picks.places().length;
    String reason =
        pool.images(chosen) + " with large and different gradients with respect to " + name;
    PickReasons why =
        PickReasons.same(
            "unsure about " + name + " in a way of its own", request.classIndex(), chosen);
    return filled(picks.selection(pool, reason).because(why), pool, request);
  }
}
