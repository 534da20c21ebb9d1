// SPDX-License-Identifier: MIT
package com.example.patchwork.systematic;

import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.Param;
import org.patchwork.learn.SampleRequest;
import org.patchwork.learn.Sampler;
import org.patchwork.learn.Selection;

/**
 * Systematic sampling (W. G. Madow and L. H. Madow, "On the theory of systematic sampling", Annals
 * of Mathematical Statistics 15, 1944): the candidates are cut into as many stretches of equal length
 * as images are wanted, and one is taken from the same place in each.
 *
 * <p>Where neighbours are alike, as frames of a film or tiles of a slide are, such a page covers more
 * than a random one. A stretch may have a fractional length, so the number of images is exact; the
 * original has whole lengths only.
 */
public final class SystematicSampler implements Sampler<SystematicSampler.Parameters> {

  /**
   * The parameters.
   *
   * @param start place in each stretch, in [0, 1); −1 draws it
   */
  public record Parameters(
      @Param(
              label = "Start",
              help = "Place in each stretch from 0 to below 1; -1 draws it by the seed.",
              min = -1,
              max = 0.999)
          double start) {
    public Parameters() {
      this(-1);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public Set<Need> needs() {
    return Set.of();
  }

  @Override
  public Selection sample(SampleRequest request, Parameters parameters, IProgressMonitor monitor) {
    int[] candidates = request.candidates();
    int count = Math.min(request.count(), candidates.length);
    if (count == 0) {
      return Selection.empty("There is no image to choose.");
    }
    double length = (double) candidates.length / count;
    double start = parameters.start() < 0 ? request.random().nextDouble() : parameters.start();
    int[] rows = new int[count];
    for (int i = 0; i < count; i++) {
      rows[i] = candidates[(int) ((i + start) * length)];
    }
    return Selection.of(rows, String.format("Systematic, every %.1f images", length));
  }
}
