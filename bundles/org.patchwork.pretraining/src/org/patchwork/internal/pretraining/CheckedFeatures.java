// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining;

import java.util.stream.IntStream;
import org.patchwork.pretraining.FeatureCheck;

/**
 * What the features of an encoder were worth, and the features that told.
 *
 * @param check the figures
 * @param probe the labelled images
 * @param training features of those that teach
 * @param test features of those that test
 * @param predicted classes that the linear probe gives to those that test; empty if there are too
 *     few
 */
record CheckedFeatures(
    FeatureCheck check, ProbeRows probe, float[][] training, float[][] test, int[] predicted) {

  /** The labelled images in the order of their rows. */
  record Labelled(int row, int type, boolean tests, float[] features) {}

  /** All labelled images, by row. */
  Labelled[] labelled() {
    return IntStream.range(0, training.length + test.length)
        .mapToObj(this::labelled)
        .sorted(java.util.Comparator.comparingInt(Labelled::row))
        .toArray(Labelled[]::new);
  }

  private Labelled labelled(int place) {
    int i = place - training.length;
    return i < 0
        ? new Labelled(
            probe.training()[place], probe.trainingClasses()[place], false, training[place])
        : new Labelled(probe.test()[i], probe.testClasses()[i], true, test[i]);
  }
}
