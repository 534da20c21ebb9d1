// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining.losses;

import java.util.List;
import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Ops;

/**
 * From each view the codes of the others are predicted: the mean over all pairs of a coded view and
 * another one of −Σ code · ln softmax(scores / temperature). SwAV (Caron et al. 2020, equation 2)
 * and DINO (Caron et al. 2021, equation 3) are of this form.
 *
 * @param temperature of the predictions
 */
public record CodeLoss(double temperature) {

  /**
   * The loss, a scalar.
   *
   * @param codes codes of the first views, rows that add up to 1, {@code [n, k]}
   * @param scores scores of all views, {@code [n, k]}
   */
  public Node build(Ops ops, List<Node> codes, List<Node> scores) {
    Node scale = ops.constant((float) (1 / temperature));
    List<Node> likelihoods =
        scores.stream().map(view -> ops.logSoftmax(ops.multiply(view, scale))).toList();
    Node total = ops.constant(0);
    int pairs = 0;
    for (int coded = 0; coded < codes.size(); coded++) {
      for (int view = 0; view < scores.size(); view++) {
        if (view != coded) {
          Node agreed = ops.multiply(codes.get(coded), likelihoods.get(view));
          total = ops.subtract(total, ops.mean(ops.sum(agreed, false, -1), false));
          pairs++;
        }
      }
    }
    return ops.multiply(total, ops.constant(1f / pairs));
  }

  /** Mean over rows of −Σ p ln p. */
  public static Node entropy(Ops ops, Node probabilities) {
    Node logs = ops.log(ops.add(probabilities, ops.constant(1e-12f)));
    return ops.negate(ops.mean(ops.sum(ops.multiply(probabilities, logs), false, -1), false));
  }

  /**
   * How many outputs are in use: exp of the entropy of the mean row; 1 when all images are given
   * the same.
   */
  public static Node used(Ops ops, Node probabilities) {
    return ops.exp(entropy(ops, ops.mean(probabilities, true, 0)));
  }
}
