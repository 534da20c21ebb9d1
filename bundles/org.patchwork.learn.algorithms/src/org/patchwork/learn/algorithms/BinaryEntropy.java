// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

/** Shannon entropy of a yes-or-no question. */
final class BinaryEntropy {
  private static final double LIMIT = 1e-5;

  private BinaryEntropy() {}

  /** −p log₂ p − (1 − p) log₂(1 − p) in bits, p limited to [1e-5, 1 − 1e-5]. */
  static double bits(double probability) {
    double p = Math.clamp(probability, LIMIT, 1 - LIMIT);
    return -(p * Math.log(p) + (1 - p) * Math.log1p(-p)) / Math.log(2);
  }
}
