// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;
import org.patchwork.learn.SampleRequest;
import org.patchwork.learn.Sampler;
import org.patchwork.learn.Selection;

/**
 * Hard negatives of the chosen class: images the model takes for it although the labels speak
 * against it. An image without a label for the class counts by p · d⁺ / (d⁺ + d⁻), its probability
 * times its nearness to the images labelled without the class (one minus the relevance of Giacinto
 * and Roli 2004): probable false alarms, the negatives worth labelling (Felzenszwalb, Girshick,
 * McAllester and Ramanan 2010, section 4.4, who take all negatives the model does not reject). An
 * image labelled absent counts by p alone: either a hard negative that is known, or a wrong label
 * to review (Northcutt, Jiang and Chuang 2021). Images labelled present are left out.
 */
public final class HardNegativeSampler implements Sampler<NeighbourParameters> {
  @Override
  public Class<NeighbourParameters> parameterType() {
    return NeighbourParameters.class;
  }

  @Override
  public Set<Need> needs() {
    return EnumSet.of(Need.PREDICTIONS, Need.FEATURES, Need.CLASS);
  }

  @Override
  public Selection sample(
      SampleRequest request, NeighbourParameters parameters, IProgressMonitor monitor) {
    String missing = missing(request);
    if (missing != null) {
      return Selection.empty(missing);
    }
    String name = request.className(request.classIndex());
    Candidates candidates = Candidates.notPresent(request);
    if (candidates.rows().length == 0) {
      return Selection.empty("All matching images are labelled as containing " + name + ".");
    }
    LabeledNeighbours neighbours =
        new LabeledNeighbours(request, parameters.examples(), parameters.normalize());
    if (neighbours.positives() == 0 || neighbours.negatives() == 0) {
      return Selection.empty(
          "Hard negatives are found by comparing: label at least one training image with "
              + name
              + " and one without it.");
    }
    float[] scores = neighbours.relevance(candidates.rows(), monitor);
    weigh(scores, candidates.rows(), request);
    Selection selection =
        candidates.best(
            scores,
            request.count(),
            "images the model takes for " + name + " although the labels speak against it");
    return Presence.because(selection, "taken for, but unlike, ", request);
  }

  private static void weigh(float[] scores, int[] rows, SampleRequest request) {
    PredictionTable predictions = request.predictions();
    int column = column(request);
    for (int i = 0; i < rows.length; i++) {
      byte label = request.labels().label(rows[i], request.classIndex());
      float against = label == LabelTable.ABSENT ? 1 : 1 - scores[i];
      scores[i] = against * predictions.probability(rows[i], column);
    }
  }

  private static int column(SampleRequest request) {
    return request.predictions().classIndex(request.labels().classIds().get(request.classIndex()));
  }

  private static String missing(SampleRequest request) {
    if (request.candidates().length == 0) {
      return "There are no images to choose from.";
    } else if (request.predictions() == null) {
      return "There are no predictions; label some images and train a model first.";
    } else if (request.features() == null) {
      return "There are no features to compare; compute them first.";
    } else if (request.classIndex() < 0) {
      return "No class is chosen; choose the class to draw for.";
    }
    return column(request) < 0
        ? "The model was trained before this class was added; train again."
        : null;
  }
}
