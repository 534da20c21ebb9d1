// SPDX-License-Identifier: MIT
package org.patchwork.learn.conformance;

import java.util.SplittableRandom;
import org.patchwork.learn.Loss;
import org.patchwork.learn.WeightedLoss;

/** Checks what training relies on in a loss. */
public abstract class LossConformance<P extends Record> extends AlgorithmConformance<Loss<P>, P> {
  private static final int ROWS = 6;
  private static final int CLASSES = 3;
  private static final double STEP = 1e-4;

  /**
   * Checks that the loss is a finite scalar ≥ 0 even at probabilities 0 and 1; that unknown cells
   * change neither it nor, by finite differences, its gradient; and that a batch without a known
   * cell costs 0. If the loss takes weights, it also checks that weights which are all alike change
   * nothing, that those of unknown cells do not count, and that those of known cells do.
   */
  public final void verify() {
    verifyAlgorithm();
    double[] target = {-1, -1, -1, 1, 0, -1, 0, 1, 0, -1, 0, -1, -1, 1, -1, 0, 0, 1};
    double[] prediction = probabilities();
    double loss = loss(target, prediction);
    require(
        loss >= 0 && Double.isFinite(loss),
        "The loss must be finite and not negative, not " + loss);
    for (int i = 0; i < target.length; i++) {
      if (target[i] == -1) {
        double[] moved = prediction.clone();
        moved[i] += STEP;
        require(
            loss(target, moved) == loss,
            "An unknown cell must not change the loss, but cell "
                + i
                + " of "
                + CLASSES
                + " a row does");
      }
    }
    double[] unknown = new double[ROWS * CLASSES];
    java.util.Arrays.fill(unknown, -1);
    double nothing = loss(unknown, prediction);
    require(nothing == 0, "A batch without a known cell must cost 0, not " + nothing);
    for (int corner = 0; corner <= 1; corner++) {
      double[] sure = new double[ROWS * CLASSES];
      java.util.Arrays.fill(sure, corner);
      double worst = loss(target, sure);
      require(
          Double.isFinite(worst) && worst >= 0,
          "The loss must be finite where probabilities are " + corner + ", not " + worst);
    }
    if (algorithm() instanceof WeightedLoss<P> weighted) {
      verifyWeights(weighted, target, prediction, loss);
    }
  }

  private void verifyWeights(
      WeightedLoss<P> weighted, double[] target, double[] prediction, double loss) {
    double[] weights = new double[target.length];
    java.util.Arrays.fill(weights, 3);
    double alike = weighted(weighted, target, prediction, weights);
    require(
        Math.abs(alike - loss) <= 1e-6 * (1 + loss),
        "Weights that are all 3 must give the loss without weights, "
            + loss
            + ", but give "
            + alike);
    double[] ofUnknown = weights.clone();
    double[] ofKnown = weights.clone();
    for (int i = 0; i < target.length; i++) {
      ofUnknown[i] = target[i] == -1 ? 7 : 3;
      ofKnown[i] = target[i] == -1 || i < target.length / 2 ? 3 : 7;
    }
    require(
        weighted(weighted, target, prediction, ofUnknown) == alike,
        "The weight of an unknown cell must not change the loss");
    require(
        weighted(weighted, target, prediction, ofKnown) != alike,
        "The weights of known cells must change the loss");
  }

  private double weighted(
      WeightedLoss<P> loss, double[] target, double[] prediction, double[] weights) {
    int rows = target.length / CLASSES;
    return ReferenceOps.value(
            loss.build(
                new ReferenceOps(),
                ReferenceValue.of(target, rows, CLASSES),
                ReferenceValue.of(prediction, rows, CLASSES),
                ReferenceValue.of(weights, rows, CLASSES),
                parameters()))
        .scalar();
  }

  /** The loss of a batch of {@code [rows, 3]} by the reference operations. */
  protected final double loss(double[] target, double[] prediction) {
    ReferenceOps ops = new ReferenceOps();
    int rows = target.length / CLASSES;
    return ReferenceOps.value(
            algorithm()
                .build(
                    ops,
                    ReferenceValue.of(target, rows, CLASSES),
                    ReferenceValue.of(prediction, rows, CLASSES),
                    parameters()))
        .scalar();
  }

  private static double[] probabilities() {
    SplittableRandom random = new SplittableRandom(5);
    double[] values = new double[ROWS * CLASSES];
    for (int row = 0; row < ROWS; row++) {
      double sum = 0;
      for (int c = 0; c < CLASSES; c++) {
        values[row * CLASSES + c] = random.nextDouble(0.05, 1);
        sum += values[row * CLASSES + c];
      }
      for (int c = 0; c < CLASSES; c++) {
        values[row * CLASSES + c] /= sum;
      }
    }
    return values;
  }
}
