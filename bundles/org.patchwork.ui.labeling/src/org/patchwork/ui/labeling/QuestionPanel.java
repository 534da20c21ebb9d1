// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.RandomStreams;
import org.patchwork.model.LabelClass;
import org.patchwork.project.ProjectSession;
import org.patchwork.project.labeling.Answer;
import org.patchwork.project.labeling.Answers;
import org.patchwork.project.labeling.Question;
import org.patchwork.project.labeling.Strip;
import org.patchwork.project.labeling.StripDraw;
import org.patchwork.project.labeling.StripDraw.Order;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.Page;
import org.patchwork.ui.ThemeColors;
import org.patchwork.ui.labeling.FilterChoices.Choice;

/**
 * Question: images sorted by the probability of one class, and a boundary. Those before it are the
 * class, those behind it are not; single images may differ. Enter writes all of it as one step.
 */
public final class QuestionPanel extends ModePanel {
  private static final int[] SIZES = {12, 24, 48, 96, 200};
  private static final int DEFAULT_SIZE = 48;

  private final ModePanel.Remedies workbench;
  private final RandomStreams streams;
  private final Question question = new Question();
  private final ChoiceCombo<String> classChoice;
  private final ChoiceCombo<Order> order;
  private final ChoiceCombo<Integer> size;
  private final Button restAbsent;
  private final Button save;
  private final Button skip;
  private final Button back;
  private int draws;
  private Strip answered;
  private Answers answers;

  /**
   * A panel.
   *
   * @param streams where the draws take their chance from
   */
  public QuestionPanel(
      Composite parent, OpenProject open, ModePanel.Remedies workbench, RandomStreams streams) {
    super(parent, open);
    this.workbench = workbench;
    this.streams = streams;
    classChoice =
        new ChoiceCombo<>(
            bar(),
            "The class to ask for; \"Classes in turn\" asks for the one with the fewest labels so"
                + " far",
            this::redrawUntouched);
    order =
        new ChoiceCombo<>(
            bar(),
            "Which images are asked for; they are always shown most probable first",
            this::redrawUntouched);
    order.offer(
        List.of(
            new Choice<>("Most probable", Order.MOST),
            new Choice<>("Any that look like it", Order.ANY),
            new Choice<>("Least probable", Order.LEAST),
            new Choice<>("Around one half", Order.EDGE)));
    size = new ChoiceCombo<>(bar(), "Images to a question", this::redrawUntouched);
    size.offer(
        IntStream.of(SIZES).mapToObj(count -> new Choice<>(count + " images", count)).toList());
    size.select(DEFAULT_SIZE);
    restAbsent = new Button(bar(), SWT.CHECK);
    ThemeColors.keepNative(restAbsent);
    restAbsent.setText("Rest absent");
    restAbsent.setToolTipText(
        "Images behind the boundary are absent; without the tick they stay open");
    restAbsent.setSelection(true);
    restAbsent.addListener(SWT.Selection, event -> restChanged());
    save =
        button(
            "Answer", "next", "Write the answers and ask the next question (Enter)", this::answer);
    skip = button("Skip", "sampling", "Ask the next question and write nothing (N)", this::skip);
    back =
        button("Go back", "previous", "Show the question before with its answers (P)", this::back);
    start();
  }

  @Override
  void projectChanged() {
    question.clear();
    draws = 0;
    offerClasses();
    refreshEmpty();
    refresh();
  }

  @Override
  void classesChanged() {
    offerClasses();
    if (question.strip() != null && session().labels().classIndex(question.strip().classId()) < 0) {
      question.clear();
      refreshEmpty();
    }
    refresh();
  }

  private void offerClasses() {
    List<Choice<String>> choices = new ArrayList<>();
    choices.add(new Choice<>("Classes in turn", null));
    if (session() != null) {
      session().classes().forEach(each -> choices.add(new Choice<>(each.getName(), each.getId())));
    }
    classChoice.offer(choices);
  }

  private void refreshEmpty() {
    ProjectSession session = session();
    if (session == null) {
      showEmpty("No project is open.", "New project…", workbench::newProject);
    } else if (session.labels().rows() == 0) {
      showEmpty("The project has no images yet.", "Add images…", workbench::addImages);
    } else if (session.predictions() == null) {
      showEmpty(
          "Questions are sorted by the probabilities of a model. Label some images and train"
              + " first.",
          "Train",
          workbench::train);
    } else {
      showEmpty(
          "Images that the model takes for one class: say yes to all at once, or say where the yes"
              + " ends.",
          "Ask",
          this::draw);
    }
  }

  @Override
  void labelsChanged() {
    if (question.strip() == null) {
      if (!busy()) {
        refreshEmpty();
      }
    } else if (IntStream.of(question.strip().rows())
        .anyMatch(row -> row >= session().labels().rows())) {
      question.clear(); // an undo took images away
      refreshEmpty();
    }
    refresh();
  }

  @Override
  void predictionsChanged() {
    question.forgetSkipped();
    if (!showsImages() && !busy()) {
      refreshEmpty();
    }
    refresh();
  }

  private void restChanged() {
    question.setRestAbsent(restAbsent.getSelection());
    canvas().redraw();
    refresh();
  }

  /** Other choices take effect at once while nothing was answered, else with the next question. */
  private void redrawUntouched() {
    boolean newest = question.roundNumber() == question.roundCount();
    boolean saved =
        question.strip() != null
            && question.strip().answers().isIn(session().labels(), exclusive());
    if (question.strip() != null && newest && !saved && question.strip().exceptions().isEmpty()) {
      draw();
    } else if (question.strip() != null && !showsImages()) {
      draw();
    }
  }

  private void draw() {
    ProjectSession session = session();
    if (session == null || busy()) {
      return;
    }
    StripDraw wish = new StripDraw(classChoice.value(), order.value(), size.value());
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
      showEmpty(strip.reason(), "Train", workbench::train);
      return;
    }
    question.show(strip.withRestAbsent(restAbsent.getSelection()));
    show();
  }

  private void show() {
    Strip strip = question.strip();
    restAbsent.setSelection(strip.restAbsent());
    showImages(Page.browsed(strip.rows(), strip.scores(), Question.SOURCE, "Question"));
    page().select(page().selection().at(strip.doubtful()));
  }

  @Override
  public void answer() {
    if (busy() || session() == null) {
      return;
    }
    if (question.strip() == null || !showsImages()) {
      draw();
      return;
    }
    String name = name(question.strip().classId());
    question.pass(false);
    await(
        open().submit(question.save(session().labels(), exclusive(), name), Question.SOURCE),
        result -> next());
  }

  @Override
  public void skip() {
    if (!busy() && session() != null) {
      question.pass(true);
      next();
    }
  }

  private void next() {
    if (showsImages() && question.forward(session().labels(), exclusive())) {
      show();
    } else {
      draw();
    }
    refresh();
  }

  @Override
  public void back() {
    if (busy() || question.strip() == null) {
      return;
    }
    if (!showsImages() || question.back(session().labels(), exclusive())) {
      show();
      refresh();
    }
  }

  @Override
  void clicked(int position, boolean shift) {
    if (question.strip() == null || busy()) {
      return;
    }
    page().select(page().selection().at(position));
    if (shift) {
      setBoundary(position + 1);
    } else {
      question.toggle(position);
      canvas().redrawRows(question.strip().rows()[position]);
      refresh();
    }
  }

  @Override
  public void boundary(boolean behind) {
    if (question.strip() != null && showsImages() && !busy()) {
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
    Strip strip = question.strip();
    if (strip == null || !showsImages() || busy()) {
      return;
    }
    ClassStyle pressed =
        ClassStyle.of(session().classes()).stream()
            .filter(each -> each.key() == key)
            .findFirst()
            .orElse(null);
    if (pressed == null || !(exclusive() || pressed.id().equals(strip.classId()))) {
      return;
    }
    boolean asked = pressed.id().equals(strip.classId());
    Answer answer = asked ? Answer.PRESENT : Answer.other(pressed.id());
    for (int position : page().selection().positions()) {
      question.answer(position, answer);
    }
    canvas().redrawRows(page().selectedRows());
    if (page().selection().count() == 1) {
      page().select(page().selection().at(strip.after(page().selection().cursor())));
    }
    refresh();
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
    classChoice.move(step);
    redrawUntouched();
    refresh();
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
  void refresh() {
    boolean asked = session() != null && question.strip() != null && showsImages();
    save.setEnabled(asked && !busy() && !session().readOnly());
    skip.setEnabled(asked && !busy());
    back.setEnabled(
        question.strip() != null && !busy() && (question.roundNumber() > 1 || !showsImages()));
    ask(asked ? text(session().labels()) : "");
  }

  private String text(LabelTable labels) {
    Strip strip = question.strip();
    Answers answers = strip.answers();
    return String.format(
        Locale.ENGLISH,
        "Which of these are %s?  ·  %d present, %d absent%s  ·  %s to %s  ·  question %d%s",
        name(strip.classId()),
        answers.count(Answer.Kind.PRESENT),
        answers.count(Answer.Kind.ABSENT),
        others(answers),
        CellFacts.decimals(strip.scores()[0]),
        CellFacts.decimals(strip.scores()[strip.size() - 1]),
        question.roundNumber(),
        answers.isIn(labels, exclusive()) ? ", saved" : ", not saved yet");
  }

  private static String others(Answers answers) {
    StringBuilder text = new StringBuilder();
    int other = answers.count(Answer.Kind.OTHER);
    int excluded = answers.count(Answer.Kind.EXCLUDE);
    int open = answers.count(Answer.Kind.OPEN);
    text.append(other == 0 ? "" : ", " + other + " other");
    text.append(excluded == 0 ? "" : ", " + excluded + " excluded");
    return text.append(open == 0 ? "" : ", " + open + " open").toString();
  }

  private String name(String classId) {
    LabelClass found = session().classById(classId);
    return found == null ? "" : found.getName();
  }
}
