// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.learn.SampleRequest;
import org.patchwork.learn.Sampler;
import org.patchwork.learn.Selection;

/**
 * A sampler that looks at nothing but predictions; says what is missing where there is nothing to
 * look at.
 */
abstract class PredictionSampler<P extends Record> implements Sampler<P> {
  private final boolean ofOneClass;

  PredictionSampler(boolean ofOneClass) {
    this.ofOneClass = ofOneClass;
  }

  @Override
  public final Set<Need> needs() {
    return ofOneClass ? EnumSet.of(Need.PREDICTIONS, Need.CLASS) : EnumSet.of(Need.PREDICTIONS);
  }

  @Override
  public final Selection sample(SampleRequest request, P parameters, IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, 2);
    if (request.candidates().length == 0) {
      return Selection.empty("There are no images to choose from.");
    } else if (request.predictions() == null) {
      return Selection.empty(
          "There are no predictions; label some images and train a model first.");
    } else if (ofOneClass && request.classIndex() < 0) {
      return Selection.empty("No class is chosen; choose the class to draw for.");
    }
    PredictionView view = new PredictionView(request, progress.split(1));
    if (ofOneClass && !view.knowsChosenClass()) {
      return Selection.empty("The model was trained before this class was added; train again.");
    } else if (view.rows().length == 0) {
      return Selection.empty(
          "None of the "
              + request.candidates().length
              + " matching images has a prediction; compute their features and train again.");
    }
    progress.split(1);
    return choose(view, request, parameters);
  }

  /** Chooses from at least one row with predictions. */
  abstract Selection choose(PredictionView view, SampleRequest request, P parameters);

  /** The start of a reason: {@code "24 of 1287 images"}, for as many as will be chosen. */
  static String images(SampleRequest request, PredictionView view) {
    return Math.min(request.count(), view.rows().length) + " of " + view.rows().length + " images";
  }
}
