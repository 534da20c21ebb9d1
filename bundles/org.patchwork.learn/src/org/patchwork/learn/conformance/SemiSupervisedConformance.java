// SPDX-License-Identifier: MIT
package org.patchwork.learn.conformance;

import java.util.SplittableRandom;
import org.patchwork.learn.SemiSupervised;
import org.patchwork.learn.UnlabelledNodes;
import org.patchwork.learn.network.Node;

/** Checks what training relies on in a semi-supervised loss. */
public abstract class SemiSupervisedConformance<P extends Record>
    extends AlgorithmConformance<SemiSupervised<P>, P> {
  private static final int IMAGES = 6;
  private static final int CLASSES = 3;
  private static final int WIDTH = 4;
  private static final int SUBSETS = 2;

  /**
   * Checks that the loss is a finite scalar ≥ 0, also at probabilities 0 and 1, and that it asks
   * only for what it has said it needs.
   */
  public final void verify() {
    verifyAlgorithm();
    for (double corner : new double[] {-1, 0, 1}) {
      Node loss = algorithm().build(new ReferenceOps(), new Values(corner), parameters());
      require(loss.rank() == 0, "The loss must be a scalar");
      double value = ReferenceOps.value(loss).scalar();
      require(
          Double.isFinite(value) && value >= -1e-9,
          "The loss must be finite and not negative, not " + value);
    }
  }

  /** Random values, or probabilities that are all alike. */
  private final class Values implements UnlabelledNodes {
    private final SplittableRandom random = new SplittableRandom(9);
    private final double corner;

    Values(double corner) {
      this.corner = corner;
    }

    private Node probabilities() {
      double[] values = random.doubles(IMAGES * CLASSES).toArray();
      if (corner >= 0) {
        java.util.Arrays.fill(values, corner);
      }
      return ReferenceValue.of(values, IMAGES, CLASSES);
    }

    @Override
    public Node vectors() {
      return ReferenceValue.of(random.doubles(IMAGES * WIDTH).toArray(), IMAGES, WIDTH);
    }

    @Override
    public Node predictions() {
      return probabilities();
    }

    @Override
    public Node answers() {
      return probabilities();
    }

    @Override
    public Node strongPredictions() {
      require(algorithm().needsStrongView(), "It asks for a strong view: say so (needsStrongView)");
      return probabilities();
    }

    @Override
    public Node teacherAnswers() {
      require(
          algorithm().teacherDecay(parameters()).isPresent(),
          "It asks for a teacher: give its teacherDecay");
      return probabilities();
    }

    @Override
    public Node subsets() {
      require(algorithm().needsSubsets(), "It asks for subsets: say so (needsSubsets)");
      double[] values = new double[SUBSETS * IMAGES];
      for (int i = 0; i < IMAGES; i++) {
        values[(i % SUBSETS) * IMAGES + i] = 1;
      }
      return ReferenceValue.of(values, SUBSETS, IMAGES);
    }
  }
}
