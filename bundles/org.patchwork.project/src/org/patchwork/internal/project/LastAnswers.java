// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.util.Arrays;
import java.util.BitSet;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ProjectFormatException;

/** The last answer on each row of one class, collected from the event log. */
final class LastAnswers {
  /** Finds a chunk of one voice's votes, or null. */
  interface Chunks {
    byte[] chunk(int number) throws ProjectFormatException;
  }

  private final byte[] last;
  private final BitSet heard = new BitSet();
  private final BitSet voted = new BitSet();

  LastAnswers(int rows) {
    last = new byte[rows];
    Arrays.fill(last, LabelTable.UNKNOWN);
  }

  void set(int[] rows, byte[] values) {
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] < last.length) { // an undo may have taken the images away
        last[rows[i]] = values[i];
        heard.set(rows[i]);
      }
    }
  }

  /** Notes the rows on which a voice has a vote now. */
  void markVoted(Chunks chunks) throws ProjectFormatException {
    for (int chunk = 0; chunk * StoreSchema.CHUNK < last.length; chunk++) {
      byte[] data = chunks.chunk(chunk);
      for (int i = 0; data != null && i < data.length; i++) {
        if (data[i] != LabelTable.UNKNOWN) {
          voted.set(chunk * StoreSchema.CHUNK + i);
        }
      }
    }
    voted.and(heard);
  }

  /** The last answers where somebody has a vote. */
  RowValues voted() {
    RowValues values = new RowValues(voted.cardinality());
    voted.stream().forEach(row -> values.add(row, last[row]));
    return values;
  }
}
