// SPDX-License-Identifier: MIT
package org.patchwork.learn.split;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.patchwork.core.LabelTable;
import org.patchwork.learn.RandomRows;

/**
 * What each group brings, as shares of all there is: of the negatives and the positives of each
 * class, and of the rows.
 */
final class GroupTally {
  private final int[] groupOf;
  private final double[][] shares;

  private GroupTally(int[] groupOf, double[][] shares) {
    this.groupOf = groupOf;
    this.shares = shares;
  }

  static GroupTally of(LabelTable labels, int[] rows, RowGroups groups) {
    Map<Integer, Integer> indices = new LinkedHashMap<>();
    int[] groupOf = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      Integer index = indices.putIfAbsent(groups.of(rows[i]), indices.size());
      groupOf[i] = index == null ? indices.size() - 1 : index;
    }
    int rowColumn = 2 * labels.classes();
    double[][] counts = new double[indices.size()][rowColumn + 1];
    for (int i = 0; i < rows.length; i++) {
      double[] count = counts[groupOf[i]];
      count[rowColumn]++;
      for (int c = 0; c < labels.classes(); c++) {
        byte label = labels.label(rows[i], c);
        if (label != LabelTable.UNKNOWN) {
          count[2 * c + label]++;
        }
      }
    }
    return new GroupTally(groupOf, normalised(counts));
  }

  private static double[][] normalised(double[][] counts) {
    int width = counts.length == 0 ? 0 : counts[0].length;
    double[] totals = new double[width];
    for (double[] count : counts) {
      for (int i = 0; i < width; i++) {
        totals[i] += count[i];
      }
    }
    for (double[] count : counts) {
      for (int i = 0; i < width; i++) {
        count[i] /= Math.max(1, totals[i]);
      }
    }
    return counts;
  }

  int groups() {
    return shares.length;
  }

  int width() {
    return shares.length == 0 ? 0 : shares[0].length;
  }

  /** Group of the row at this place of the list. */
  int groupOf(int place) {
    return groupOf[place];
  }

  double[] of(int group) {
    return shares[group];
  }

  /** The groups in the order in which they are shared out; equals in random order. */
  int[] rarestFirst(RandomGenerator random) {
    double[] weights =
        Arrays.stream(shares).mapToDouble(each -> Arrays.stream(each).sum()).toArray();
    int[] order = IntStream.range(0, shares.length).toArray();
    RandomRows.shuffle(order, random);
    return Arrays.stream(order)
        .boxed()
        .sorted(Comparator.comparingDouble(group -> -weights[group])) // stable: keeps the lot
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
