// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.LabelTable;
import org.patchwork.core.NoParameters;
import org.patchwork.learn.SampleRequest;
import org.patchwork.learn.Sampler;
import org.patchwork.learn.Selection;

/**
 * What to do when the user does not want to choose: typical images of all kinds until every class
 * has a positive and a model is trained, then the images nearest to a decision boundary. Without
 * features the start is random. The reason says which it was.
 */
public final class DefaultPolicy implements Sampler<NoParameters> {
  private final ColdStartSampler coldStart = new ColdStartSampler();
  private final MarginSampler margin = new MarginSampler();
  private final RandomSampler random = new RandomSampler();

  @Override
  public Class<NoParameters> parameterType() {
    return NoParameters.class;
  }

  @Override
  public Set<Need> needs() {
    return Set.of();
  }

  @Override
  public Selection sample(
      SampleRequest request, NoParameters parameters, IProgressMonitor monitor) {
    int missing = classesWithoutPositive(request.labels());
    if (request.labels().classes() > 0 && missing == 0 && request.predictions() != null) {
      Selection selection = margin.sample(request, new NoParameters(), monitor);
      if (selection.rows().length > 0) {
        return explained("Margin", selection);
      }
    }
    String why =
        missing == 0
            ? "before the first model"
            : missing == 1 ? "one class has no positive" : missing + " classes have no positive";
    Selection typical = coldStart.sample(request, coldStart.defaults(), monitor);
    return typical.rows().length > 0
        ? explained("Cold start, " + why, typical)
        : explained("Random, " + why, random.sample(request, new NoParameters(), monitor));
  }

  private static Selection explained(String what, Selection selection) {
    return new Selection(selection.rows(), selection.scores(), what + ": " + selection.reason());
  }

  private static int classesWithoutPositive(LabelTable labels) {
    int missing = 0;
    for (int c = 0; c < labels.classes(); c++) {
      missing += labels.count(c, LabelTable.PRESENT, false) == 0 ? 1 : 0;
    }
    return missing;
  }
}
