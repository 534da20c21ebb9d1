// SPDX-License-Identifier: MIT
package org.patchwork.project.merge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchwork.core.LabelTable.ABSENT;
import static org.patchwork.core.LabelTable.PRESENT;
import static org.patchwork.core.LabelTable.UNKNOWN;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.core.commands.operations.DefaultOperationHistory;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.core.Voice;
import org.patchwork.core.VoteTable;
import org.patchwork.project.Access;
import org.patchwork.project.Edit;
import org.patchwork.project.EditOrigin;
import org.patchwork.project.EditPreview;
import org.patchwork.project.EditResult;
import org.patchwork.project.ImageEntry;
import org.patchwork.project.NewProject;
import org.patchwork.project.ProjectSession;
import org.patchwork.project.VotePolicy;

/** Labels of elsewhere, compared and brought in. */
class LabelMergeTest {
  private static final EditOrigin ANNA = new EditOrigin("anna", "test");
  private static final EditOrigin BEN = new EditOrigin("ben", "test");
  private static final EditOrigin MERGE = new EditOrigin("anna", "merge");

  @TempDir Path folder;
  private ProjectSession mine;

  @BeforeEach
  void project() throws Exception {
    mine = create("mine", "images", false);
    label(mine, ANNA, 1, "cat", PRESENT);
    label(mine, ANNA, 2, "cat", PRESENT);
    label(mine, ANNA, 3, "cat", ABSENT);
    label(mine, ANNA, 4, "cat", ABSENT);
  }

  @AfterEach
  void close() throws Exception {
    mine.close();
  }

  /** Row 0 is new, 1 is equal, 2 and 3 contradict, 4 is known here alone, 9.png is not here. */
  private LabelMerge compareCsv(String... moreLines) throws Exception {
    String csv =
        "filepath,cat,cow\n0.png,1.0,\n1.png,1.0,\n2.png,0.0,\n3.png,1.0,1.0\n4.png,,\n9.png,1.0,\n"
            + String.join("\n", moreLines);
    Path file = Files.writeString(folder.resolve("theirs.csv"), csv);
    LabelSource source = LabelSource.csv(file, "ben", mine.imageRoot(), monitor());
    return LabelMerge.compare(mine, source, ImageMatch.PATH, monitor());
  }

  @Test
  void newEqualAndConflictingLabelsAreCounted() throws Exception {
    LabelMerge merge = compareCsv();
    assertEquals(5, merge.matched());
    assertEquals(List.of("9.png"), merge.otherImages().stream().map(ImageEntry::path).toList());
    ClassComparison cat = merge.classes().get(0);
    assertEquals(
        List.of(1, 1, 1, 1),
        List.of(cat.fresh(), cat.equal(), cat.onlyMine(), cat.onOtherImages()));
    assertArrayEquals(new int[] {2, 3}, cat.conflicts());
    assertArrayEquals(new byte[] {PRESENT, ABSENT}, cat.mine());
    assertTrue(merge.classes().get(1).added());
    assertEquals(1, merge.classes().get(1).fresh());
    assertEquals(2, merge.conflicts());
  }

  @Test
  void keepingMineBringsInWhatIsNewAndEverybodysAnswers() throws Exception {
    LabelMerge merge = compareCsv();
    Edit edit = merge.edit(Resolution.of(Choice.KEEP_MINE));
    EditPreview preview = mine.preview(edit);
    EditResult result = mine.apply(edit, MERGE);
    assertArrayEquals(preview.rows(), result.rows());
    assertEquals("1 1 1 0 0", labels("cat"));
    assertEquals("-1 -1 -1 1 -1", labels("cow"));
    assertEquals("1 1 0 1 -1", votes("ben", "cat"));
    assertEquals("-1 1 1 0 0", votes("anna", "cat"));
    assertEquals("merge labels of theirs.csv", mine.undoLabel());
    mine.undo().join();
    assertEquals("-1 1 1 0 0", labels("cat"));
    assertEquals(1, mine.classes().size());
    mine.redo().join();
    assertEquals("1 1 0 1 -1", votes("ben", "cat"));
  }

  @Test
  void takingTheirsKeepsWhatTheyDoNotKnow() throws Exception {
    mine.apply(compareCsv().edit(Resolution.of(Choice.TAKE_THEIRS)), MERGE);
    assertEquals("1 1 0 1 0", labels("cat"));
  }

  @Test
  void oneConflictCanBeDecidedOtherwise() throws Exception {
    Resolution resolution = Resolution.of(Choice.KEEP_MINE).with("cat", new int[] {3}, true);
    mine.apply(compareCsv().edit(resolution), MERGE);
    assertEquals("1 1 1 1 0", labels("cat"));
    mine.undo().join();
    Resolution back = resolution.with("cat", new int[] {3}, false);
    mine.apply(compareCsv().edit(back), MERGE);
    assertEquals("1 1 1 0 0", labels("cat"));
  }

  @Test
  void aClassCanBeLeftOutAndImagesAdded() throws Exception {
    LabelMerge merge = compareCsv();
    Resolution resolution =
        Resolution.of(Choice.KEEP_MINE).with("cow", Choice.LEAVE_OUT).withImages(true);
    EditResult result = mine.apply(merge.edit(resolution), MERGE);
    assertEquals(1, result.addedRows());
    assertEquals(1, mine.classes().size());
    assertEquals("9.png", mine.labels().path(5));
    assertEquals("1 1 1 0 0 1", labels("cat"));
    assertEquals("1 1 0 1 -1 1", votes("ben", "cat"));
  }

  @Test
  void theSameMergeTwiceIsNothing() throws Exception {
    mine.apply(compareCsv().edit(Resolution.of(Choice.TAKE_THEIRS)), MERGE);
    assertEquals(0, compareCsv().conflicts());
    assertEquals(
        0, mine.apply(compareCsv().edit(Resolution.of(Choice.TAKE_THEIRS)), MERGE).batch());
  }

  @Test
  void annotatorsOfAnotherProjectKeepTheirNames() throws Exception {
    try (ProjectSession theirs = create("theirs", "images", false)) {
      label(theirs, BEN, 0, "cat", PRESENT);
      label(theirs, new EditOrigin("cara", "test"), 0, "cat", ABSENT);
      label(theirs, ANNA, 1, "cat", ABSENT);
      theirs.apply(
          new Edit.ImportLabels(
              "import", List.of(new ImageEntry("4.png")), List.of("cat"), new byte[][] {{1}}),
          BEN);
      LabelSource source = LabelSource.project(theirs.folder(), "dora", monitor());
      LabelMerge merge = LabelMerge.compare(mine, source, ImageMatch.PATH, monitor());
      mine.apply(merge.edit(Resolution.of(Choice.KEEP_MINE)), MERGE);
    }
    assertEquals("0 1 1 0 0", labels("cat"));
    assertEquals("1 -1 -1 -1 -1", votes("ben", "cat"));
    assertEquals("0 -1 -1 -1 -1", votes("cara", "cat"));
    assertEquals("-1 1 1 0 0", votes("anna", "cat")); // hers here, where they differ
    assertEquals("-1 -1 -1 -1 1", votes("dora", "cat"));
  }

  @Test
  void theMajorityDecidesConflicts() throws Exception {
    mine.apply(new Edit.SetVotePolicy(VotePolicy.MAJORITY), ANNA);
    mine.apply(compareCsv().edit(Resolution.of(Choice.KEEP_MINE)), MERGE);
    assertEquals("1 1 -1 -1 0", labels("cat")); // one against one is a tie
  }

  @Test
  void imagesAreFoundByTheFileTheyMean() throws Exception {
    try (ProjectSession theirs = create("theirs", "", false)) {
      theirs.apply(new Edit.AddImages(List.of(new ImageEntry("images/2.png#xywh=0,0,4,4"))), BEN);
      mine.apply(new Edit.AddImages(List.of(new ImageEntry("2.png#xywh=0,0,4,4"))), ANNA);
      LabelSource source = LabelSource.project(theirs.folder(), "", monitor());
      LabelMerge merge = LabelMerge.compare(mine, source, ImageMatch.PATH, monitor());
      // 0.png of theirs lies elsewhere, but is written alike: what is written counts first
      assertArrayEquals(new int[] {0, 1, 2, 3, 4, 5}, merge.rows());
    }
  }

  @Test
  void imagesAreFoundByNameWhereItIsUnique() throws Exception {
    mine.apply(new Edit.AddImages(List.of(new ImageEntry("a/1.png"))), ANNA);
    Path file =
        Files.writeString(
            folder.resolve("x.csv"),
            "filepath,cat\nC:\\x\\0.png,1\n/y/1.png,1\n/y/2.png,1\n/z/2.png,1\n");
    LabelSource source = LabelSource.csv(file, "", mine.imageRoot(), monitor());
    assertEquals("x", source.unsigned());
    LabelMerge merge = LabelMerge.compare(mine, source, ImageMatch.NAME, monitor());
    assertArrayEquals(new int[] {0, -1, -1, -1}, merge.rows());
  }

  @Test
  void exclusiveClassesAreDecidedAlike() throws Exception {
    try (ProjectSession session = create("exclusive", "images", true)) {
      session.apply(new Edit.AddClass("cow"), ANNA);
      session.apply(
          new Edit.SetLabels(
              new int[] {0}, Map.of(id(session, "cat"), PRESENT, id(session, "cow"), ABSENT)),
          ANNA);
      Path file = Files.writeString(folder.resolve("x.csv"), "filepath,cat,cow\n0.png,0,1\n");
      LabelSource source = LabelSource.csv(file, "ben", session.imageRoot(), monitor());
      LabelMerge merge = LabelMerge.compare(session, source, ImageMatch.PATH, monitor());
      Resolution keep = Resolution.of(Choice.KEEP_MINE);
      assertThrows(
          IllegalArgumentException.class, () -> merge.edit(keep.with("cat", new int[] {0}, true)));
      session.apply(
          merge.edit(keep.with("cat", new int[] {0}, true).with("cow", new int[] {0}, true)),
          MERGE);
      assertEquals(PRESENT, session.labels().label(0, 1));
      assertEquals(ABSENT, session.labels().label(0, 0));
    }
  }

  @Test
  void aComparisonOfImagesThatAreGoneIsRefused() throws Exception {
    mine.apply(new Edit.AddImages(List.of(new ImageEntry("9.png"))), ANNA);
    LabelMerge merge = compareCsv();
    mine.undo().join();
    ProjectFormatException e =
        assertThrows(
            ProjectFormatException.class,
            () -> mine.apply(merge.edit(Resolution.of(Choice.KEEP_MINE)), MERGE));
    assertTrue(e.getMessage().contains("Compare them again"), e.getMessage());
  }

  private ProjectSession create(String name, String root, boolean exclusive) throws Exception {
    Path place = folder.resolve(name);
    NewProject draft = new NewProject(name, folder.resolve(root), "", exclusive);
    ProjectSession.create(place, draft, monitor()).close();
    ProjectSession session =
        ProjectSession.open(
            place,
            Access.READ_WRITE,
            new DefaultOperationHistory(),
            InstantSource.system(),
            monitor());
    session.apply(
        new Edit.AddImages(
            IntStream.range(0, 5).mapToObj(i -> new ImageEntry(i + ".png")).toList()),
        ANNA);
    session.apply(new Edit.AddClass("cat"), ANNA);
    return session;
  }

  private static void label(
      ProjectSession session, EditOrigin who, int row, String name, byte value)
      throws ProjectFormatException {
    session.apply(new Edit.SetLabels(new int[] {row}, Map.of(id(session, name), value)), who);
  }

  private static String id(ProjectSession session, String name) {
    return session.classByName(name).getId();
  }

  private String labels(String name) {
    int index = mine.labels().classIndex(id(mine, name));
    return text(row -> mine.labels().label(row, index));
  }

  private String votes(String annotator, String name) throws ProjectFormatException {
    VoteTable votes = mine.annotators().votes(monitor());
    int voice = votes.voices().indexOf(Voice.of(annotator));
    int index = votes.classIds().indexOf(id(mine, name));
    return text(row -> voice < 0 ? UNKNOWN : votes.vote(voice, row, index));
  }

  private String text(java.util.function.IntUnaryOperator value) {
    return IntStream.range(0, mine.labels().rows())
        .mapToObj(row -> "" + value.applyAsInt(row))
        .collect(java.util.stream.Collectors.joining(" "));
  }

  private static NullProgressMonitor monitor() {
    return new NullProgressMonitor();
  }
}
