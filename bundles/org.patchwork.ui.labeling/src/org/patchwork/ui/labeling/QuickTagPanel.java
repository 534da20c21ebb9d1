// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.eclipse.swt.widgets.Composite;
import org.patchwork.core.LabelTable;
import org.patchwork.core.RandomStreams;
import org.patchwork.model.LabelClass;
import org.patchwork.project.Edit;
import org.patchwork.project.ProjectSession;
import org.patchwork.project.labeling.Answer;
import org.patchwork.project.labeling.Answers;
import org.patchwork.project.labeling.QuickTag;
import org.patchwork.project.labeling.TileDraw;
import org.patchwork.project.labeling.TileDraw.Strategy;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.Page;
import org.patchwork.ui.labeling.FilterChoices.Choice;

/**
 * Quick Tag: a few tiles, one class. A click or the key of a tile takes it from absent to present
 * to excluded; Enter writes all answers as one step and brings the next tiles.
 */
public final class QuickTagPanel extends RoundPanel {
  private static final int[] TILES = {4, 9, 16, 25};
  private static final int DEFAULT_TILES = 9;

  private final RandomStreams streams;
  private final QuickTag tag = new QuickTag();
  private final ChoiceCombo<String> classChoice;
  private final ChoiceCombo<Strategy> strategy;
  private final ChoiceCombo<Integer> tiles;
  private int draws;

  /**
   * A panel.
   *
   * @param streams where the draws take their chance from
   */
  public QuickTagPanel(
      Composite parent, OpenProject open, Remedies remedies, RandomStreams streams) {
    super(parent, open, remedies);
    this.streams = streams;
    classChoice =
        new ChoiceCombo<>(bar(), "The class to ask for, from the next tiles on", this::chosen);
    strategy =
        new ChoiceCombo<>(
            bar(), "Any image alike, or each subset alike and then any image of it", this::chosen);
    tiles = new ChoiceCombo<>(bar(), "Number of tiles", this::chosen);
    tiles.offer(
        IntStream.of(TILES).mapToObj(count -> new Choice<>(count + " tiles", count)).toList());
    tiles.select(DEFAULT_TILES);
    addButtons();
    start();
  }

  @Override
  void forget() {
    tag.clear();
    draws = 0;
  }

  @Override
  void offerChoices() {
    ProjectSession session = session();
    List<LabelClass> classes = session == null ? List.of() : session.classes();
    classChoice.offer(
        classes.stream().map(each -> new Choice<>(each.getName(), each.getId())).toList());
    List<Choice<Strategy>> ways = new ArrayList<>();
    ways.add(new Choice<>("Any image", Strategy.UNIFORM));
    if (session != null && !session.labels().subsets().isEmpty()) {
      ways.add(new Choice<>("Each subset alike", Strategy.STRATIFIED));
    }
    strategy.offer(ways);
    strategy.combo().setEnabled(ways.size() > 1);
  }

  @Override
  void inviteToAsk() {
    showEmpty(
        "A few images at a time, one class: click those that show it, or press their number.",
        "Show images",
        this::draw);
  }

  /** Other choices take effect at once while nothing was answered, else with the next tiles. */
  private void chosen() {
    boolean newest = ready() && tag.roundNumber() == tag.roundCount();
    if (newest
        && answers().count(Answer.Kind.ABSENT) == answers().size()
        && !answers().isIn(session().labels(), exclusive())) {
      draw();
    }
    refresh();
  }

  @Override
  void draw() {
    ProjectSession session = session();
    String classId = classChoice.value();
    if (classId == null) {
      return;
    }
    TileDraw wish = new TileDraw(classId, tiles.value(), strategy.value());
    BitSet shown = tag.shown();
    RandomGenerator random = streams.stream("quick tag " + draws++);
    await(
        open().settled().thenApplyAsync(done -> wish.draw(session.labels(), shown, random)),
        rows -> take(classId, rows));
  }

  private void take(String classId, int[] rows) {
    if (rows.length == 0) {
      showEmpty(
          "No image is left to ask for "
              + name(classId)
              + ": all are answered, excluded or held out. Choose another class.",
          "Show images",
          this::draw);
      return;
    }
    tag.show(classId, rows);
    show();
  }

  @Override
  void show() {
    showImages(Page.browsed(tag.round().rows(), QuickTag.SOURCE, "Quick tag"));
  }

  @Override
  Edit edit(LabelTable labels, String className) {
    return tag.save(labels, exclusive(), className);
  }

  @Override
  String source() {
    return QuickTag.SOURCE;
  }

  @Override
  int roundNumber() {
    return tag.roundNumber();
  }

  @Override
  boolean goBack(LabelTable labels) {
    return tag.back(labels, exclusive());
  }

  @Override
  boolean goForward(LabelTable labels) {
    return tag.forward(labels, exclusive());
  }

  @Override
  void pass(boolean all) {
    // tiles that were shown come again when no others are left
  }

  @Override
  void clicked(int position, boolean shift) {
    cycleTile(position);
  }

  @Override
  public void press(char key) {
    cycleTile(ClassStyle.KEYS.indexOf(key));
  }

  private void cycleTile(int position) {
    if (ready() && position >= 0 && position < answers().size()) {
      page().select(page().selection().at(position));
      answerOne(position, next(answers().answers().get(position)));
    }
  }

  @Override
  Answer next(Answer now) {
    return now.next();
  }

  @Override
  void setAnswer(int position, Answer answer) {
    tag.answer(position, answer);
  }

  @Override
  public void boundary(boolean behind) {
    // tiles are in no order, so there is nothing to divide
  }

  @Override
  public void moveClass(int step) {
    classChoice.move(step);
    chosen();
  }

  @Override
  public Answers answers() {
    return tag.round();
  }

  @Override
  public int boundary() {
    return NO_BOUNDARY;
  }

  @Override
  public String keyOf(int position) {
    return position < ClassStyle.KEYS.length()
        ? String.valueOf(Character.toUpperCase(ClassStyle.KEYS.charAt(position)))
        : "";
  }

  @Override
  String text(String className) {
    String next = name(classChoice.value());
    return "Which of these show "
        + className
        + "?  ·  "
        + answers().count(Answer.Kind.PRESENT)
        + " present, "
        + answers().count(Answer.Kind.ABSENT)
        + " absent, "
        + answers().count(Answer.Kind.EXCLUDE)
        + " excluded"
        + (className.equals(next) ? "" : "  ·  next: " + next);
  }
}
