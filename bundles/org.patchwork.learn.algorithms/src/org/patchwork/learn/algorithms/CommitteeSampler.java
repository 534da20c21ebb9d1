// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import org.patchwork.core.Param;

/**
 * Query by committee (Seung, Opper and Sompolinsky 1992): the images on whose answer the members of
 * an ensemble disagree most. By votes: the entropy of the answers, one vote each (Dagan and
 * Engelson 1995), ties by the entropy of the mean probabilities. By difference: the standard
 * deviation of the probabilities, averaged over the answers.
 */
public final class CommitteeSampler extends EnsembleSampler<CommitteeSampler.Parameters> {
  /** Less than any difference between two vote entropies of up to a hundred members. */
  private static final double TIE = 1e-4;

  /** How disagreement is measured. */
  public enum Measure {
    /** Entropy of the votes. */
    VOTES,
    /** Spread of the probabilities. */
    SPREAD
  }

  /** Settings. */
  public record Parameters(
      @Param(
              label = "Measure",
              help =
                  "Votes counts how the answers divide; spread measures how far the probabilities"
                      + " lie apart.")
          Measure measure) {
    public Parameters() {
      this(Measure.VOTES);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  Committee.Disagreement disagreement(Parameters parameters) {
    return parameters.measure() == Measure.VOTES
        ? CommitteeSampler::voteEntropy
        : CommitteeSampler::spread;
  }

  static double voteEntropy(double[][] members) {
    double[] votes = new double[members[0].length];
    for (double[] member : members) {
      int best = 0;
      for (int i = 1; i < member.length; i++) {
        best = member[i] > member[best] ? i : best;
      }
      votes[best] += 1.0 / members.length;
    }
    return entropy(votes) + TIE * entropy(mean(members));
  }

  static double spread(double[][] members) {
    double[] mean = mean(members);
    double sum = 0;
    for (int i = 0; i < mean.length; i++) {
      double squares = 0;
      for (double[] member : members) {
        squares += (member[i] - mean[i]) * (member[i] - mean[i]);
      }
      sum += Math.sqrt(squares / members.length);
    }
    return sum / mean.length;
  }
}
