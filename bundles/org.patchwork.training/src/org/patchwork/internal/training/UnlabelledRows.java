// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.patchwork.core.LabelTable;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.Part;
import org.patchwork.training.TrainingData;

/**
 * Draws the images whose labels are not looked at: all that are neither excluded nor held out,
 * labelled or not, with replacement. Where subsets are compared, a subset is drawn first and then
 * an image of it, and images without a subset take no part.
 */
final class UnlabelledRows {
  private static final int TRIES = 100;

  private final TrainingData data;
  private final int[][] groups;
  private final float[] buffer;
  private final boolean bySubset;

  private UnlabelledRows(TrainingData data, int[][] groups, boolean bySubset) {
    this.data = data;
    this.groups = groups;
    this.bySubset = bySubset;
    this.buffer = new float[data.features().width()];
  }

  /**
   * Prepares draws.
   *
   * @throws TrainingException if subsets are wanted and there are fewer than two; says what to do
   */
  static UnlabelledRows of(TrainingData data, boolean bySubset) throws TrainingException {
    LabelTable labels = data.labels();
    int[] all = Part.TRAINING.rows(labels);
    if (!bySubset) {
      return new UnlabelledRows(data, new int[][] {all}, false);
    }
    Map<String, IntStream.Builder> subsets = new TreeMap<>();
    for (int row : all) {
      String subset = labels.subset(row);
      if (subset != null) {
        subsets.computeIfAbsent(subset, name -> IntStream.builder()).add(row);
      }
    }
    if (subsets.size() < 2) {
      throw new TrainingException(
          "This use of unlabelled images compares subsets, and there "
              + (subsets.isEmpty() ? "are none" : "is only one")
              + ". Import the images with a subset, such as their source, or choose another loss on"
              + " unlabelled images.");
    }
    int[][] groups =
        subsets.values().stream().map(rows -> rows.build().toArray()).toArray(int[][]::new);
    return new UnlabelledRows(data, groups, true);
  }

  /**
   * Draws rows that have features.
   *
   * @param groupOf takes the number of the subset of each row
   */
  void draw(RandomGenerator random, int[] rows, int[] groupOf) {
    for (int i = 0; i < rows.length; i++) {
      int tries = 0;
      do {
        groupOf[i] = random.nextInt(groups.length);
        rows[i] = groups[groupOf[i]][random.nextInt(groups[groupOf[i]].length)];
      } while (!RowChoice.hasFeatures(data.features(), rows[i], buffer) && ++tries < TRIES);
      if (tries == TRIES) {
        throw new IllegalStateException(
            "Hardly any image has features. Compute the features again, then train again.");
      }
    }
  }

  /**
   * Which of the subsets of a batch each row belongs to; subsets without a row are left out.
   *
   * @param target takes {@code subsets × rows} values
   * @return the number of subsets, 0 if they are not compared
   */
  int memberships(int[] groupOf, float[] target) {
    if (!bySubset) {
      return 0;
    }
    int[] present = IntStream.of(groupOf).distinct().sorted().toArray();
    for (int s = 0; s < present.length; s++) {
      for (int i = 0; i < groupOf.length; i++) {
        target[s * groupOf.length + i] = groupOf[i] == present[s] ? 1 : 0;
      }
    }
    return present.length;
  }
}
