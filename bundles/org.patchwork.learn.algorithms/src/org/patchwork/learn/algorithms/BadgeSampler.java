// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.learn.PickReasons;
import org.patchwork.learn.SampleRequest;
import org.patchwork.learn.Selection;

/**
 * BADGE (Ash, Zhang, Krishnamurthy, Langford and Agarwal 2020): k-means++ over gradient embeddings.
 * An image is likely to come if its gradient is long, so that the model is unsure, and far from
 * those of the images drawn before it, so that it is unsure of something else. The first is drawn
 * uniformly. The score is the distance from the nearest embedding drawn before, for the first its
 * own length.
 *
 * <p>Embeddings are never made: see {@link OuterProducts}. What differs from the paper: independent
 * classes and images with some labels, see {@link GradientEmbedding}; the input of the last layer
 * is what the run wrote down of it, for models without hidden layers the feature vector as the
 * network scales it. It stands in for the input where a run has several last layers (an ensemble)
 * or a fine-tuned extractor.
 */
public final class BadgeSampler extends FeatureSampler<BadgeParameters> {
  public BadgeSampler() {
    super(Need.PREDICTIONS);
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
  Selection choose(
      FeaturePool pool,
      PredictionView view,
      SampleRequest request,
      BadgeParameters parameters,
      SubMonitor monitor) {
    GradientEmbedding embedding = GradientEmbedding.ofAllClasses(pool, view, request);
    GradientPicks picks = new GradientPicks(embedding, request, monitor);
    int[] classes = picks.places();
    for (int i = 0; i < classes.length; i++) {
      classes[i] = view.labelColumn(embedding.mainClass(classes[i]));
    }
    PickReasons why =
        PickReasons.ofClasses(
            classes, c -> "unsure in a way of its own, most of all about " + request.className(c));
    String reason = pool.images(classes.length) + " with large and different gradients";
    return filled(picks.selection(pool, reason).because(why), pool, request);
  }
}
