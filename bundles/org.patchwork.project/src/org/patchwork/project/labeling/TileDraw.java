// SPDX-License-Identifier: MIT
package org.patchwork.project.labeling;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.patchwork.core.LabelTable;

/**
 * Draws tiles for quick tag: rows that are neither excluded nor held out and not labelled for the
 * class, without replacement. Fewer than wanted are drawn where there are fewer. Rows shown before
 * come only when no others are left.
 *
 * @param classId stable id of the class to ask for
 * @param tiles how many, at least 1
 * @param strategy how
 */
public record TileDraw(String classId, int tiles, Strategy strategy) {
  /** How rows are chosen. */
  public enum Strategy {
    /** Every row alike. */
    UNIFORM,
    /**
     * First a subset, every one that still has rows alike, then a row of it; rows without a subset
     * are left out.
     */
    STRATIFIED
  }

  public TileDraw {
    if (tiles < 1) {
      throw new IllegalArgumentException("At least one tile must be asked for, not " + tiles + ".");
    }
  }

  /**
   * Draws; scans the whole table.
   *
   * @param shown rows that were shown before
   * @return distinct rows in the order drawn; empty if no row is left to ask for
   */
  public int[] draw(LabelTable labels, BitSet shown, RandomGenerator random) {
    int asked = labels.classIndex(classId);
    if (asked < 0) {
      return new int[0];
    }
    int[] candidates =
        IntStream.range(0, labels.rows()).filter(row -> isOpen(labels, row, asked)).toArray();
    int[] fresh = IntStream.of(candidates).filter(row -> !shown.get(row)).toArray();
    int[] drawn = choose(labels, fresh, tiles, random);
    if (drawn.length == tiles) {
      return drawn;
    }
    int[] again = IntStream.of(candidates).filter(shown::get).toArray();
    int[] more = choose(labels, again, tiles - drawn.length, random);
    return IntStream.concat(IntStream.of(drawn), IntStream.of(more)).toArray();
  }

  private static boolean isOpen(LabelTable labels, int row, int classIndex) {
    return labels.label(row, classIndex) == LabelTable.UNKNOWN
        && !labels.excluded(row)
        && !labels.validation(row);
  }

  private int[] choose(LabelTable labels, int[] candidates, int count, RandomGenerator random) {
    if (strategy == Strategy.UNIFORM) {
      Urn urn = new Urn(candidates);
      return IntStream.range(0, Math.min(count, candidates.length))
          .map(i -> urn.take(random))
          .toArray();
    }
    List<Urn> urns = bySubset(labels, candidates);
    List<Integer> rows = new ArrayList<>();
    while (rows.size() < count && !urns.isEmpty()) {
      Urn urn = urns.get(random.nextInt(urns.size()));
      rows.add(urn.take(random));
      if (urn.left == 0) {
        urns.remove(urn);
      }
    }
    return rows.stream().mapToInt(Integer::intValue).toArray();
  }

  private static List<Urn> bySubset(LabelTable labels, int[] candidates) {
    List<Urn> urns = new ArrayList<>();
    int[] sizes = new int[labels.subsets().size()];
    for (int row : candidates) {
      if (labels.subsetIndex(row) >= 0) {
        sizes[labels.subsetIndex(row)]++;
      }
    }
    int[][] rows = new int[sizes.length][];
    for (int s = 0; s < sizes.length; s++) {
      rows[s] = new int[sizes[s]];
    }
    for (int row : candidates) {
      int s = labels.subsetIndex(row);
      if (s >= 0) {
        rows[s][--sizes[s]] = row;
      }
    }
    for (int[] members : rows) {
      if (members.length > 0) {
        urns.add(new Urn(members));
      }
    }
    return urns;
  }

  /** Rows that are taken out one by one. */
  private static final class Urn {
    private final int[] rows;
    private int left;

    Urn(int[] rows) {
      this.rows = rows;
      this.left = rows.length;
    }

    int take(RandomGenerator random) {
      int place = random.nextInt(left);
      int row = rows[place];
      rows[place] = rows[--left];
      return row;
    }
  }
}
