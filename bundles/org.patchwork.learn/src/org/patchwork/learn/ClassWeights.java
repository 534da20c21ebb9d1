// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.util.Arrays;
import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Ops;

/**
 * Weights of the cells in a loss, by class and value. In each class they are scaled so that the
 * known training labels weigh 1 on average; where a value of a class has no label yet, all labels
 * of the class weigh 1.
 *
 * @param absent weight of a cell labelled absent, by class
 * @param present weight of a cell labelled present, by class
 */
public record ClassWeights(float[] absent, float[] present) {
  private static final double BETA = 0.999;

  public ClassWeights {
    if (absent.length != present.length) {
      throw new IllegalArgumentException(
          "There are weights of "
              + absent.length
              + " classes for absent, but of "
              + present.length
              + " for present.");
    }
  }

  /** Weights that follow from the labels of the training part. */
  public static ClassWeights of(ClassWeighting weighting, LabelCounts counts) {
    float[] absent = new float[counts.classes()];
    float[] present = new float[counts.classes()];
    for (int c = 0; c < absent.length; c++) {
      int zeros = counts.negatives(Part.TRAINING, c);
      int ones = counts.positives(Part.TRAINING, c);
      boolean both = zeros > 0 && ones > 0;
      double zero = both ? raw(weighting, zeros) : 1;
      double one = both ? raw(weighting, ones) : 1;
      double mean = both ? (zeros * zero + ones * one) / ((double) zeros + ones) : 1;
      absent[c] = (float) (zero / mean);
      present[c] = (float) (one / mean);
    }
    return new ClassWeights(absent, present);
  }

  private static double raw(ClassWeighting weighting, int count) {
    return switch (weighting) {
      case NONE -> 1;
      case SQUARE_ROOT -> 1 / Math.sqrt(count);
      case EFFECTIVE_NUMBER -> (1 - BETA) / (1 - Math.pow(BETA, count));
      case BALANCED -> 1.0 / count;
    };
  }

  /** Number of classes. */
  public int classes() {
    return absent.length;
  }

  /** True if every weight is 1. */
  public boolean even() {
    for (int c = 0; c < absent.length; c++) {
      if (absent[c] != 1 || present[c] != 1) {
        return false;
      }
    }
    return true;
  }

  /**
   * The weight of each cell.
   *
   * @param target {@code [n, classes]}, values −1 (unknown), 0, 1
   * @return {@code [n, classes]}; an unknown cell has the weight of an absent one
   */
  public Node cells(Ops ops, Node target) {
    Node isPresent = ops.equal(target, ops.constant(1));
    float[] more = new float[absent.length];
    for (int c = 0; c < more.length; c++) {
      more[c] = present[c] - absent[c];
    }
    return ops.add(
        ops.constant(absent, absent.length),
        ops.multiply(isPresent, ops.constant(more, more.length)));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ClassWeights weights
        && Arrays.equals(absent, weights.absent)
        && Arrays.equals(present, weights.present);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(absent) + Arrays.hashCode(present);
  }

  @Override
  public String toString() {
    return "ClassWeights[absent "
        + Arrays.toString(absent)
        + ", present "
        + Arrays.toString(present)
        + "]";
  }
}
