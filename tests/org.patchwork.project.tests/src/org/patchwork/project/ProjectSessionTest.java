// SPDX-License-Identifier: MIT
package org.patchwork.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchwork.project.Projects.ANNA;
import static org.patchwork.project.Projects.label;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ProjectFormatException;

class ProjectSessionTest {
  @TempDir Path folder;

  @Test
  void labelsAreThereAfterReopening() throws Exception {
    String cat;
    try (ProjectSession session = Projects.create(folder, 5000, "cat", "dog")) {
      cat = session.classByName("cat").getId();
      EditResult result =
          session.apply(
              new Edit.SetLabels(new int[] {4999, 3, 3}, Map.of(cat, LabelTable.PRESENT)), ANNA);
      assertEquals(List.of(3, 4999), java.util.Arrays.stream(result.rows()).boxed().toList());
      session.apply(new Edit.SetExcluded(new int[] {7}, true), ANNA);
      session.apply(new Edit.SetValidation(new int[] {8}, true), ANNA);
    }
    try (ProjectSession session = Projects.open(folder)) {
      LabelTable labels = session.labels();
      assertEquals(5000, labels.rows());
      assertEquals("4999.png", labels.path(4999));
      int c = labels.classIndex(cat);
      assertEquals(LabelTable.PRESENT, labels.label(4999, c));
      assertEquals(LabelTable.PRESENT, labels.label(3, c));
      assertEquals(LabelTable.UNKNOWN, labels.label(4, c));
      assertTrue(labels.excluded(7));
      assertTrue(labels.validation(8));
      assertEquals(List.of(), session.openingReport());
    }
  }

  @Test
  void undoOfAnEarlierSessionAndRedo() throws Exception {
    try (ProjectSession session = Projects.create(folder, 3, "cat")) {
      session.apply(label(1, session.classes().get(0).getId(), 1), ANNA);
      session.apply(new Edit.RemoveClass(session.classes().get(0).getId()), ANNA);
      assertEquals(0, session.labels().classes());
    }
    try (ProjectSession session = Projects.open(folder)) {
      assertEquals("remove class cat", session.undoLabel());
      assertTrue(session.undo().join().changed());
      assertEquals(LabelTable.PRESENT, session.labels().label(1, 0));
    }
    try (ProjectSession session = Projects.open(folder)) {
      assertEquals("cat", session.classes().get(0).getName());
      assertEquals("remove class cat", session.redoLabel());
      session.redo().join();
      assertEquals(0, session.labels().classes());
      assertFalse(session.canRedo());
    }
  }

  @Test
  void nothingChangedIsNoEvent() throws Exception {
    try (ProjectSession session = Projects.create(folder, 3, "cat")) {
      String cat = session.classes().get(0).getId();
      List<LabelsChanged> events = new ArrayList<>();
      session.addListener(
          new ProjectListener() {
            @Override
            public void labelsChanged(LabelsChanged event) {
              events.add(event);
            }
          });
      assertTrue(session.apply(label(1, cat, 1), ANNA).changed());
      assertFalse(session.apply(label(1, cat, 1), ANNA).changed());
      assertEquals(1, events.size());
      assertEquals("label 1 image cat", session.undoLabel());
    }
  }

  @Test
  void labelsOfAnImportAreNotSaidToBeAnswered() throws Exception {
    try (ProjectSession session = Projects.create(folder, 3, "cat")) {
      String cat = session.classes().get(0).getId();
      List<Boolean> answered = new ArrayList<>();
      session.addListener(
          new ProjectListener() {
            @Override
            public void labelsChanged(LabelsChanged event) {
              answered.add(event.answered());
            }
          });
      session.apply(label(0, cat, 1), new EditOrigin("anna", EditOrigin.IMPORT));
      session.apply(label(1, cat, 1), new EditOrigin("anna", EditOrigin.MERGE));
      session.apply(label(2, cat, 1), new EditOrigin("anna", "keyboard"));
      session.undo().join();
      assertEquals(List.of(false, false, true, true), answered);
    }
  }

  @Test
  void aCompositeIsAllOrNothingAndOneStep() throws Exception {
    try (ProjectSession session = Projects.create(folder, 3, "cat")) {
      String cat = session.classes().get(0).getId();
      Edit broken = new Edit.Composite("both", List.of(label(0, cat, 1), new Edit.AddClass("cat")));
      assertThrows(ProjectFormatException.class, () -> session.apply(broken, ANNA));
      assertEquals(LabelTable.UNKNOWN, session.labels().label(0, 0));
      session.apply(
          new Edit.Composite("both", List.of(label(0, cat, 1), new Edit.AddClass("dog"))), ANNA);
      assertEquals("both", session.undoLabel());
      session.undo().join();
      assertEquals(LabelTable.UNKNOWN, session.labels().label(0, 0));
      assertEquals(1, session.classes().size());
    }
  }

  @Test
  void namesThatCannotBeSavedAreRefusedBeforeAnythingIsWritten() throws Exception {
    assertThrows(IllegalArgumentException.class, () -> new NewProject("a\u0001b"));
    try (ProjectSession session = Projects.create(folder, 3, "cat")) {
      for (String name : List.of("a\u0001b", "\ud800", " ", "filepath", "cat")) {
        assertThrows(
            ProjectFormatException.class, () -> session.apply(new Edit.AddClass(name), ANNA), name);
      }
      assertThrows(
          ProjectFormatException.class,
          () -> session.apply(new Edit.AddClass("dog", null, "blue", null), ANNA));
      assertThrows(
          ProjectFormatException.class,
          () -> session.apply(new Edit.AddClass("dog", null, null, "1"), ANNA));
      assertEquals(1, session.classes().size());
      session.apply(new Edit.AddClass("two\nlines \ud83d\ude00 <&\""), ANNA);
    }
    try (ProjectSession session = Projects.open(folder)) {
      assertEquals("two\nlines \ud83d\ude00 <&\"", session.classes().get(1).getName());
      assertEquals(List.of(), session.openingReport());
    }
  }

  @Test
  void aFolderWithAProjectIsNotOverwritten() throws Exception {
    Projects.create(folder, 1).close();
    assertThrows(
        ProjectFormatException.class,
        () -> ProjectSession.create(folder, new NewProject("b"), null));
    java.nio.file.Files.delete(folder.resolve("project.patchwork"));
    ProjectFormatException e =
        assertThrows(
            ProjectFormatException.class,
            () -> ProjectSession.create(folder, new NewProject("b"), null));
    assertTrue(e.getMessage().contains("backup"), e.getMessage());
  }

  @Test
  void aListenerThatWaitsForItselfIsToldSo() throws Exception {
    try (ProjectSession session = Projects.create(folder, 3, "cat")) {
      List<Throwable> thrown = new ArrayList<>();
      session.addListener(
          new ProjectListener() {
            @Override
            public void labelsChanged(LabelsChanged event) {
              thrown.add(
                  assertThrows(
                      IllegalStateException.class, () -> session.apply(label(2, "c2", 0), ANNA)));
            }
          });
      session.apply(label(1, "c2", 1), ANNA);
      session.apply(
          new Edit.SetExcluded(new int[] {0}, true), ANNA); // after all that was begun before
      assertEquals(2, thrown.size(), "one for each edit of ours, none for one of its own");
      assertEquals(LabelTable.UNKNOWN, session.labels().label(2, 0));
    }
  }

  @Test
  void settingsAreSavedAndClassesInThemIgnored() throws Exception {
    try (ProjectSession session = Projects.create(folder, 3, "cat")) {
      session
          .updateSettings(
              model -> {
                model.setAnnotator("berta");
                model.getSchema().setExclusive(true);
                model.getSchema().getClasses().clear();
              })
          .join();
      assertEquals(1, session.classes().size());
    }
    try (ProjectSession session = Projects.open(folder)) {
      assertEquals("berta", session.model().getAnnotator());
      assertTrue(session.model().getSchema().isExclusive());
      assertEquals("cat", session.classes().get(0).getName());
    }
  }
}
