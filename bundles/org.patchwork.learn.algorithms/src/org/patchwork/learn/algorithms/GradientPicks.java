// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.learn.SampleRequest;
import org.patchwork.learn.Selection;

/** A k-means++ draw over gradient embeddings. */
final class GradientPicks {
  private final OuterProducts space;
  private final SpreadPicks picks;

  GradientPicks(GradientEmbedding embedding, SampleRequest request, IProgressMonitor monitor) {
    this.space = embedding.space();
    this.picks =
        new SpreadPicks(space, NearestCentre.unreached(space.count()))
            .byLot(request.count(), request.random(), monitor);
  }

  /** The images drawn, as places in the pool, in the order of drawing; a copy. */
  int[] places() {
    return picks.points().clone();
  }

  /** The rows with the distance from the nearest embedding before, the length for the first. */
  Selection selection(FeaturePool pool, String reason) {
    float[] scores = picks.distances();
    if (scores.length > 0) {
      scores[0] = (float) Math.sqrt(space.squaredNorm(picks.points()[0]));
    }
    return new Selection(pool.rowsOf(picks.points()), scores, reason);
  }
}
