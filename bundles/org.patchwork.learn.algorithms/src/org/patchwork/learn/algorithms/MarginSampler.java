// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import org.patchwork.core.NoParameters;
import org.patchwork.learn.SampleRequest;
import org.patchwork.learn.Selection;

/**
 * The images nearest to a decision boundary (Scheffer et al. 2001; Settles 2009, equation 2). With
 * exclusive classes the margin is the difference of the two largest probabilities. With independent
 * classes each class is a decision of its own between present and absent, its margin is |2p − 1|,
 * and the image counts with the smallest margin of the classes not labelled yet, or of all where
 * all are labelled. Ties keep table order.
 */
public final class MarginSampler extends PredictionSampler<NoParameters> {
  public MarginSampler() {
    super(false);
  }

  @Override
  public Class<NoParameters> parameterType() {
    return NoParameters.class;
  }

  @Override
  Selection choose(PredictionView view, SampleRequest request, NoParameters parameters) {
    boolean exclusive = view.exclusive() && view.classes() > 1;
    int[] rows = view.rows();
    float[] scores = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      scores[i] = exclusive ? betweenClasses(view, rows[i]) : withinClasses(view, rows[i]);
    }
    String reason =
        exclusive
            ? " with the smallest margin between the two most probable classes"
            : " nearest to the boundary of a class";
    return Ranking.smallest(rows, scores, request.count(), images(request, view) + reason);
  }

  private static float betweenClasses(PredictionView view, int row) {
    float first = Float.NEGATIVE_INFINITY;
    float second = Float.NEGATIVE_INFINITY;
    for (int c = 0; c < view.classes(); c++) {
      float p = view.probability(row, c);
      if (p > first) {
        second = first;
        first = p;
      } else if (p > second) {
        second = p;
      }
    }
    return first - second;
  }

  private static float withinClasses(PredictionView view, int row) {
    float all = Float.POSITIVE_INFINITY;
    float open = Float.POSITIVE_INFINITY;
    for (int c = 0; c < view.classes(); c++) {
      float margin = Math.abs(2 * view.probability(row, c) - 1);
      all = Math.min(all, margin);
      if (view.unknown(row, c)) {
        open = Math.min(open, margin);
      }
    }
    return open == Float.POSITIVE_INFINITY ? all : open;
  }
}
