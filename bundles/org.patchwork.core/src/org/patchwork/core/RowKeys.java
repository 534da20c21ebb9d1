// SPDX-License-Identifier: MIT
package org.patchwork.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** Paths and subsets of the rows; immutable, shared by all snapshots until rows are added. */
final class RowKeys {
  static final RowKeys EMPTY = new RowKeys(new String[0], new int[0], List.of());

  private final String[] paths;
  private final int[] subsetOfRow;
  private final List<String> subsets;
  private final AtomicReference<int[]> pathRanks = new AtomicReference<>(); // when asked for

  private RowKeys(String[] paths, int[] subsetOfRow, List<String> subsets) {
    this.paths = paths;
    this.subsetOfRow = subsetOfRow;
    this.subsets = subsets;
  }

  int size() {
    return paths.length;
  }

  String path(int row) {
    return paths[row];
  }

  /** Place of each row in the order of the paths. */
  int[] pathRanks() {
    int[] ranks = pathRanks.get();
    if (ranks == null) {
      ranks = PathOrder.ranks(paths);
      pathRanks.set(ranks); // the same whoever makes it
    }
    return ranks;
  }

  int subset(int row) {
    return subsetOfRow[row];
  }

  List<String> subsets() {
    return subsets;
  }

  RowKeys with(List<String> morePaths, List<String> moreSubsets) {
    if (morePaths.size() != moreSubsets.size()) {
      throw new IllegalArgumentException(
          morePaths.size() + " paths but " + moreSubsets.size() + " subsets");
    }
    String[] allPaths = Arrays.copyOf(paths, paths.length + morePaths.size());
    int[] allSubsets = Arrays.copyOf(subsetOfRow, allPaths.length);
    List<String> names = new ArrayList<>(subsets);
    Map<String, Integer> indices = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      indices.put(names.get(i), i);
    }
    for (int i = 0; i < morePaths.size(); i++) {
      allPaths[paths.length + i] = morePaths.get(i);
      String subset = moreSubsets.get(i);
      allSubsets[paths.length + i] = subset == null ? -1 : indexOf(subset, names, indices);
    }
    return new RowKeys(allPaths, allSubsets, List.copyOf(names));
  }

  RowKeys first(int count) {
    int used = 0;
    for (int row = 0; row < count; row++) {
      used = Math.max(used, subsetOfRow[row] + 1); // numbered in order of first appearance
    }
    return new RowKeys(
        Arrays.copyOf(paths, count), Arrays.copyOf(subsetOfRow, count), subsets.subList(0, used));
  }

  private static int indexOf(String subset, List<String> names, Map<String, Integer> indices) {
    return indices.computeIfAbsent(
        subset,
        name -> {
          names.add(name);
          return names.size() - 1;
        });
  }
}
