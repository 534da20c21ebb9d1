// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import org.patchwork.core.NoParameters;

/**
 * BALD (Houlsby, Huszár, Ghahramani and Lengyel 2011; for deep ensembles Beluch et al. 2018): the
 * images whose label would tell most about the model, by the mutual information H(mean of p) − mean
 * of H(p) in bits. High where each member is sure and they differ; an image all members find
 * equally unclear does not come.
 */
public final class BaldSampler extends EnsembleSampler<NoParameters> {
  @Override
  public Class<NoParameters> parameterType() {
    return NoParameters.class;
  }

  @Override
  Committee.Disagreement disagreement(NoParameters parameters) {
    return BaldSampler::mutualInformation;
  }

  /** In bits, at least 0. */
  static double mutualInformation(double[][] members) {
    double within = 0;
    for (double[] member : members) {
      within += entropy(member) / members.length;
    }
    return Math.max(0, entropy(mean(members)) - within);
  }
}
