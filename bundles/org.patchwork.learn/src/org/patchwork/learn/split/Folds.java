// SPDX-License-Identifier: MIT
package org.patchwork.learn.split;

import java.util.stream.IntStream;

/**
 * Rows shared out into folds.
 *
 * @param count number of folds
 * @param fold fold of each row of the table, from 0 on; −1 for a row that takes no part. Not copied
 */
public record Folds(int count, int[] fold) {

  /** The rows of a fold, ascending. */
  public int[] rows(int which) {
    return IntStream.range(0, fold.length).filter(row -> fold[row] == which).toArray();
  }

  /** The rows of all other folds, ascending: those to train on when this one is judged. */
  public int[] others(int which) {
    return IntStream.range(0, fold.length)
        .filter(row -> fold[row] >= 0 && fold[row] != which)
        .toArray();
  }
}
