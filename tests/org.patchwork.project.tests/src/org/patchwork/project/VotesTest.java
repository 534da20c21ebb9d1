// SPDX-License-Identifier: MIT
package org.patchwork.project;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchwork.core.LabelTable.ABSENT;
import static org.patchwork.core.LabelTable.PRESENT;
import static org.patchwork.core.LabelTable.UNKNOWN;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.core.Voice;
import org.patchwork.core.VoteTable;
import org.patchwork.project.check.ProjectCheck;

/** Several annotators in one project. */
class VotesTest {
  private static final EditOrigin ANNA = new EditOrigin("anna", "keyboard");
  private static final EditOrigin BEN = new EditOrigin("ben", "keyboard");
  private static final EditOrigin CARA = new EditOrigin("cara", "keyboard");

  @TempDir Path folder;

  @Test
  void sayingTheSameIsAVoteAndCanBeUndone() throws Exception {
    try (ProjectSession session = Projects.create(folder, 3, "cat")) {
      answer(session, ANNA, 1, PRESENT);
      assertTrue(answer(session, BEN, 1, PRESENT).changed());
      assertFalse(answer(session, BEN, 1, PRESENT).changed());
      assertEquals(PRESENT, vote(session, "ben", 1));
      session.undo().join();
      assertEquals(UNKNOWN, vote(session, "ben", 1));
      assertEquals(PRESENT, session.labels().label(1, 0));
      session.redo().join();
      assertEquals(PRESENT, vote(session, "ben", 1));
    }
    try (ProjectSession session = Projects.open(folder)) {
      assertEquals(
          List.of(Voice.of("anna"), Voice.of("ben")),
          session.annotators().votes(new NullProgressMonitor()).voices());
      session.undo().join();
      session.undo().join();
      assertEquals(UNKNOWN, vote(session, "anna", 1));
      assertEquals(UNKNOWN, session.labels().label(1, 0));
    }
  }

  @Test
  void theLastAnswerWinsAndForgettingTakesOnesOwnVoteBack() throws Exception {
    try (ProjectSession session = Projects.create(folder, 3, "cat")) {
      answer(session, ANNA, 1, PRESENT);
      answer(session, BEN, 1, ABSENT);
      assertEquals(ABSENT, session.labels().label(1, 0));
      answer(session, BEN, 1, UNKNOWN);
      assertEquals(UNKNOWN, session.labels().label(1, 0));
      assertEquals(PRESENT, vote(session, "anna", 1));
      assertEquals(UNKNOWN, vote(session, "ben", 1));
    }
  }

  @Test
  void theMajorityDecidesAndATieIsUnknown() throws Exception {
    try (ProjectSession session = Projects.create(folder, 3000, "cat")) {
      session.apply(new Edit.SetVotePolicy(VotePolicy.MAJORITY), ANNA);
      answer(session, ANNA, 2999, PRESENT);
      assertEquals(PRESENT, session.labels().label(2999, 0));
      assertArrayEquals(new int[] {2999}, answer(session, BEN, 2999, ABSENT).rows());
      assertEquals(UNKNOWN, session.labels().label(2999, 0));
      answer(session, CARA, 2999, ABSENT);
      assertEquals(ABSENT, session.labels().label(2999, 0));
      assertArrayEquals(new int[0], answer(session, ANNA, 2999, ABSENT).rows());
      answer(session, ANNA, 2999, UNKNOWN);
      assertEquals(ABSENT, session.labels().label(2999, 0));
      answer(session, BEN, 2999, UNKNOWN);
      answer(session, CARA, 2999, UNKNOWN);
      assertEquals(UNKNOWN, session.labels().label(2999, 0));
    }
  }

  @Test
  void anotherRuleIsOneStepWithPreview() throws Exception {
    try (ProjectSession session = Projects.create(folder, 4, "cat")) {
      answer(session, ANNA, 0, PRESENT);
      answer(session, BEN, 0, ABSENT);
      answer(session, ANNA, 1, ABSENT);
      answer(session, BEN, 1, ABSENT);
      answer(session, CARA, 1, PRESENT);
      Edit majority = new Edit.SetVotePolicy(VotePolicy.MAJORITY);
      EditPreview preview = session.preview(majority);
      assertEquals(List.of(new EditPreview.Column("cat", 0, 1, 1)), preview.columns());
      assertEquals(PRESENT, session.labels().label(1, 0));
      assertArrayEquals(preview.rows(), session.apply(majority, ANNA).rows());
      assertEquals(UNKNOWN, session.labels().label(0, 0));
      assertEquals(ABSENT, session.labels().label(1, 0));
      session.undo().join();
      assertEquals(VotePolicy.LAST_WINS, session.annotators().policy());
      assertEquals(PRESENT, session.labels().label(1, 0));
      session.redo().join();
    }
    try (ProjectSession session = Projects.open(folder)) {
      assertEquals(VotePolicy.MAJORITY, session.annotators().policy());
      answer(session, CARA, 0, ABSENT);
      answer(session, ANNA, 0, PRESENT); // her second answer, the same as before
      session.apply(new Edit.SetVotePolicy(VotePolicy.LAST_WINS), ANNA);
      assertEquals(ABSENT, session.labels().label(0, 0));
      assertEquals(PRESENT, session.labels().label(1, 0));
      assertEquals("let the last answer win", session.undoLabel());
    }
  }

  @Test
  void withoutAMajorityAmongExclusiveClassesEveryChosenOneIsUnknown() throws Exception {
    ProjectSession.create(
            folder, new NewProject("test", folder, "", true), new NullProgressMonitor())
        .close();
    try (ProjectSession session = Projects.open(folder)) {
      session.apply(new Edit.AddImages(List.of(new ImageEntry("a.png"))), ANNA);
      for (String name : List.of("cat", "dog", "cow", "hen")) {
        session.apply(new Edit.AddClass(name), ANNA);
      }
      session.apply(new Edit.SetVotePolicy(VotePolicy.MAJORITY), ANNA);
      choose(session, ANNA, 0);
      choose(session, BEN, 1);
      choose(session, CARA, 2);
      assertEquals("-1 -1 -1 0", labels(session));
      choose(session, CARA, 1);
      assertEquals("0 1 0 0", labels(session));
    }
  }

  @Test
  void aSecondLookChangesNoLabelAndDoesNotCount() throws Exception {
    try (ProjectSession session = Projects.create(folder, 3, "cat")) {
      session.apply(new Edit.SetVotePolicy(VotePolicy.MAJORITY), ANNA);
      answer(session, ANNA, 1, PRESENT);
      Map<String, Byte> absent = Map.of(session.classes().get(0).getId(), ABSENT);
      EditResult again = session.apply(new Edit.AnswerAgain(new int[] {1}, absent), ANNA);
      assertTrue(again.changed());
      assertEquals(0, again.rows().length);
      answer(session, BEN, 1, PRESENT);
      assertEquals(PRESENT, session.labels().label(1, 0));
      VoteTable votes = session.annotators().votes(new NullProgressMonitor());
      assertEquals(
          List.of(Voice.of("anna"), new Voice("anna", true), Voice.of("ben")), votes.voices());
      assertEquals(ABSENT, votes.vote(1, 1, 0));
    }
  }

  @Test
  void labelsOfAnImportStandUntilSomebodyAnswers() throws Exception {
    try (ProjectSession session = Projects.create(folder, 2, "cat")) {
      session.apply(
          new Edit.ImportLabels(
              "import",
              List.of(new ImageEntry("0.png"), new ImageEntry("1.png")),
              List.of("cat"),
              new byte[][] {{1, 1}}),
          ANNA);
      session.apply(new Edit.SetVotePolicy(VotePolicy.MAJORITY), ANNA);
      assertEquals(PRESENT, session.labels().label(0, 0));
      answer(session, BEN, 0, ABSENT);
      assertEquals(ABSENT, session.labels().label(0, 0));
      answer(session, BEN, 1, UNKNOWN);
      assertEquals(UNKNOWN, session.labels().label(1, 0));
    }
  }

  @Test
  void votesAreReadBesideAWriter() throws Exception {
    try (ProjectSession session = Projects.create(folder, 3, "cat")) {
      answer(session, ANNA, 1, PRESENT);
      try (ProjectSession reader = Projects.open(folder, Access.READ_ONLY)) {
        assertEquals(PRESENT, vote(reader, "anna", 1));
      }
    }
    try (ProjectSession reader = Projects.open(folder, Access.READ_ONLY)) {
      assertEquals(PRESENT, vote(reader, "anna", 1));
    }
  }

  @Test
  void listenersHearOfVotesThatChangeNoLabel() throws Exception {
    try (ProjectSession session = Projects.create(folder, 3, "cat")) {
      answer(session, ANNA, 1, PRESENT);
      int[] heard = new int[2];
      session.addListener(
          new ProjectListener() {
            @Override
            public void votesChanged() {
              heard[0]++;
            }

            @Override
            public void labelsChanged(LabelsChanged event) {
              heard[1]++;
            }
          });
      answer(session, BEN, 1, PRESENT);
      assertArrayEquals(new int[] {1, 0}, heard);
    }
  }

  @Test
  void mergedClassesKeepEverybodysAnswers() throws Exception {
    try (ProjectSession session = Projects.create(folder, 3, "cat", "kitten")) {
      String cat = session.classes().get(0).getId();
      String kitten = session.classes().get(1).getId();
      session.apply(Projects.label(0, kitten, PRESENT), ANNA);
      session.apply(Projects.label(0, cat, ABSENT), BEN);
      session.apply(new Edit.MergeClasses(kitten, cat, ConflictRule.PRESENT), CARA);
      assertEquals(PRESENT, vote(session, "anna", 0));
      assertEquals(ABSENT, vote(session, "ben", 0));
      assertEquals(PRESENT, session.labels().label(0, 0));
      session.undo().join();
      assertEquals(UNKNOWN, vote(session, "anna", 0));
    }
  }

  @Test
  void anEarlierMomentComesBackWithItsAnswersAndItsRule() throws Exception {
    try (ProjectSession session = Projects.create(folder, 3, "cat")) {
      answer(session, ANNA, 0, PRESENT);
      long then = answer(session, BEN, 0, ABSENT).batch();
      session.apply(new Edit.SetVotePolicy(VotePolicy.MAJORITY), ANNA);
      answer(session, BEN, 0, PRESENT);
      answer(session, CARA, 1, PRESENT);
      assertEquals(PRESENT, session.labels().label(0, 0));
      session.apply(new Edit.RestoreTo(then), ANNA);
      assertEquals(VotePolicy.LAST_WINS, session.annotators().policy());
      assertEquals(ABSENT, session.labels().label(0, 0));
      assertEquals(ABSENT, vote(session, "ben", 0));
      assertEquals(UNKNOWN, vote(session, "cara", 1));
      session.undo().join();
      assertEquals(PRESENT, vote(session, "ben", 0));
      assertEquals(VotePolicy.MAJORITY, session.annotators().policy());
    }
  }

  @Test
  void damagedAnswersAreFoundAndPutTogetherAgain() throws Exception {
    try (ProjectSession session = Projects.create(folder, 3, "cat")) {
      answer(session, ANNA, 0, PRESENT);
      answer(session, BEN, 0, ABSENT);
      answer(session, ANNA, 1, ABSENT);
      answer(session, ANNA, 1, PRESENT);
      session.undo().join();
    }
    var source = new org.sqlite.SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + folder.resolve("labels.db"));
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      statement.executeUpdate("UPDATE votes SET data = x'0102' WHERE annotator = 'anna'");
    }
    ProjectCheck check = new ProjectCheck(folder);
    assertTrue(check.run(false, null).toString().contains("anna"));
    check.repair(java.time.InstantSource.system(), null);
    try (ProjectSession session = Projects.open(folder)) {
      assertEquals(PRESENT, vote(session, "anna", 0));
      assertEquals(ABSENT, vote(session, "anna", 1));
      assertEquals(ABSENT, vote(session, "ben", 0));
    }
  }

  private static EditResult answer(ProjectSession session, EditOrigin who, int row, byte value)
      throws ProjectFormatException {
    String cat = session.classes().get(0).getId();
    return session.apply(Projects.label(row, cat, value), who);
  }

  private static void choose(ProjectSession session, EditOrigin who, int choice)
      throws ProjectFormatException {
    Map<String, Byte> values = new java.util.HashMap<>();
    session.classes().forEach(each -> values.put(each.getId(), ABSENT));
    values.put(session.classes().get(choice).getId(), PRESENT);
    session.apply(new Edit.SetLabels(new int[] {0}, values), who);
  }

  private static String labels(ProjectSession session) {
    return java.util.stream.IntStream.range(0, session.classes().size())
        .mapToObj(c -> "" + session.labels().label(0, c))
        .collect(java.util.stream.Collectors.joining(" "));
  }

  private static byte vote(ProjectSession session, String annotator, int row)
      throws ProjectFormatException {
    VoteTable votes = session.annotators().votes(new NullProgressMonitor());
    int voice = votes.voices().indexOf(Voice.of(annotator));
    return voice < 0 ? UNKNOWN : votes.vote(voice, row, 0);
  }
}
