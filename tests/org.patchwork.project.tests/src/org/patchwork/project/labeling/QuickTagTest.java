// SPDX-License-Identifier: MIT
package org.patchwork.project.labeling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchwork.core.LabelTable.ABSENT;
import static org.patchwork.core.LabelTable.PRESENT;
import static org.patchwork.core.LabelTable.UNKNOWN;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.project.Edit;
import org.patchwork.project.EditOrigin;
import org.patchwork.project.ImageEntry;
import org.patchwork.project.NewProject;
import org.patchwork.project.ProjectSession;
import org.patchwork.project.labeling.TileDraw.Strategy;

/** Draws of quick tag, and its answers through a real project. */
class QuickTagTest {
  private static final EditOrigin ANNA = new EditOrigin("anna", QuickTag.SOURCE);

  @TempDir Path folder;
  private ProjectSession session;
  private String cat;
  private String dog;

  @AfterEach
  void close() throws ProjectFormatException {
    if (session != null) {
      session.close();
    }
  }

  @Test
  void stratifiedDrawHitsSubsetsAlikeAndRowsAlikeWithinASubset() {
    LabelTable table = subsets();
    int[] hits = new int[table.rows()];
    int draws = 40_000;
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < draws; i++) {
      int[] rows = new TileDraw("c", 1, Strategy.STRATIFIED).draw(table, new BitSet(), random);
      hits[rows[0]]++;
    }
    double[] expected = {0.5, 0, 0.25, 0.25, 0, 0};
    for (int row = 0; row < hits.length; row++) {
      assertEquals(expected[row], hits[row] / (double) draws, 0.01, "row " + row);
    }
  }

  /** Six rows: one is held out, one has no subset, one is excluded. */
  private static LabelTable subsets() {
    java.util.ArrayList<String> names = new java.util.ArrayList<>(List.of("x", "x", "y", "y"));
    names.add(null);
    names.add("x");
    return LabelTable.of(
        List.of("0", "1", "2", "3", "4", "5"),
        names,
        List.of("c"),
        new byte[][] {null},
        new byte[] {0, 0, 0, 0, 0, 1},
        new byte[] {0, 1, 0, 0, 0, 0});
  }

  @Test
  void stratifiedDrawEndsWhenNothingIsLeft() {
    int[] rows =
        new TileDraw("c", 9, Strategy.STRATIFIED)
            .draw(subsets(), new BitSet(), new SplittableRandom(3));
    assertArrayEquals(new int[] {0, 2, 3}, IntStream.of(rows).sorted().toArray());
  }

  @Test
  void uniformDrawTakesOpenRowsOnceAndShownOnesLast() {
    LabelTable table = subsets();
    int[] rows =
        new TileDraw("c", 9, Strategy.UNIFORM).draw(table, new BitSet(), new SplittableRandom(3));
    assertArrayEquals(new int[] {0, 2, 3, 4}, IntStream.of(rows).sorted().toArray());
    BitSet shown = BitSet.valueOf(new long[] {0b101});
    int[] fresh = new TileDraw("c", 2, Strategy.UNIFORM).draw(table, shown, new SplittableRandom());
    assertArrayEquals(new int[] {3, 4}, IntStream.of(fresh).sorted().toArray());
    int[] more = new TileDraw("c", 3, Strategy.UNIFORM).draw(table, shown, new SplittableRandom());
    assertTrue(more[2] == 0 || more[2] == 2, "one that was shown comes last");
  }

  @Test
  void sameSeedDrawsTheSame() {
    LabelTable table = LabelTable.empty().withClasses(List.of("c")).withRows(names(50), nulls(50));
    TileDraw draw = new TileDraw("c", 9, Strategy.UNIFORM);
    assertArrayEquals(
        draw.draw(table, new BitSet(), new SplittableRandom(7)),
        draw.draw(table, new BitSet(), new SplittableRandom(7)));
  }

  private static List<String> names(int count) {
    return IntStream.range(0, count).mapToObj(String::valueOf).toList();
  }

  private static List<String> nulls(int count) {
    return java.util.Arrays.asList(new String[count]);
  }

  @Test
  void savesAllAnswersAsOneUndoStepAndExcludesForReal() throws Exception {
    open(false);
    QuickTag tag = new QuickTag();
    tag.show(cat, new int[] {0, 1, 2});
    tag.cycle(1);
    tag.cycle(2);
    tag.cycle(2);
    save(tag, false);
    assertEquals(List.of(ABSENT, PRESENT, UNKNOWN), labels(cat, 0, 1, 2));
    assertTrue(session.labels().excluded(2));
    assertEquals(UNKNOWN, session.labels().label(1, 1), "other classes stay unknown");
    int[] left =
        new TileDraw(cat, 9, Strategy.UNIFORM)
            .draw(session.labels(), new BitSet(), new SplittableRandom(1));
    assertArrayEquals(new int[] {3, 4, 5}, IntStream.of(left).sorted().toArray());
    session.undo().join();
    assertEquals(List.of(UNKNOWN, UNKNOWN, UNKNOWN), labels(cat, 0, 1, 2));
    assertFalse(session.labels().excluded(2));
  }

  @Test
  void goingBackRestoresTheAnswersSoThatSavingAgainRepeatsThem() throws Exception {
    open(false);
    QuickTag tag = new QuickTag();
    assertFalse(tag.back(session.labels(), false), "nothing to go back to before the first round");
    tag.show(cat, new int[] {0, 1, 2});
    tag.cycle(0);
    tag.answer(2, Answer.EXCLUDE);
    save(tag, false);
    tag.show(cat, new int[] {3, 4, 5});
    assertTrue(tag.back(session.labels(), false));
    assertEquals(List.of(Answer.PRESENT, Answer.ABSENT, Answer.EXCLUDE), tag.round().answers());
    assertTrue(tag.round().isIn(session.labels(), false));
    assertFalse(save(tag, false), "nothing changes");
    tag.cycle(2);
    tag.cycle(0);
    assertFalse(tag.round().isIn(session.labels(), false));
    save(tag, false);
    assertEquals(List.of(UNKNOWN, ABSENT, ABSENT), labels(cat, 0, 1, 2));
    assertTrue(session.labels().excluded(0));
    assertFalse(session.labels().excluded(2));
    assertTrue(tag.forward(session.labels(), false));
    assertEquals(2, tag.roundNumber());
  }

  @Test
  void goingBackShowsWhatWasChangedElsewhere() throws Exception {
    open(false);
    QuickTag tag = new QuickTag();
    tag.show(cat, new int[] {0, 1});
    tag.cycle(1);
    save(tag, false);
    session.apply(
        new Edit.SetLabels(new int[] {0}, java.util.Map.of(cat, PRESENT)),
        new EditOrigin("bert", "keyboard"));
    tag.show(cat, new int[] {3});
    tag.back(session.labels(), false);
    assertEquals(List.of(Answer.PRESENT, Answer.PRESENT), tag.round().answers());
    session.undo().join();
    session.undo().join();
    tag.forward(session.labels(), false);
    tag.back(session.labels(), false);
    assertFalse(tag.round().isIn(session.labels(), false), "what was undone is not saved");
  }

  @Test
  void answersBelongToTheClassThatWasDrawnFor() throws Exception {
    open(false);
    QuickTag tag = new QuickTag();
    tag.show(dog, new int[] {0});
    tag.cycle(0);
    save(tag, false);
    assertEquals(List.of(UNKNOWN), labels(cat, 0));
    assertEquals(List.of(PRESENT), labels(dog, 0));
  }

  @Test
  void presentAnswersAllClassesWhereTheyExcludeEachOtherAndTakesThatBack() throws Exception {
    open(true);
    QuickTag tag = new QuickTag();
    tag.show(cat, new int[] {0, 1});
    tag.cycle(0);
    save(tag, true);
    assertEquals(LabelTable.Status.LABELED, session.labels().status(0));
    assertEquals(LabelTable.Status.PARTIAL, session.labels().status(1), "not a cat, maybe a cow");
    tag.answer(0, Answer.ABSENT);
    save(tag, true);
    assertEquals(List.of(ABSENT), labels(cat, 0));
    assertEquals(List.of(UNKNOWN), labels(dog, 0), "was absent only because of the cat");
    tag.answer(0, Answer.other(dog));
    save(tag, true);
    assertEquals(List.of(PRESENT), labels(dog, 0));
    assertEquals(Answer.other(dog), tag.round().asIn(session.labels(), true).answers().get(0));
    tag.answer(0, Answer.OPEN);
    save(tag, true);
    assertEquals(LabelTable.Status.UNLABELED, session.labels().status(0));
  }

  @Test
  void placesWithoutATileAreLeftAlone() {
    QuickTag tag = new QuickTag();
    tag.cycle(0);
    tag.show("c", new int[] {4});
    tag.cycle(1);
    tag.cycle(-1);
    assertEquals(List.of(Answer.ABSENT), tag.round().answers());
  }

  private boolean save(QuickTag tag, boolean exclusive) throws ProjectFormatException {
    return session.apply(tag.save(session.labels(), exclusive, "cat"), ANNA).changed();
  }

  private List<Byte> labels(String classId, int... rows) {
    LabelTable labels = session.labels();
    int index = labels.classIndex(classId);
    return IntStream.of(rows).mapToObj(row -> labels.label(row, index)).toList();
  }

  private void open(boolean exclusive) throws ProjectFormatException {
    session =
        ProjectSession.create(
            folder.resolve("project"),
            new NewProject("Test", folder, "anna", exclusive),
            new NullProgressMonitor());
    session.apply(new Edit.AddImages(names(6).stream().map(ImageEntry::new).toList()), ANNA);
    cat = session.apply(new Edit.AddClass("cat"), ANNA).addedClassIds().get(0);
    dog = session.apply(new Edit.AddClass("dog"), ANNA).addedClassIds().get(0);
    session.apply(new Edit.AddClass("cow"), ANNA);
  }
}
