// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ProjectFormatException;

/** Counts the votes on rows, chunk by chunk, and remembers what they decide. */
final class Ballot {
  private final int rowCount;
  private final VoteLedger ledger;
  private final boolean exclusive;
  private final int[] columns;
  private final byte[] unvoted;
  private final List<CellReader> labels = new ArrayList<>();
  private final List<RowValues> decided = new ArrayList<>();
  private final List<List<byte[]>> votes = new ArrayList<>(); // of the present chunk, by column
  private final int[] present;
  private final int[] absent;
  private final byte[] result;

  /**
   * A count.
   *
   * @param unvoted by column, the label where nobody has a vote; {@link MajorityRule#NOBODY} to
   *     leave it as it is
   */
  Ballot(ProjectState state, VoteLedger ledger, boolean exclusive, int[] columns, byte[] unvoted) {
    this.unvoted = unvoted;
    this.rowCount = state.labels().rows();
    this.ledger = ledger;
    this.exclusive = exclusive;
    this.columns = columns;
    this.present = new int[columns.length];
    this.absent = new int[columns.length];
    this.result = new byte[columns.length];
    for (int column : columns) {
      labels.add(CellReader.of(state, column));
      decided.add(new RowValues(0));
    }
  }

  /** Counts these rows, ascending. */
  void count(int[] rows) throws ProjectFormatException {
    int chunk = -1;
    for (int row : rows) {
      if (row / StoreSchema.CHUNK != chunk) {
        chunk = row / StoreSchema.CHUNK;
        read(chunk);
      }
      count(row);
    }
  }

  /** Counts all rows on which there are votes. */
  void countAll() throws ProjectFormatException {
    for (int first = 0; first < rowCount; first += StoreSchema.CHUNK) {
      if (read(first / StoreSchema.CHUNK)) {
        IntStream.range(first, Math.min(first + StoreSchema.CHUNK, rowCount)).forEach(this::count);
      }
    }
  }

  private boolean read(int chunk) throws ProjectFormatException {
    votes.clear();
    boolean any = false;
    for (int column : columns) {
      votes.add(ledger.people(column, chunk));
      any |= !votes.get(votes.size() - 1).isEmpty();
    }
    return any;
  }

  private void count(int row) {
    int place = row % StoreSchema.CHUNK;
    for (int c = 0; c < columns.length; c++) {
      present[c] = 0;
      absent[c] = 0;
      for (byte[] voice : votes.get(c)) {
        present[c] += voice[place] == LabelTable.PRESENT ? 1 : 0;
        absent[c] += voice[place] == LabelTable.ABSENT ? 1 : 0;
      }
    }
    MajorityRule.decide(present, absent, exclusive, result);
    for (int c = 0; c < columns.length; c++) {
      byte value = result[c] == MajorityRule.NOBODY ? unvoted[c] : result[c];
      if (value != MajorityRule.NOBODY && value != labels.get(c).get(row)) {
        decided.get(c).add(row, value);
      }
    }
  }

  /** The labels that change in the column at this index. */
  RowValues decided(int column) {
    return decided.get(column);
  }
}
