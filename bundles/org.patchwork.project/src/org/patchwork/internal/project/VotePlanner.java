// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.core.Voice;
import org.patchwork.project.VotePolicy;

/** Plans votes, and the labels that follow from them. */
final class VotePlanner {
  private final EditPlanner planner;
  private final Electorate electorate;
  private final VoteLedger ledger;

  VotePlanner(EditPlanner planner, Electorate electorate) {
    this.planner = planner;
    this.electorate = electorate;
    this.ledger = new VoteLedger(electorate.votes());
  }

  /**
   * An open answer.
   *
   * @param rows ascending, distinct
   * @param values by number of the class
   */
  void answer(int[] rows, Map<Integer, Byte> values) throws ProjectFormatException {
    for (Map.Entry<Integer, Byte> value : values.entrySet()) {
      byte[] same = same(rows, value.getValue());
      vote(Voice.of(electorate.annotator()), value.getKey(), rows, same);
      if (policy() == VotePolicy.LAST_WINS) {
        planner.setCells(value.getKey(), rows, same);
      }
    }
    if (policy() == VotePolicy.MAJORITY) {
      int[] columns = electorate.exclusive() ? columns() : toArray(values.keySet());
      count(rows, columns, values);
    }
  }

  /** An open answer on one class that differs from row to row. */
  void answer(int column, RowValues values) throws ProjectFormatException {
    vote(Voice.of(electorate.annotator()), column, values.rows(), values.values());
    if (policy() == VotePolicy.LAST_WINS) {
      planner.setCells(column, values.rows(), values.values());
    } else {
      count(values.rows(), new int[] {column}, Map.of());
    }
  }

  /** Sets every label on which there are votes to what most people say. */
  void countAll() throws ProjectFormatException {
    count(null, columns(), Map.of());
  }

  /** What a voice says of a class, for all rows; a copy. */
  byte[] votes(Voice voice, int column) throws ProjectFormatException {
    byte[] votes = new byte[planner.state().labels().rows()];
    for (int row = 0; row < votes.length; row++) {
      votes[row] = ledger.get(voice, column, row);
    }
    return votes;
  }

  /** Works a vote out from two others of the same voice on the same row. */
  interface Derivation {
    byte vote(int row, byte source, byte target);
  }

  /**
   * Makes votes on a class out of those on another, for every voice, as the labels of the class are
   * made out of those of the other.
   */
  void derive(int source, int target, Derivation derivation) throws ProjectFormatException {
    int rows = planner.state().labels().rows();
    for (Voice voice : electorate.votes().voices()) {
      RowValues derived = new RowValues(0);
      for (int row = 0; row < rows; row++) {
        byte from = ledger.get(voice, source, row);
        byte old = ledger.get(voice, target, row);
        byte vote = derivation.vote(row, from, old);
        if (vote != old) {
          derived.add(row, vote);
        }
      }
      vote(voice, target, derived.rows(), derived.values());
    }
    if (policy() == VotePolicy.MAJORITY) {
      count(null, new int[] {target}, Map.of());
    }
  }

  /** An answer of a second look, which counts for nothing but comparison. */
  void answerAgain(int[] rows, Map<Integer, Byte> values) throws ProjectFormatException {
    for (Map.Entry<Integer, Byte> value : values.entrySet()) {
      vote(
          new Voice(electorate.annotator(), true),
          value.getKey(),
          rows,
          same(rows, value.getValue()));
    }
  }

  /** Records votes where they differ from what the voice said before; rows ascending. */
  void vote(Voice voice, int column, int[] rows, byte[] values) throws ProjectFormatException {
    ChangedCells changed = new ChangedCells(rows.length);
    for (int i = 0; i < rows.length; i++) {
      changed.add(rows[i], ledger.get(voice, column, rows[i]), values[i]);
    }
    if (changed.any()) {
      Change.Votes votes =
          new Change.Votes(voice, column, changed.rows(), changed.before(), changed.after());
      ledger.set(votes);
      planner.add(votes);
    }
  }

  void setPolicy(VotePolicy policy) throws ProjectFormatException {
    if (policy != policy()) {
      planner.add(new Change.Policy(policy(), policy));
      if (policy == VotePolicy.MAJORITY) {
        countAll();
      } else {
        replay();
      }
    }
  }

  private VotePolicy policy() {
    return planner.state().policy();
  }

  /**
   * Sets labels to what most people say.
   *
   * @param rows ascending, or null for all
   * @param answers by column, what was just answered: where that takes the last vote back, the
   *     label is unknown; other labels without a vote stand
   */
  private void count(int[] rows, int[] columns, Map<Integer, Byte> answers)
      throws ProjectFormatException {
    byte[] unvoted = new byte[columns.length];
    for (int c = 0; c < columns.length; c++) {
      boolean takenBack = Objects.equals(answers.get(columns[c]), LabelTable.UNKNOWN);
      unvoted[c] = takenBack ? LabelTable.UNKNOWN : MajorityRule.NOBODY;
    }
    Ballot ballot = new Ballot(planner.state(), ledger, electorate.exclusive(), columns, unvoted);
    if (rows == null) {
      ballot.countAll();
    } else {
      ballot.count(rows);
    }
    for (int c = 0; c < columns.length; c++) {
      RowValues decided = ballot.decided(c);
      planner.setCells(columns[c], decided.rows(), decided.values());
    }
  }

  /** Sets every label that somebody ever voted on to the last answer. */
  private void replay() throws ProjectFormatException {
    Map<Integer, LastAnswers> answers = new HashMap<>();
    int rows = planner.state().labels().rows();
    for (int column : columns()) {
      answers.put(column, new LastAnswers(rows));
    }
    electorate
        .votes()
        .replay(
            (column, changed, values) -> {
              LastAnswers ofColumn = answers.get(column);
              if (ofColumn != null) {
                ofColumn.set(changed, values);
              }
            });
    for (int column : columns()) {
      for (Voice voice : electorate.votes().voices()) {
        if (!voice.secondLook()) {
          answers.get(column).markVoted(chunk -> electorate.votes().chunk(voice, column, chunk));
        }
      }
      RowValues last = answers.get(column).voted();
      planner.setCells(column, last.rows(), last.values());
    }
  }

  private int[] columns() {
    List<ClassDefinition> classes = planner.state().classes();
    return classes.stream().mapToInt(ClassDefinition::number).toArray();
  }

  private static int[] toArray(Set<Integer> columns) {
    return columns.stream().mapToInt(Integer::intValue).toArray();
  }

  private static byte[] same(int[] rows, byte value) {
    byte[] values = new byte[rows.length];
    Arrays.fill(values, value);
    return values;
  }
}
