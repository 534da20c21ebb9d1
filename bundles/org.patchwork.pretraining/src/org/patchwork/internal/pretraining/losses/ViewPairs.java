// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining.losses;

import java.util.Arrays;
import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Ops;

/**
 * Two views of n images as 2n rows, and which pairs of rows are negatives: all but a row with
 * itself and with the other view of its image.
 *
 * @param ops makes operations
 * @param first unit vectors {@code [n, d]}
 * @param second unit vectors {@code [n, d]}
 * @param count n
 */
record ViewPairs(Ops ops, Node first, Node second, int count) {
  private static final float NEVER = -1e9f;

  /** Pairs of embeddings, brought to unit length. */
  static ViewPairs of(Ops ops, Node first, Node second) {
    return new ViewPairs(ops, ops.l2Normalize(first), ops.l2Normalize(second), first.size(0));
  }

  /** Cosines of all pairs of rows, {@code [2n, 2n]}. */
  Node similarities() {
    Node rows = ops.concat(0, first, second);
    return ops.matMul(rows, rows, true);
  }

  /** Cosine of each row with the other view of its image, {@code [2n, 1]}. */
  Node positives() {
    Node cosines = ops.sum(ops.multiply(first, second), true, -1);
    return ops.concat(0, cosines, cosines);
  }

  /** 1 for negatives, 0 elsewhere, row-major. */
  static float[] mask(int count) {
    float[] mask = new float[4 * count * count];
    Arrays.fill(mask, 1);
    for (int i = 0; i < 2 * count; i++) {
      mask[i * 2 * count + i] = 0;
      mask[i * 2 * count + (i + count) % (2 * count)] = 0;
    }
    return mask;
  }

  Node negatives() {
    return ops.constant(mask(count), 2 * count, 2 * count);
  }

  /** 0 for negatives, far below every logit elsewhere. */
  Node onlyNegatives() {
    float[] penalty = mask(count);
    for (int i = 0; i < penalty.length; i++) {
      penalty[i] = penalty[i] == 1 ? 0 : NEVER;
    }
    return ops.constant(penalty, 2 * count, 2 * count);
  }

  /** Part of the rows whose positive is above every negative. */
  Node accuracy(Node positives, Node negatives) {
    Node hardest = ops.max(negatives, true, -1);
    return ops.subtract(ops.constant(1), ops.mean(ops.greaterEqual(hardest, positives), false));
  }

  /** ln Σ exp of each row, {@code [2n, 1]}, without overflow. */
  Node logSumExp(Node logits) {
    Node top = ops.stopGradient(ops.max(logits, true, -1));
    return ops.add(top, ops.log(ops.sum(ops.exp(ops.subtract(logits, top)), true, -1)));
  }
}
