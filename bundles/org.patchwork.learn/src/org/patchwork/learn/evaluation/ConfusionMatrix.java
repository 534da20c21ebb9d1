// SPDX-License-Identifier: MIT
package org.patchwork.learn.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;

/**
 * Which of the classes of an exclusion group is taken for which. A row counts if its class is known
 * (exactly one of the group present, or all of them absent) and all classes of the group are
 * predicted.
 *
 * @param classIds classes of the group, in order
 * @param none true if "none of them" is a possible answer, behind the classes: the answer where no
 *     probability reaches its threshold
 * @param rows rows by truth and answer: {@code rows.get(truth).get(answer)}
 */
public record ConfusionMatrix(List<String> classIds, boolean none, List<List<int[]>> rows) {
  public ConfusionMatrix {
    classIds = List.copyOf(classIds);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /**
   * Counts answers.
   *
   * @param classIds classes of the group
   * @param none true if it may be that none of them is present
   * @param thresholds of the classes in order, where {@code none}; else the most probable is the
   *     answer
   * @param which rows to look at
   */
  public static ConfusionMatrix of(
      LabelTable labels,
      PredictionTable predictions,
      List<String> classIds,
      boolean none,
      double[] thresholds,
      int[] which) {
    ExclusiveRows exclusive = new ExclusiveRows(labels, predictions, classIds);
    int size = classIds.size() + (none ? 1 : 0);
    List<List<List<Integer>>> cells = new ArrayList<>();
    for (int truth = 0; truth < size; truth++) {
      cells.add(new ArrayList<>());
      for (int answer = 0; answer < size; answer++) {
        cells.get(truth).add(new ArrayList<>());
      }
    }
    for (int row : which) {
      int truth = exclusive.truth(row);
      truth = truth == ExclusiveRows.NONE && none ? classIds.size() : truth;
      int answer = truth < 0 ? -1 : answer(exclusive, row, none ? thresholds : null);
      if (answer >= 0) {
        cells.get(truth).get(answer).add(row);
      }
    }
    return new ConfusionMatrix(classIds, none, arrays(cells));
  }

  /** The most probable of those that reach their threshold; none of them is the last number. */
  private static int answer(ExclusiveRows exclusive, int row, double[] thresholds) {
    int best = exclusive.mostProbable(row);
    if (best < 0 || thresholds == null) {
      return best;
    }
    int answer = exclusive.classes();
    double most = 0;
    for (int c = 0; c < exclusive.classes(); c++) {
      double p = exclusive.probability(row, c);
      if (p >= thresholds[c] && (p > most || answer == exclusive.classes())) {
        answer = c;
        most = p;
      }
    }
    return answer;
  }

  private static List<List<int[]>> arrays(List<List<List<Integer>>> cells) {
    return cells.stream()
        .map(
            line ->
                line.stream()
                    .map(cell -> cell.stream().mapToInt(Integer::intValue).toArray())
                    .toList())
        .toList();
  }

  /** Number of answers there are. */
  public int size() {
    return rows.size();
  }

  /** Number of rows of this truth that got this answer. */
  public int count(int truth, int answer) {
    return rows.get(truth).get(answer).length;
  }

  /** Number of rows of this truth. */
  public int total(int truth) {
    return rows.get(truth).stream().mapToInt(cell -> cell.length).sum();
  }

  /** Number of rows. */
  public int total() {
    return rows.stream().flatMap(List::stream).mapToInt(cell -> cell.length).sum();
  }

  /** Number of right answers. */
  public int right() {
    int right = 0;
    for (int i = 0; i < size(); i++) {
      right += count(i, i);
    }
    return right;
  }

  /** Counts by truth and answer. */
  public int[][] counts() {
    return rows.stream()
        .map(line -> line.stream().mapToInt(cell -> cell.length).toArray())
        .toArray(int[][]::new);
  }

  @Override
  public String toString() {
    return classIds + (none ? " or none: " : ": ") + Arrays.deepToString(counts());
  }
}
