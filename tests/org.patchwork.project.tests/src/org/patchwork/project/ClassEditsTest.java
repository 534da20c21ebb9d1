// SPDX-License-Identifier: MIT
package org.patchwork.project;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchwork.project.Projects.ANNA;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.model.LabelClass;
import org.patchwork.project.classes.MergeConflicts;
import org.patchwork.project.classes.RemovedClass;

class ClassEditsTest {
  @TempDir Path folder;

  /** Nine images with each pair of labels of cat and dog, in the order of the digits. */
  private ProjectSession pairs() throws ProjectFormatException {
    ProjectSession session = Projects.create(folder, 9, "cat", "dog");
    for (int row = 0; row < 9; row++) {
      session.apply(Projects.label(row, id(session, "cat"), row / 3 - 1), ANNA);
      session.apply(Projects.label(row, id(session, "dog"), row % 3 - 1), ANNA);
    }
    return session;
  }

  @ParameterizedTest
  @CsvSource({
    // cat  ???---+++ (goes)
    // dog  ?-+?-+?-+ (stays)
    "PRESENT, ?-+--++++",
    "KEEP,    ?-+--++-+",
    "TAKE,    ?-+---+++",
    "FORGET,  ?-+--?+?+",
    "UNION,   ??+?-++++"
  })
  void mergeTakesLabelsByTheRuleAndUndoBringsBothBack(ConflictRule rule, String expected)
      throws Exception {
    try (ProjectSession session = pairs()) {
      Edit merge = new Edit.MergeClasses(id(session, "cat"), id(session, "dog"), rule);
      EditPreview preview = session.preview(merge);
      EditResult result = session.apply(merge, ANNA);
      assertEquals("merge cat into dog", result.description());
      assertArrayEquals(preview.rows(), result.rows());
      assertEquals(List.of("cat"), preview.removedClasses());
      assertEquals(List.of("dog"), names(session));
      assertEquals(expected, text(session, "dog"));
      session.undo().join();
      assertEquals("???---+++", text(session, "cat"));
      assertEquals("?-+?-+?-+", text(session, "dog"));
    }
    try (ProjectSession session = Projects.open(folder)) {
      session.redo().join();
      assertEquals(expected, text(session, "dog"));
      assertEquals(List.of("cat"), names(session.removedClasses()));
    }
  }

  @Test
  void conflictsAreTheImagesInWhichOneIsPresentAndTheOtherAbsent() throws Exception {
    try (ProjectSession session = pairs()) {
      MergeConflicts conflicts =
          MergeConflicts.of(session.labels(), id(session, "cat"), id(session, "dog"));
      assertArrayEquals(new int[] {5, 7}, conflicts.rows());
      assertEquals(2, conflicts.agreeing());
      assertEquals(2, conflicts.onlyGoes());
      assertEquals(2, conflicts.onlyStays());
    }
  }

  @Test
  void mergeHandsOnKindsAndExamples() throws Exception {
    try (ProjectSession session = Projects.create(folder, 5, "cat", "kitten", "tom", "animal")) {
      apply(session, new Edit.SetParent(id(session, "kitten"), id(session, "cat")));
      apply(session, new Edit.SetParent(id(session, "tom"), id(session, "cat")));
      apply(session, new Edit.SetParent(id(session, "cat"), id(session, "animal")));
      apply(session, new Edit.SetExamples(id(session, "cat"), new int[] {4, 1}));
      apply(session, new Edit.SetExamples(id(session, "kitten"), new int[] {2, 4}));
      apply(
          session,
          new Edit.MergeClasses(id(session, "cat"), id(session, "kitten"), ConflictRule.UNION));
      assertEquals(id(session, "animal"), session.classByName("kitten").getParent());
      assertEquals(id(session, "kitten"), session.classByName("tom").getParent());
      assertEquals(List.of(2, 4, 1), session.classByName("kitten").getExamples());
      session.undo().join();
      assertEquals(id(session, "cat"), session.classByName("tom").getParent());
    }
  }

  @Test
  void splitTakesTheChosenImagesAway() throws Exception {
    try (ProjectSession session = pairs()) {
      Edit split =
          new Edit.SplitClass(id(session, "cat"), "kitten", new int[] {0, 3, 7}, false, false);
      assertEquals(2, session.preview(split).columns().size());
      EditResult result = session.apply(split, ANNA);
      assertEquals("split kitten off cat", result.description());
      assertEquals(List.of("cat", "kitten", "dog"), names(session));
      assertEquals("???---+-+", text(session, "cat"));
      assertEquals("???---?+?", text(session, "kitten"));
      session.undo().join();
      assertEquals(List.of("cat", "dog"), names(session));
      assertEquals("???---+++", text(session, "cat"));
      session.redo().join();
      assertEquals("???---?+?", text(session, "kitten"));
    }
  }

  @Test
  void splitOfAKindLeavesTheClassPresent() throws Exception {
    try (ProjectSession session = pairs()) {
      apply(session, new Edit.SplitClass(id(session, "cat"), "kitten", new int[] {7}, true, true));
      assertEquals("???---+++", text(session, "cat"));
      assertEquals("???----+-", text(session, "kitten"));
      assertEquals(id(session, "cat"), session.classByName("kitten").getParent());
    }
  }

  @Test
  void splitWithinAGroupExcludesTheRest() throws Exception {
    try (ProjectSession session = pairs()) {
      apply(session, new Edit.SetExclusionGroup(List.of(id(session, "cat")), "species"));
      apply(
          session, new Edit.SplitClass(id(session, "cat"), "kitten", new int[] {7}, false, false));
      assertEquals("???----+-", text(session, "kitten"));
      assertEquals("species", session.classByName("kitten").getExclusionGroup());
    }
  }

  @Test
  void splitOfImagesWithoutTheClassIsRefused() throws Exception {
    try (ProjectSession session = pairs()) {
      Edit split =
          new Edit.SplitClass(id(session, "cat"), "kitten", new int[] {0, 3}, false, false);
      ProjectFormatException e =
          assertThrows(ProjectFormatException.class, () -> session.preview(split));
      assertTrue(e.getMessage().startsWith("In none of the 2 chosen images"), e.getMessage());
      assertThrows(ProjectFormatException.class, () -> session.apply(split, ANNA));
      assertEquals(List.of("cat", "dog"), names(session));
    }
  }

  @Test
  void copyHasTheLabelsOfTheOriginalAndGoesItsOwnWay() throws Exception {
    try (ProjectSession session = pairs()) {
      apply(session, new Edit.SetExclusionGroup(List.of(id(session, "cat")), "species"));
      apply(session, new Edit.CopyClass(id(session, "cat"), "feline"));
      assertEquals("???---+++", text(session, "feline"));
      assertNull(session.classByName("feline").getExclusionGroup());
      apply(session, Projects.label(0, id(session, "feline"), 1));
      assertEquals("???---+++", text(session, "cat"));
    }
  }

  @Test
  void removedClassIsRestoredWithItsLabelsAfterReopening() throws Exception {
    try (ProjectSession session = pairs()) {
      apply(session, new Edit.RemoveClass(id(session, "cat")));
      apply(session, Projects.label(2, id(session, "dog"), 0));
    }
    try (ProjectSession session = Projects.open(folder)) {
      RemovedClass cat = session.removedClasses().get(0);
      assertEquals("cat", cat.name());
      assertEquals(6, cat.labels());
      assertEquals("anna", cat.annotator());
      assertTrue(cat.removed().isAfter(java.time.Instant.EPOCH));
      EditResult result = session.apply(new Edit.RestoreClass(cat.id()), ANNA);
      assertEquals("restore class cat", result.description());
      assertEquals(List.of("dog", "cat"), names(session));
      assertEquals("???---+++", text(session, "cat"));
      assertEquals(List.of(), session.removedClasses());
      session.undo().join();
      assertEquals(List.of("dog"), names(session));
      assertEquals(1, session.removedClasses().size());
    }
    try (ProjectSession session = Projects.open(folder, Access.READ_ONLY)) {
      assertEquals("cat", session.removedClasses().get(0).name());
    }
    try (ProjectSession session = Projects.open(folder)) {
      session.redo().join();
      assertEquals("???---+++", text(session, "cat"));
    }
  }

  @Test
  void restoreFindsAFreeNameAndKey() throws Exception {
    try (ProjectSession session = Projects.create(folder, 3, "cat")) {
      String old = id(session, "cat");
      apply(session, new Edit.RemoveClass(old));
      apply(session, new Edit.AddClass("cat"));
      apply(session, new Edit.RestoreClass(old));
      assertEquals(List.of("cat", "cat 2"), names(session));
      assertEquals("2", session.classById(old).getHotKey());
      assertThrows(
          ProjectFormatException.class, () -> session.apply(new Edit.RestoreClass(old), ANNA));
    }
  }

  @Test
  void aClassWhoseMakingWasUndoneIsNotInTheTrash() throws Exception {
    try (ProjectSession session = Projects.create(folder, 3, "cat")) {
      session.undo().join();
      assertEquals(List.of(), session.classes());
      assertEquals(List.of(), session.removedClasses());
      session.redo().join();
      apply(session, new Edit.RemoveClass(id(session, "cat")));
      assertEquals(1, session.removedClasses().size());
      session.undo().join();
      session.undo().join();
      assertEquals(List.of(), session.removedClasses());
    }
  }

  @Test
  void relationsAreKeptAndRemovedParentsLeaveNothingBehind() throws Exception {
    try (ProjectSession session = Projects.create(folder, 3, "cat", "dog", "animal")) {
      apply(
          session,
          new Edit.SetExclusionGroup(List.of(id(session, "cat"), id(session, "dog")), " species "));
      apply(session, new Edit.SetParent(id(session, "cat"), id(session, "animal")));
      apply(session, new Edit.SetGoal(id(session, "cat"), 200));
      apply(session, new Edit.SetExamples(id(session, "cat"), new int[] {2, 0}));
    }
    try (ProjectSession session = Projects.open(folder)) {
      LabelClass cat = session.classByName("cat");
      assertEquals("species", cat.getExclusionGroup());
      assertEquals(id(session, "animal"), cat.getParent());
      assertEquals(200, cat.getGoal());
      assertEquals(List.of(2, 0), cat.getExamples());
      assertEquals(List.of(), session.openingReport());
      apply(session, new Edit.RemoveClass(id(session, "animal")));
      assertNull(session.classByName("cat").getParent());
      session.undo().join();
      assertEquals(id(session, "animal"), session.classByName("cat").getParent());
    }
  }

  @Test
  void relationsThatNoImageCanSatisfyAreRefused() throws Exception {
    try (ProjectSession session = Projects.create(folder, 3, "cat", "animal")) {
      String cat = id(session, "cat");
      String animal = id(session, "animal");
      apply(session, new Edit.SetParent(cat, animal));
      for (Edit wrong :
          List.of(
              new Edit.SetParent(animal, cat),
              new Edit.SetParent(animal, animal),
              new Edit.SetExclusionGroup(List.of(cat, animal), "both"),
              new Edit.SetGoal(cat, -1),
              new Edit.SetExamples(cat, new int[] {3}),
              new Edit.MergeClasses(cat, cat, ConflictRule.KEEP),
              new Edit.SetExclusionGroup(List.of(cat), "a\u0001b"))) {
        assertThrows(
            ProjectFormatException.class, () -> session.apply(wrong, ANNA), wrong::toString);
      }
    }
  }

  @Test
  void impliedLabelsAreSetWhereNothingIsKnownOnly() throws Exception {
    try (ProjectSession session = pairs()) {
      apply(session, new Edit.AddClass("animal"));
      apply(session, new Edit.SetParent(id(session, "cat"), id(session, "animal")));
      apply(
          session,
          new Edit.SetExclusionGroup(List.of(id(session, "cat"), id(session, "dog")), "species"));
      int[] all = {0, 1, 2, 3, 4, 5, 6, 7, 8};
      EditResult result = session.apply(new Edit.SetImplied(all, false), ANNA);
      assertEquals("set implied labels of 9 images", result.description());
      assertEquals("??----+++", text(session, "cat"), "absent where dog is present");
      assertEquals("?-+?-+--+", text(session, "dog"), "absent where cat is present");
      assertEquals("??????+++", text(session, "animal"));
      session.undo().join();
      assertEquals("?-+?-+?-+", text(session, "dog"));
    }
  }

  @Test
  void previewChangesNothing() throws Exception {
    try (ProjectSession session = pairs()) {
      LabelTable before = session.labels();
      EditPreview preview =
          session.preview(
              new Edit.SetLabels(new int[] {0, 6, 7}, Map.of(id(session, "dog"), (byte) 1)));
      assertArrayEquals(new int[] {0, 6, 7}, preview.rows());
      assertEquals(List.of(new EditPreview.Column("dog", 3, 0, 0)), preview.columns());
      assertEquals(before, session.labels());
      assertEquals("label 1 image dog", session.undoLabel());
    }
  }

  private static void apply(ProjectSession session, Edit edit) throws ProjectFormatException {
    assertTrue(session.apply(edit, ANNA).changed());
  }

  private static String id(ProjectSession session, String name) {
    return session.classByName(name).getId();
  }

  private static List<String> names(ProjectSession session) {
    return session.classes().stream().map(LabelClass::getName).toList();
  }

  private static List<String> names(List<RemovedClass> removed) {
    return removed.stream().map(RemovedClass::name).toList();
  }

  private static String text(ProjectSession session, String name) {
    LabelTable labels = session.labels();
    int index = labels.classIndex(id(session, name));
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < labels.rows(); row++) {
      text.append("?-+".charAt(labels.label(row, index) + 1));
    }
    return text.toString();
  }
}
