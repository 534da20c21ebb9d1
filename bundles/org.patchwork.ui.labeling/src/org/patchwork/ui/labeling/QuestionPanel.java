// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.eclipse.swt.widgets.Composite;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.RandomStreams;
import org.patchwork.project.Edit;
import org.patchwork.project.ProjectSession;
import org.patchwork.project.labeling.Answer;
import org.patchwork.project.labeling.Answers;
import org.patchwork.project.labeling.Question;
import org.patchwork.project.labeling.Strip;
import org.patchwork.project.labeling.StripDraw;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.Page;

/**
 * Question: images sorted by the probability of one class, and a boundary. Those before it are the
 * class, those behind it are not; single images may differ. Enter writes all of it as one step.
 */
public final class QuestionPanel extends RoundPanel {
  private final RandomStreams streams;
  private final Question question = new Question();
  private final QuestionChoices choices;
  private int draws;
  private Strip answered;
  private Answers answers;

  /**
   * A panel.
   *
   * @param streams where the draws take their chance from
   */
  public QuestionPanel(
      Composite parent, OpenProject open, Remedies remedies, RandomStreams streams) {
    super(parent, open, remedies);
    this.streams = streams;
    choices = new QuestionChoices(bar(), this::chosen, this::restChanged);
    addButtons();
    start();
  }

  @Override
  void forget() {
    question.clear();
    draws = 0;
  }

  @Override
  void offerChoices() {
    choices.offer(session() == null ? List.of() : session().classes());
  }

  @Override
  void inviteToAsk() {
    if (session().predictions() == null) {
      showEmpty(
          "Questions are sorted by the probabilities of a model. Label some images and train"
              + " first.",
          "Train",
          remedies()::train);
    } else {
      showEmpty(
          "Images that the model takes for one class: say yes to all at once, or say where the yes"
              + " ends.",
          "Ask",
          this::draw);
    }
  }

  @Override
  void predictionsChanged() {
    question.forgetSkipped();
    if (!showsImages() && !busy()) {
      sayWhatToDo();
    }
    refresh();
  }

  private void restChanged() {
    question.setRestAbsent(choices.restAbsent());
    canvas().redraw();
    refresh();
  }

  /** Other choices take effect at once while nothing was answered, else with the next question. */
  private void chosen() {
    boolean newest = ready() && question.roundNumber() == question.roundCount();
    boolean untouched =
        newest
            && question.strip().exceptions().isEmpty()
            && !answers().isIn(session().labels(), exclusive());
    boolean ended = answers() != null && !showsImages() && !busy();
    if (untouched || ended) {
      draw();
    }
    refresh();
  }

  @Override
  void draw() {
    ProjectSession session = session();
    StripDraw wish = choices.wish();
    BitSet skipped = question.skipped();
    PredictionTable predictions = session.predictions();
    RandomGenerator random = streams.stream("question " + draws++);
    await(
        open()
            .settled()
            .thenApplyAsync(done -> wish.draw(session.labels(), predictions, skipped, random)),
        this::take);
  }

  private void take(Strip strip) {
    if (strip.size() == 0) {
      showEmpty(strip.reason(), "Train", remedies()::train);
      return;
    }
    question.show(strip.withRestAbsent(choices.restAbsent()));
    show();
  }

  @Override
  void show() {
    Strip strip = question.strip();
    choices.showRestAbsent(strip.restAbsent());
    showImages(Page.browsed(strip.rows(), strip.scores(), Question.SOURCE, "Question"));
    page().select(page().selection().at(strip.doubtful()));
  }

  @Override
  Edit edit(LabelTable labels, String className) {
    return question.save(labels, exclusive(), className);
  }

  @Override
  String source() {
    return Question.SOURCE;
  }

  @Override
  int roundNumber() {
    return question.roundNumber();
  }

  @Override
  boolean goBack(LabelTable labels) {
    return question.back(labels, exclusive());
  }

  @Override
  boolean goForward(LabelTable labels) {
    return question.forward(labels, exclusive());
  }

  @Override
  void pass(boolean all) {
    question.pass(all);
  }

  @Override
  void clicked(int position, boolean shift) {
    if (!ready()) {
      return;
    }
    page().select(page().selection().at(position));
    if (shift) {
      setBoundary(position + 1);
    } else {
      answerOne(position, next(answers().answers().get(position)));
    }
  }

  @Override
  public void boundary(boolean behind) {
    if (ready()) {
      setBoundary(page().selection().cursor() + (behind ? 1 : 0));
    }
  }

  private void setBoundary(int place) {
    question.setBoundary(place);
    canvas().redraw();
    refresh();
  }

  /**
   * Where classes exclude each other the key of a class names what the image shows instead, and the
   * cursor moves on, away from the boundary.
   */
  @Override
  public void press(char key) {
    ClassStyle pressed = ready() ? classOf(key) : null;
    if (pressed == null) {
      return;
    }
    boolean asked = pressed.id().equals(question.strip().classId());
    for (int position : page().selection().positions()) {
      question.answer(position, asked ? Answer.PRESENT : Answer.other(pressed.id()));
    }
    canvas().redrawRows(page().selectedRows());
    if (page().selection().count() == 1) {
      int next = question.strip().after(page().selection().cursor());
      page().select(page().selection().at(next));
    }
    refresh();
  }

  /** The class of the key, null if it has none or is not an answer to the question. */
  private ClassStyle classOf(char key) {
    return ClassStyle.of(session().classes()).stream()
        .filter(each -> each.key() == key)
        .filter(each -> exclusive() || each.id().equals(question.strip().classId()))
        .findFirst()
        .orElse(null);
  }

  @Override
  Answer next(Answer now) {
    return now.kind() == Answer.Kind.PRESENT ? Answer.ABSENT : Answer.PRESENT;
  }

  @Override
  void setAnswer(int position, Answer answer) {
    question.answer(position, answer);
  }

  @Override
  public void moveClass(int step) {
    choices.moveClass(step);
    chosen();
  }

  @Override
  public Answers answers() {
    if (question.strip() != answered) { // asked for each cell that is painted
      answered = question.strip();
      answers = answered == null ? null : answered.answers();
    }
    return answers;
  }

  @Override
  public int boundary() {
    return question.strip() == null ? NO_BOUNDARY : question.strip().boundary();
  }

  @Override
  public String keyOf(int position) {
    return "";
  }

  @Override
  String text(String className) {
    Strip strip = question.strip();
    return String.format(
        Locale.ENGLISH,
        "Which of these are %s?  ·  %d present, %d absent%s  ·  %s to %s",
        className,
        answers().count(Answer.Kind.PRESENT),
        answers().count(Answer.Kind.ABSENT),
        counted(Answer.Kind.OTHER, "other")
            + counted(Answer.Kind.EXCLUDE, "excluded")
            + counted(Answer.Kind.OPEN, "open"),
        CellFacts.decimals(strip.scores()[0]),
        CellFacts.decimals(strip.scores()[strip.size() - 1]));
  }

  private String counted(Answer.Kind kind, String word) {
    int count = answers().count(kind);
    return count == 0 ? "" : ", " + count + " " + word;
  }
}
