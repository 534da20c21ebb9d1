// SPDX-License-Identifier: MIT
package org.patchwork.project.labeling;

import java.util.BitSet;
import org.patchwork.core.LabelTable;
import org.patchwork.project.Edit;

/**
 * Question mode: a strip of images sorted by score, one boundary, one edit; then the next strip.
 * Going back shows earlier strips with the answers that stand in the table.
 *
 * <p>Nothing here draws; {@link StripDraw} does, on another thread, with {@link #skipped()} as what
 * it avoids.
 */
public final class Question {
  /** Recorded as the source of the labels. */
  public static final String SOURCE = "question";

  private final Rounds<Strip> rounds = new Rounds<>();
  private final BitSet skipped = new BitSet();

  /** The strip on display, null before the first. */
  public Strip strip() {
    return rounds.current();
  }

  /** Number of the strip on display, from 1; 0 before the first. */
  public int roundNumber() {
    return rounds.number();
  }

  /** How many strips were drawn. */
  public int roundCount() {
    return rounds.count();
  }

  /** Rows that were left without an answer; a copy. */
  public BitSet skipped() {
    return (BitSet) skipped.clone();
  }

  /** Lets rows come again that were left without an answer. */
  public void forgetSkipped() {
    skipped.clear();
  }

  /** Shows a strip; one without images only says why there are none and is not shown. */
  public void show(Strip strip) {
    if (strip.size() > 0) {
      rounds.show(strip);
    }
  }

  /** Puts the boundary before this place of the strip on display. */
  public void setBoundary(int place) {
    if (strip() != null) {
      rounds.replace(strip().withBoundary(place));
    }
  }

  /** Images behind the boundary are absent, or stay open. */
  public void setRestAbsent(boolean absent) {
    if (strip() != null) {
      rounds.replace(strip().withRestAbsent(absent));
    }
  }

  /** One image takes the other side; a place without an image is left alone. */
  public void toggle(int position) {
    if (hasImage(position)) {
      rounds.replace(strip().toggled(position));
    }
  }

  /** Answers one image by itself; a place without an image is left alone. */
  public void answer(int position, Answer answer) {
    if (hasImage(position)) {
      rounds.replace(strip().with(position, answer));
    }
  }

  private boolean hasImage(int position) {
    return strip() != null && position >= 0 && position < strip().size();
  }

  /** Notes that images of the strip were passed by: all, or with false those left open. */
  public void pass(boolean all) {
    Strip strip = strip();
    for (int i = 0; strip != null && i < strip.size(); i++) {
      if (all || strip.answer(i).kind() == Answer.Kind.OPEN) {
        skipped.set(strip.rows()[i]);
      }
    }
  }

  /** The answers of the strip on display as one edit. */
  public Edit save(LabelTable labels, boolean exclusive, String className) {
    Answers answers = strip().answers();
    String name =
        "Question %s: %d present, %d absent"
            .formatted(
                className, answers.count(Answer.Kind.PRESENT), answers.count(Answer.Kind.ABSENT));
    return answers.edit(name, labels, exclusive);
  }

  /** Shows the strip before with its answers; false if there is none. */
  public boolean back(LabelTable labels, boolean exclusive) {
    return rounds.back() && restore(labels, exclusive);
  }

  /** Shows the strip after this one with its answers; false if this is the newest. */
  public boolean forward(LabelTable labels, boolean exclusive) {
    return rounds.forward() && restore(labels, exclusive);
  }

  private boolean restore(LabelTable labels, boolean exclusive) {
    rounds.replace(strip().asIn(labels, exclusive));
    return true;
  }

  /** Forgets all strips, for example because another project was opened. */
  public void clear() {
    rounds.clear();
    skipped.clear();
  }
}
