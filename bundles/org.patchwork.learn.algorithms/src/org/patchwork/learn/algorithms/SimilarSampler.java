// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.learn.SampleRequest;
import org.patchwork.learn.Sampler;
import org.patchwork.learn.Selection;

/**
 * More images like those labelled with the chosen class: near to one of them and far from those
 * labelled without it, by the features alone, so that a rare class can be found with one example
 * and before any model is trained. The score is the relevance d⁻ / (d⁺ + d⁻) of Giacinto and Roli
 * (2004, "Instance-based relevance feedback for image retrieval"). What differs: at most a number
 * of examples of each kind, chosen at random; images labelled for the class are left out.
 */
public final class SimilarSampler implements Sampler<NeighbourParameters> {
  @Override
  public Class<NeighbourParameters> parameterType() {
    return NeighbourParameters.class;
  }

  @Override
  public Set<Need> needs() {
    return EnumSet.of(Need.FEATURES, Need.CLASS);
  }

  @Override
  public Selection sample(
      SampleRequest request, NeighbourParameters parameters, IProgressMonitor monitor) {
    if (request.candidates().length == 0) {
      return Selection.empty("There are no images to choose from.");
    } else if (request.features() == null) {
      return Selection.empty("There are no features to compare; compute them first.");
    } else if (request.classIndex() < 0) {
      return Selection.empty("No class is chosen; choose the class to draw for.");
    }
    String name = request.className(request.classIndex());
    Candidates candidates = Candidates.unknown(request);
    if (candidates.rows().length == 0) {
      return Selection.empty(
          "All "
              + request.candidates().length
              + " matching images have a label for "
              + name
              + " already.");
    }
    LabeledNeighbours neighbours =
        new LabeledNeighbours(request, parameters.examples(), parameters.normalize());
    if (neighbours.positives() == 0) {
      return Selection.empty(
          "No training image with features is labelled with "
              + name
              + " yet; label one, then look for more like it.");
    }
    Selection selection =
        candidates.best(
            neighbours.relevance(candidates.rows(), monitor),
            request.count(),
            "images most like "
                + neighbours.positives()
                + " labelled with "
                + name
                + " and unlike "
                + neighbours.negatives()
                + " without it");
    return Presence.because(selection, "like images with ", request);
  }
}
