// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import org.patchwork.training.TrainingData;

/** Room for the features and labels of a number of rows, filled again and again. */
public final class Batch {
  private final int[] rows;
  private final float[] inputs;
  private final float[] targets;
  private int count;
  private int knownLabels;

  /** Makes room for {@code capacity} rows. */
  public Batch(int capacity, int width, int classes) {
    this.rows = new int[capacity];
    this.inputs = new float[Math.multiplyExact(capacity, width)];
    this.targets = new float[Math.multiplyExact(capacity, classes)];
  }

  /** Fills it with {@code length} rows of {@code source} from {@code offset} on. */
  public void fill(TrainingData data, int[] source, int offset, int length) {
    int width = data.features().width();
    int classes = data.labels().classes();
    count = length;
    for (int i = 0; i < length; i++) {
      rows[i] = source[offset + i];
      data.features().read(rows[i], inputs, i * width);
      data.labels().copyLabels(rows[i], targets, i * classes);
    }
    knownLabels = countKnown(length * classes);
  }

  private int countKnown(int length) {
    int known = 0;
    for (int i = 0; i < length; i++) {
      known += targets[i] >= 0 ? 1 : 0;
    }
    return known;
  }

  /** Number of rows in it. */
  public int count() {
    return count;
  }

  /** Number of labels in it that are not unknown. */
  public int knownLabels() {
    return knownLabels;
  }

  /** The features, row-major. */
  public float[] inputs() {
    return inputs;
  }

  /** The labels, row-major: −1, 0, 1. */
  public float[] targets() {
    return targets;
  }
}
