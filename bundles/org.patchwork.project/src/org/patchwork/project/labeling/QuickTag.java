// SPDX-License-Identifier: MIT
package org.patchwork.project.labeling;

import java.util.BitSet;
import org.patchwork.core.LabelTable;
import org.patchwork.project.Edit;

/**
 * Quick tag: a handful of tiles, one class, one answer per tile, then the next handful. Going back
 * shows the answers given before, as they stand in the table now, so that saving again repeats
 * them.
 *
 * <p>Nothing here draws; {@link TileDraw} does, on another thread, with {@link #shown()} as what it
 * avoids.
 */
public final class QuickTag {
  /** Recorded as the source of the labels. */
  public static final String SOURCE = "quick-tag";

  private final Rounds<Answers> rounds = new Rounds<>();
  private final BitSet shown = new BitSet();

  /** The tiles on display with their answers, null before the first round. */
  public Answers round() {
    return rounds.current();
  }

  /** Number of the round on display, from 1; 0 before the first. */
  public int roundNumber() {
    return rounds.number();
  }

  /** How many rounds were drawn. */
  public int roundCount() {
    return rounds.count();
  }

  /** Rows that were on a tile before; a copy. */
  public BitSet shown() {
    return (BitSet) shown.clone();
  }

  /** Shows tiles drawn for a class, each "absent" until it is answered otherwise. */
  public void show(String classId, int[] rows) {
    rounds.show(Answers.all(classId, rows, Answer.ABSENT));
    for (int row : rows) {
      shown.set(row);
    }
  }

  /** Takes the tile to its next answer; a place without a tile is left alone. */
  public void cycle(int position) {
    if (hasTile(position)) {
      answer(position, round().answers().get(position).next());
    }
  }

  /** Answers a tile; a place without a tile is left alone. */
  public void answer(int position, Answer answer) {
    if (hasTile(position)) {
      rounds.replace(round().with(position, answer));
    }
  }

  private boolean hasTile(int position) {
    return round() != null && position >= 0 && position < round().size();
  }

  /** The answers of the round on display as one edit. */
  public Edit save(LabelTable labels, boolean exclusive, String className) {
    Answers round = round();
    String name =
        "Quick tag %s: %d present, %d absent, %d excluded"
            .formatted(
                className,
                round.count(Answer.Kind.PRESENT),
                round.count(Answer.Kind.ABSENT),
                round.count(Answer.Kind.EXCLUDE));
    return round.edit(name, labels, exclusive);
  }

  /** Shows the round before with its answers; false if there is none. */
  public boolean back(LabelTable labels, boolean exclusive) {
    return rounds.back() && restore(labels, exclusive);
  }

  /** Shows the round after this one with its answers; false if this is the newest. */
  public boolean forward(LabelTable labels, boolean exclusive) {
    return rounds.forward() && restore(labels, exclusive);
  }

  private boolean restore(LabelTable labels, boolean exclusive) {
    rounds.replace(round().asIn(labels, exclusive));
    return true;
  }

  /** Forgets all rounds, for example because another project was opened. */
  public void clear() {
    rounds.clear();
    shown.clear();
  }
}
