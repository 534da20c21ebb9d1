// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.learn.PickReasons;
import org.patchwork.learn.RandomRows;
import org.patchwork.learn.SampleRequest;
import org.patchwork.learn.Sampler;
import org.patchwork.learn.Selection;

/**
 * A sampler that compares the features of images in memory, alone or together with predictions;
 * says what is missing where there is nothing to look at.
 */
abstract class FeatureSampler<P extends Record & PoolLimit> implements Sampler<P> {
  private static final int READING = 2;
  private static final int CHOOSING = 7;

  private final Set<Need> needs;

  /** A sampler that needs features and what is named. */
  FeatureSampler(Need... further) {
    needs = EnumSet.of(Need.FEATURES);
    needs.addAll(List.of(further));
  }

  @Override
  public final Set<Need> needs() {
    return EnumSet.copyOf(needs);
  }

  @Override
  public final Selection sample(SampleRequest request, P parameters, IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, 1 + READING + CHOOSING);
    String missing = missing(request);
    if (missing != null) {
      return Selection.empty(missing);
    }
    PredictionView view = null;
    int[] rows = request.candidates();
    if (needs.contains(Need.PREDICTIONS)) {
      view = new PredictionView(request, progress.split(1));
      if (needs.contains(Need.CLASS) && !view.knowsChosenClass()) {
        return Selection.empty("The model was trained before this class was added; train again.");
      }
      rows = shortList(view, request, parameters);
    }
    FeaturePool pool =
        FeaturePool.of(
            compared(request),
            rows,
            parameters.imagesConsidered(),
            request.random(),
            progress.split(READING));
    if (pool.size() == 0) {
      return Selection.empty(
          "None of the "
              + request.candidates().length
              + " matching images has features"
              + (view == null ? "" : " and a prediction")
              + ", since they could not be read or were added lately; compute features"
              + (view == null ? " first." : " and train again."));
    }
    return choose(pool, view, request, parameters, progress.split(CHOOSING));
  }

  private String missing(SampleRequest request) {
    if (request.candidates().length == 0) {
      return "There are no images to choose from.";
    } else if (request.features() == null) {
      return "There are no features to compare; compute them first.";
    } else if (needs.contains(Need.PREDICTIONS) && request.predictions() == null) {
      return "There are no predictions; label some images and train a model first.";
    }
    return needs.contains(Need.CLASS) && request.classIndex() < 0
        ? "No class is chosen; choose the class to draw for."
        : null;
  }

  /** What images are compared by: their features, unless the sampler says otherwise. */
  FeatureMatrix compared(SampleRequest request) {
    return request.features();
  }

  /** The rows with predictions whose features are worth reading, ascending. */
  int[] shortList(PredictionView view, SampleRequest request, P parameters) {
    return view.rows();
  }

  /**
   * Chooses.
   *
   * @param pool at least one image
   * @param view the predictions, or null for a sampler that needs none
   */
  abstract Selection choose(
      FeaturePool pool,
      PredictionView view,
      SampleRequest request,
      P parameters,
      SubMonitor monitor);

  /**
   * Fills a selection up with random images of the pool, for example where the rest looks all the
   * same.
   */
  static Selection filled(Selection selection, FeaturePool pool, SampleRequest request) {
    int missing = Math.min(request.count(), pool.size()) - selection.rows().length;
    if (missing <= 0) {
      return selection;
    }
    BitSet taken = new BitSet();
    Arrays.stream(selection.rows()).forEach(taken::set);
    int[] rest = Arrays.stream(pool.rows()).filter(row -> !taken.get(row)).toArray();
    int[] rows = RandomRows.withoutReplacement(rest, missing, request.random());
    Selection others =
        Selection.of(rows, "").because(PickReasons.same("one at random", -1, rows.length));
    return selection.followedBy(
        others, selection.reason() + ", " + rows.length + " more at random");
  }
}
