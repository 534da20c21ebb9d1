// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.patchwork.core.LabelTable;
import org.patchwork.core.RandomStreams;
import org.patchwork.model.LabelClass;
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
public final class QuickTagPanel extends ModePanel {
  private static final int[] TILES = {4, 9, 16, 25};

  private final ModePanel.Remedies workbench;
  private final RandomStreams streams;
  private final QuickTag tag = new QuickTag();
  private final ChoiceCombo<String> classChoice;
  private final ChoiceCombo<Strategy> strategy;
  private final ChoiceCombo<Integer> tiles;
  private final Button save;
  private final Button skip;
  private final Button back;
  private int draws;

  /**
   * A panel.
   *
   * @param streams where the draws take their chance from
   */
  public QuickTagPanel(
      Composite parent, OpenProject open, ModePanel.Remedies workbench, RandomStreams streams) {
    super(parent, open);
    this.workbench = workbench;
    this.streams = streams;
    classChoice =
        new ChoiceCombo<>(bar(), "The class to ask for, from the next tiles on", this::classChosen);
    strategy =
        new ChoiceCombo<>(
            bar(),
            "Any image alike, or each subset alike and then any image of it; without subsets every"
                + " image counts alike",
            this::redrawUntouched);
    tiles = new ChoiceCombo<>(bar(), "Number of tiles", this::redrawUntouched);
    tiles.offer(
        IntStream.of(TILES).mapToObj(count -> new Choice<>(count + " tiles", count)).toList());
    tiles.select(9);
    save = button("Save and next", "next", "Write the answers, show the next tiles", this::answer);
    skip = button("Skip", "sampling", "Show the next tiles and write nothing (N)", this::skip);
    back =
        button("Go back", "previous", "Show the tiles before with their answers (P)", this::back);
    start();
  }

  @Override
  void projectChanged() {
    tag.clear();
    draws = 0;
    offerClasses();
    refreshEmpty();
    refresh();
  }

  @Override
  void classesChanged() {
    offerClasses();
    if (tag.round() != null && session().labels().classIndex(tag.round().classId()) < 0) {
      tag.clear();
    }
    if (tag.round() == null) {
      refreshEmpty();
    }
    refresh();
  }

  private void offerClasses() {
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
  }

  private void refreshEmpty() {
    ProjectSession session = session();
    if (session == null) {
      showEmpty("No project is open.", "New project…", workbench::newProject);
    } else if (session.labels().rows() == 0) {
      showEmpty("The project has no images yet.", "Add images…", workbench::addImages);
    } else if (session.classes().isEmpty()) {
      showEmpty("The project has no classes yet. Add one in the Class Toggles.", "", () -> {});
    } else {
      showEmpty(
          "A few images at a time, one class: click those that show it, or press their number.",
          "Show images",
          this::draw);
    }
  }

  @Override
  void labelsChanged() {
    if (tag.round() != null && rowsGone()) {
      tag.clear(); // an undo took images away
      refreshEmpty();
    } else if (tag.round() == null && !busy()) {
      offerClasses();
      refreshEmpty();
    }
    refresh();
  }

  private boolean rowsGone() {
    int rows = session().labels().rows();
    return IntStream.of(tag.round().rows()).anyMatch(row -> row >= rows);
  }

  private void classChosen() {
    redrawUntouched();
    refresh();
  }

  /** Other choices take effect at once while nothing was answered, else with the next tiles. */
  private void redrawUntouched() {
    Answers round = tag.round();
    boolean untouched =
        round != null
            && round.count(Answer.Kind.ABSENT) == round.size()
            && tag.roundNumber() == tag.roundCount()
            && !round.isIn(session().labels(), exclusive());
    if (untouched && showsImages()) {
      draw();
    }
  }

  private void draw() {
    ProjectSession session = session();
    String classId = classChoice.value();
    if (session == null || classId == null || busy()) {
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

  private void show() {
    showImages(Page.browsed(tag.round().rows(), QuickTag.SOURCE, "Quick tag"));
  }

  @Override
  public void answer() {
    if (busy() || session() == null) {
      return;
    }
    if (tag.round() == null || !showsImages()) {
      draw();
      return;
    }
    String name = name(tag.round().classId());
    await(
        open().submit(tag.save(session().labels(), exclusive(), name), QuickTag.SOURCE),
        result -> next());
  }

  @Override
  public void skip() {
    if (!busy() && session() != null) {
      next();
    }
  }

  private void next() {
    if (showsImages() && tag.forward(session().labels(), exclusive())) {
      show();
    } else {
      draw();
    }
    refresh();
  }

  @Override
  public void back() {
    if (busy() || tag.round() == null) {
      return;
    }
    if (!showsImages() || tag.back(session().labels(), exclusive())) {
      show();
      refresh();
    }
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
    if (busy() || tag.round() == null || position < 0 || position >= tag.round().size()) {
      return;
    }
    tag.cycle(position);
    page().select(page().selection().at(position));
    canvas().redrawRows(tag.round().rows()[position]);
    refresh();
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
    // Tiles are in no order, so there is nothing to divide.
  }

  @Override
  public void moveClass(int step) {
    classChoice.move(step);
    classChosen();
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
  void refresh() {
    boolean asked = session() != null && tag.round() != null && showsImages();
    save.setEnabled(asked && !busy() && !session().readOnly());
    skip.setEnabled(asked && !busy());
    back.setEnabled(tag.round() != null && !busy() && (tag.roundNumber() > 1 || !showsImages()));
    strategy.combo().setEnabled(session() != null && !session().labels().subsets().isEmpty());
    ask(asked ? text(session().labels()) : "");
  }

  private String text(LabelTable labels) {
    Answers round = tag.round();
    String asked = name(round.classId());
    boolean saved = round.isIn(labels, exclusive());
    String next = name(classChoice.value());
    return "Which of these show "
        + asked
        + "?  ·  "
        + round.count(Answer.Kind.PRESENT)
        + " present, "
        + round.count(Answer.Kind.ABSENT)
        + " absent, "
        + round.count(Answer.Kind.EXCLUDE)
        + " excluded  ·  round "
        + tag.roundNumber()
        + (saved ? ", saved" : ", not saved yet")
        + (asked.equals(next) ? "" : "  ·  next: " + next);
  }

  private String name(String classId) {
    LabelClass found = classId == null ? null : session().classById(classId);
    return found == null ? "" : found.getName();
  }
}
