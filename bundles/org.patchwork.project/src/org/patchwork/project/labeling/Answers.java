// SPDX-License-Identifier: MIT
package org.patchwork.project.labeling;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.patchwork.core.LabelTable;
import org.patchwork.project.Edit;

/**
 * The answers to one question, "is this class in these images?". The class is the one that was
 * asked for when the images were drawn, whatever is chosen for the next ones.
 *
 * @param classId stable id of the class asked for
 * @param rows distinct rows of the label table in the order of display; not changed
 * @param answers one per row
 */
public record Answers(String classId, int[] rows, List<Answer> answers) {
  public Answers {
    answers = List.copyOf(answers);
    if (rows.length != answers.size()) {
      throw new IllegalArgumentException(
          rows.length + " images but " + answers.size() + " answers");
    }
  }

  /** The same answer for all. */
  public static Answers all(String classId, int[] rows, Answer answer) {
    return new Answers(classId, rows, Collections.nCopies(rows.length, answer));
  }

  /** Number of images. */
  public int size() {
    return rows.length;
  }

  /** The same with another answer at one place. */
  public Answers with(int position, Answer answer) {
    List<Answer> changed = new ArrayList<>(answers);
    changed.set(position, answer);
    return new Answers(classId, rows, changed);
  }

  /** How many images got this kind of answer. */
  public int count(Answer.Kind kind) {
    return (int) answers.stream().filter(answer -> answer.kind() == kind).count();
  }

  /**
   * The answers that stand in the table; where it says nothing about an image, those given here.
   * Rows that are gone keep their answer.
   *
   * @param exclusive true if exactly one class is present in an image
   */
  public Answers asIn(LabelTable labels, boolean exclusive) {
    List<Answer> now = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      Answer stored = stored(labels, i, exclusive);
      now.add(stored == null ? answers.get(i) : stored);
    }
    return new Answers(classId, rows, now);
  }

  /** True if the table says just this. */
  public boolean isIn(LabelTable labels, boolean exclusive) {
    for (int i = 0; i < rows.length; i++) {
      Answer stored = stored(labels, i, exclusive);
      if (!answers.get(i).equals(stored == null ? Answer.OPEN : stored)) {
        return false;
      }
    }
    return true;
  }

  /** The answer that stands in the table for the image at this place, null if there is none. */
  public Answer stored(LabelTable labels, int position, boolean exclusive) {
    return storedIn(labels, rows[position], exclusive);
  }

  /** What the table says of a row, null if nothing or if the row or the class is gone. */
  private Answer storedIn(LabelTable labels, int row, boolean exclusive) {
    int asked = labels.classIndex(classId);
    if (asked < 0 || row >= labels.rows()) {
      return null;
    }
    if (labels.excluded(row)) {
      return Answer.EXCLUDE;
    }
    if (exclusive) {
      int present = presentClass(labels, row);
      if (present >= 0) {
        return present == asked ? Answer.PRESENT : Answer.other(labels.classIds().get(present));
      }
    }
    return switch (labels.label(row, asked)) {
      case LabelTable.PRESENT -> Answer.PRESENT;
      case LabelTable.ABSENT -> Answer.ABSENT;
      default -> null;
    };
  }

  static int presentClass(LabelTable labels, int row) {
    for (int c = 0; c < labels.classes(); c++) {
      if (labels.label(row, c) == LabelTable.PRESENT) {
        return c;
      }
    }
    return -1;
  }

  /**
   * One edit, and so one undo step, that makes the table say just this. An image that is not
   * answered as excluded is taken back if it was; an excluded or open one loses its label of the
   * class, if it had one.
   *
   * @param name as the undo step is called
   * @param exclusive true if exactly one class is present in an image, so that one answer "present"
   *     answers all classes
   */
  public Edit edit(String name, LabelTable labels, boolean exclusive) {
    return new AnswersEdit(this, labels, exclusive).edit(name);
  }
}
