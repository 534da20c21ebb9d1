// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.util.List;
import org.patchwork.core.Voice;
import org.patchwork.project.ImageEntry;
import org.patchwork.project.VotePolicy;

/**
 * One reversible step of an edit. A list of changes is undone by applying the reversed changes in
 * reverse order.
 */
public sealed interface Change {
  /** The change back. */
  Change reversed();

  /**
   * Cells of one column got other values.
   *
   * @param column {@link Columns#EXCLUDED}, {@link Columns#VALIDATION} or the number of a class
   * @param rows ascending, distinct, each one really changed
   * @param before old values, one per row
   * @param after new values, one per row
   */
  record Cells(int column, int[] rows, byte[] before, byte[] after) implements Change {
    @Override
    public Cells reversed() {
      return new Cells(column, rows, after, before);
    }
  }

  /**
   * A voice answered; the label that counts is changed by {@link Cells} beside it, if it is.
   *
   * @param column the number of a class
   * @param rows ascending, distinct, each one really changed
   * @param before old votes, one per row; unknown where there was none
   * @param after new votes, one per row; unknown where one was taken back
   */
  record Votes(Voice voice, int column, int[] rows, byte[] before, byte[] after) implements Change {
    static Votes of(Voice voice, Cells cells) {
      return new Votes(voice, cells.column(), cells.rows(), cells.before(), cells.after());
    }

    /** The same without the voice. */
    Cells cells() {
      return new Cells(column, rows, before, after);
    }

    @Override
    public Votes reversed() {
      return new Votes(voice, column, rows, after, before);
    }
  }

  /** Another rule decides which answer counts; what that changes stands in {@link Cells}. */
  record Policy(VotePolicy before, VotePolicy after) implements Change {
    @Override
    public Policy reversed() {
      return new Policy(after, before);
    }
  }

  /**
   * A class was added (nothing before), removed (nothing after), moved or described otherwise. The
   * labels of a removed class stay in the database, so that bringing it back costs nothing.
   *
   * @param before null if it was not there
   * @param beforePosition place in the order, −1 if it was not there
   * @param after null if it is gone
   * @param afterPosition place in the order, −1 if it is gone
   */
  record Schema(
      ClassDefinition before, int beforePosition, ClassDefinition after, int afterPosition)
      implements Change {
    @Override
    public Schema reversed() {
      return new Schema(after, afterPosition, before, beforePosition);
    }

    int number() {
      return (before == null ? after : before).number();
    }
  }

  /**
   * Rows were added at the end, or taken from the end by an undo. Rows that are taken away stay in
   * the database behind the last one that counts, until other rows take their place.
   *
   * @param before number of rows before
   * @param after number of rows after
   * @param added the new rows; empty if they are in the database already
   */
  record Rows(int before, int after, List<ImageEntry> added) implements Change {
    @Override
    public Rows reversed() {
      return new Rows(after, before, List.of());
    }
  }
}
