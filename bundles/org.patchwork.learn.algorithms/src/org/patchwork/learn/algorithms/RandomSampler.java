// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.NoParameters;
import org.patchwork.learn.PickReasons;
import org.patchwork.learn.RandomRows;
import org.patchwork.learn.SampleRequest;
import org.patchwork.learn.Sampler;
import org.patchwork.learn.Selection;

/** Uniform draws without replacement. */
public final class RandomSampler implements Sampler<NoParameters> {
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
    int[] candidates = request.candidates();
    if (candidates.length == 0) {
      return Selection.empty("There are no images to choose from.");
    }
    int[] rows = RandomRows.withoutReplacement(candidates, request.count(), request.random());
    return Selection.of(rows, rows.length + " of " + candidates.length + " images at random")
        .because(PickReasons.same("one at random", -1, rows.length));
  }
}
