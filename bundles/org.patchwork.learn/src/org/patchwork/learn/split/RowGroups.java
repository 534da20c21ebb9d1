// SPDX-License-Identifier: MIT
package org.patchwork.learn.split;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.patchwork.core.LabelTable;

/**
 * Which rows of a table belong together. Two rows of one group are never on both sides of a split,
 * so that no model is judged by what it has as good as seen.
 */
public final class RowGroups {
  private final int[] groups; // by row: the first row of its group

  private RowGroups(int[] groups) {
    this.groups = groups;
  }

  /** The groups of all rows of a table. */
  public static RowGroups of(LabelTable labels, Grouping grouping) {
    Grouping used = grouping.resolve(labels);
    int[] groups = new int[labels.rows()];
    Map<Object, Integer> firsts = new HashMap<>();
    for (int row = 0; row < groups.length; row++) {
      Object key = key(labels, row, used);
      Integer first = key == null ? null : firsts.putIfAbsent(key, row);
      groups[row] = first == null ? row : first;
    }
    return new RowGroups(groups);
  }

  private static Object key(LabelTable labels, int row, Grouping grouping) {
    if (grouping == Grouping.NONE) {
      return null;
    } else if (grouping == Grouping.SUBSET && labels.subsetIndex(row) >= 0) {
      return labels.subsetIndex(row);
    }
    String path = labels.path(row);
    int window = path.lastIndexOf("#xywh=");
    return window < 0 ? path : path.substring(0, window);
  }

  /** The groups after each pair of rows has been put into one group, with all that was there. */
  public RowGroups joined(List<int[]> pairs) {
    int[] parents = groups.clone();
    for (int[] pair : pairs) {
      int a = root(parents, pair[0]);
      int b = root(parents, pair[1]);
      parents[Math.max(a, b)] = Math.min(a, b);
    }
    for (int row = 0; row < parents.length; row++) {
      parents[row] = root(parents, row);
    }
    return new RowGroups(parents);
  }

  private static int root(int[] parents, int row) {
    int root = row;
    while (parents[root] != root) {
      parents[root] = parents[parents[root]];
      root = parents[root];
    }
    return root;
  }

  /** The group of a row, as the number of the group's first row. */
  public int of(int row) {
    return groups[row];
  }

  /** Number of rows of the table. */
  public int rows() {
    return groups.length;
  }

  /** Number of different groups among these rows. */
  public int count(int[] rows) {
    return (int) java.util.Arrays.stream(rows).map(this::of).distinct().count();
  }
}
