// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.stream.IntStream;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.patchwork.core.LabelTable;
import org.patchwork.model.LabelClass;
import org.patchwork.project.Edit;
import org.patchwork.project.ProjectSession;
import org.patchwork.project.labeling.Answer;
import org.patchwork.ui.OpenProject;

/**
 * A mode that asks in rounds: answer and on to the next, skip, go back. A round that is gone
 * through again is left to the one after it, the newest to a new draw.
 */
abstract class RoundPanel extends ModePanel {
  private final Remedies remedies;
  private Button save;
  private Button skip;
  private Button back;

  RoundPanel(Composite parent, OpenProject open, Remedies remedies) {
    super(parent, open);
    this.remedies = remedies;
  }

  /** Adds the buttons that every mode has. */
  void addButtons() {
    save =
        button(
            "Answer", "next", "Write the answers and show what comes next (Enter)", this::answer);
    skip = button("Skip", "sampling", "Show what comes next and write nothing (N)", this::skip);
    back =
        button(
            "Go back", "previous", "Show what was asked before, with its answers (P)", this::back);
  }

  /** Begins to draw a new round; says what to do if there is none. */
  abstract void draw();

  /** Shows the round on display anew. */
  abstract void show();

  /** The answers of the round as an edit. */
  abstract Edit edit(LabelTable labels, String className);

  /** Recorded with the labels. */
  abstract String source();

  /** Number of the round, from 1. */
  abstract int roundNumber();

  /** Goes to the round before; false if there is none. */
  abstract boolean goBack(LabelTable labels);

  /** Goes to the round after; false if this is the newest. */
  abstract boolean goForward(LabelTable labels);

  /** Notes what was left without an answer: all of the round, or single images. */
  abstract void pass(boolean all);

  /** Forgets all rounds. */
  abstract void forget();

  /** Offers the classes and all else that depends on the project. */
  abstract void offerChoices();

  /** Says what to do before the first round, in a project with images. */
  abstract void inviteToAsk();

  /** What is asked, and how it is answered so far. */
  abstract String text(String className);

  Remedies remedies() {
    return remedies;
  }

  @Override
  void projectChanged() {
    forget();
    offerChoices();
    sayWhatToDo();
    refresh();
  }

  @Override
  void classesChanged() {
    offerChoices();
    if (answers() != null && session().labels().classIndex(answers().classId()) < 0) {
      forget();
    }
    if (answers() == null) {
      sayWhatToDo();
    }
    refresh();
  }

  @Override
  void labelsChanged() {
    if (answers() != null && imagesAreGone()) {
      forget();
    }
    if (answers() == null && !busy()) {
      offerChoices(); // images bring their subsets
      sayWhatToDo();
    }
    refresh();
  }

  /** True if an undo took images of the round away. */
  private boolean imagesAreGone() {
    int rows = session().labels().rows();
    return IntStream.of(answers().rows()).anyMatch(row -> row >= rows);
  }

  void sayWhatToDo() {
    ProjectSession session = session();
    if (session == null) {
      showEmpty("No project is open.", "New project…", remedies::newProject);
    } else if (session.labels().rows() == 0) {
      showEmpty("The project has no images yet.", "Add images…", remedies::addImages);
    } else if (session.classes().isEmpty()) {
      showEmpty("The project has no classes yet. Add one in the Class Toggles.", "", () -> {});
    } else {
      inviteToAsk();
    }
  }

  /** True while a round is on display and nothing is on its way. */
  boolean ready() {
    return session() != null && answers() != null && showsImages() && !busy();
  }

  @Override
  public void answer() {
    if (ready()) {
      pass(false);
      Edit edit = edit(session().labels(), name(answers().classId()));
      await(open().submit(edit, source()), result -> next());
    } else if (session() != null && !busy()) {
      draw();
    }
  }

  @Override
  public void skip() {
    if (ready()) {
      pass(true);
    }
    if (session() != null && !busy()) {
      next();
    }
  }

  private void next() {
    if (showsImages() && answers() != null && goForward(session().labels())) {
      show();
    } else {
      draw();
    }
    refresh();
  }

  @Override
  public void showKeys() {
    new KeyOverlay(this, KeySheet.ofMode(remedies.modeKeys()));
  }

  @Override
  public void back() {
    if (busy() || answers() == null) {
      return;
    }
    if (!showsImages() || goBack(session().labels())) {
      show();
      refresh();
    }
  }

  /** Answers one image and repaints it. */
  void answerOne(int position, Answer answer) {
    setAnswer(position, answer);
    canvas().redrawRows(answers().rows()[position]);
    refresh();
  }

  @Override
  void refresh() {
    boolean asked = session() != null && answers() != null && showsImages();
    save.setEnabled(asked && !busy() && !session().readOnly());
    skip.setEnabled(asked && !busy());
    back.setEnabled(answers() != null && !busy() && (roundNumber() > 1 || !showsImages()));
    ask(asked ? text(name(answers().classId())) + saved() : "");
  }

  private String saved() {
    boolean saved = answers().isIn(session().labels(), exclusive());
    return "  ·  round " + roundNumber() + (saved ? ", saved" : ", not saved yet");
  }

  String name(String classId) {
    LabelClass found = classId == null ? null : session().classById(classId);
    return found == null ? "" : found.getName();
  }
}
