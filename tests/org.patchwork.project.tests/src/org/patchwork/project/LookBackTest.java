// SPDX-License-Identifier: MIT
package org.patchwork.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ProjectFormatException;

/** Every moment of a project's life can be looked at and brought back. */
class LookBackTest {
  @TempDir Path folder;

  /** What the project looked like behind each event. */
  private final Map<Long, String> then = new LinkedHashMap<>();

  private int names;

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15})
  void everyMomentOfARandomLifeCanBeLookedAt(long seed) throws Exception {
    Random random = new Random(seed);
    ProjectSession session = Projects.create(folder, 0);
    for (int step = 0; step < 120; step++) {
      remember(session, live(session, random));
      if (random.nextInt(30) == 0) {
        session.close();
        session = Projects.open(folder);
      }
    }
    for (Map.Entry<Long, String> moment : then.entrySet()) {
      try (ProjectSession past = session.events().lookBack(moment.getKey(), null)) {
        assertEquals(moment.getValue(), text(past), "behind event " + moment.getKey());
        assertTrue(past.readOnly());
      }
    }
    session.close();
  }

  private void remember(ProjectSession session, EditResult result) {
    if (result.changed()) {
      then.put(result.batch(), text(session));
    }
  }

  private EditResult live(ProjectSession session, Random random) throws Exception {
    LabelTable labels = session.labels();
    int rows = labels.rows();
    String id =
        labels.classes() == 0 ? null : labels.classIds().get(random.nextInt(labels.classes()));
    int choice = random.nextInt(14);
    if (choice < 3) {
      return session.undo().join();
    } else if (choice == 3) {
      return session.redo().join();
    } else if (choice == 4 && !then.isEmpty()) {
      List<Long> batches = List.copyOf(then.keySet());
      long batch = batches.get(random.nextInt(batches.size()));
      return session.apply(new Edit.RestoreTo(batch), Projects.ANNA);
    } else if (choice == 5 || id == null) {
      return session.apply(new Edit.AddClass("class " + names++), Projects.ANNA);
    } else if (choice == 6) {
      return session.apply(new Edit.RemoveClass(id), Projects.ANNA);
    } else if (choice == 7) {
      return session.apply(new Edit.MoveClass(id, random.nextInt(labels.classes())), Projects.ANNA);
    } else if (choice == 8 || rows == 0) {
      int first = names++ * 10;
      return session.apply(
          new Edit.AddImages(
              IntStream.range(first, first + 4).mapToObj(i -> new ImageEntry(i + ".png")).toList()),
          Projects.ANNA);
    }
    int[] some = random.ints(3, 0, rows).toArray();
    return session.apply(
        choice == 9
            ? new Edit.SetExcluded(some, random.nextBoolean())
            : new Edit.SetLabels(some, Map.of(id, (byte) (random.nextInt(3) - 1))),
        Projects.ANNA);
  }

  @Test
  void restoringIsOneEventThatCanBeUndone() throws Exception {
    try (ProjectSession session = Projects.create(folder, 3, "cat", "dog")) {
      String cat = session.classByName("cat").getId();
      EditResult labelled =
          session.apply(Projects.label(1, cat, LabelTable.PRESENT), Projects.ANNA);
      String wanted = text(session);
      session.apply(new Edit.UpdateClass(cat, "lynx", null, null, null), Projects.ANNA);
      session.apply(Projects.label(1, cat, LabelTable.ABSENT), Projects.ANNA);
      session.apply(new Edit.RemoveClass(cat), Projects.ANNA);
      session.apply(new Edit.AddClass("cat"), Projects.ANNA);
      String before = text(session);

      EditResult restored =
          session.apply(new Edit.RestoreTo(labelled.batch()), new EditOrigin("anna", "history"));
      assertEquals(wanted, text(session));
      assertEquals("restore event 4 (label 1 image cat)", restored.description());
      session.undo().join();
      assertEquals(before, text(session));
      session.redo().join();
      assertEquals(wanted, text(session));
    }
    try (ProjectSession session = Projects.open(folder)) {
      session.undo().join();
      assertEquals("cat", session.classByName("cat").getName());
    }
  }

  @Test
  void imagesAddedSinceStayWithoutLabels() throws Exception {
    try (ProjectSession session = Projects.create(folder, 2, "cat")) {
      String cat = session.classes().get(0).getId();
      long batch = session.apply(Projects.label(0, cat, LabelTable.PRESENT), Projects.ANNA).batch();
      session.apply(new Edit.AddImages(List.of(new ImageEntry("new.png"))), Projects.ANNA);
      session.apply(Projects.label(2, cat, LabelTable.PRESENT), Projects.ANNA);
      session.apply(new Edit.RestoreTo(batch), Projects.ANNA);
      assertEquals(3, session.labels().rows());
      assertEquals(LabelTable.UNKNOWN, session.labels().label(2, 0));
      assertEquals(LabelTable.PRESENT, session.labels().label(0, 0));
    }
  }

  @Test
  void imagesOfAnUndoneImportComeBackWithTheirLabels() throws Exception {
    try (ProjectSession session = Projects.create(folder, 2, "cat")) {
      String cat = session.classes().get(0).getId();
      session.apply(
          new Edit.AddImages(List.of(new ImageEntry("lost.png", "left", "view.png", false, false))),
          Projects.ANNA);
      long batch = session.apply(Projects.label(2, cat, LabelTable.PRESENT), Projects.ANNA).batch();
      session.undo().join();
      session.undo().join();
      session.apply(new Edit.AddImages(List.of(new ImageEntry("other.png"))), Projects.ANNA);
      session.apply(new Edit.RestoreTo(batch), Projects.ANNA);
      LabelTable labels = session.labels();
      assertEquals("other.png", labels.path(2));
      assertEquals(LabelTable.UNKNOWN, labels.label(2, 0));
      assertEquals("lost.png", labels.path(3));
      assertEquals("left", labels.subset(3));
      assertEquals(LabelTable.PRESENT, labels.label(3, 0));
      assertEquals(Map.of(3, "view.png"), session.viewPaths());
    }
  }

  @Test
  void lookingBackChangesNothingAndSaysWhereItStands() throws Exception {
    try (ProjectSession session = Projects.create(folder, 2, "cat")) {
      String cat = session.classes().get(0).getId();
      session.apply(Projects.label(0, cat, LabelTable.PRESENT), Projects.ANNA);
      assertNull(session.lookingAt());
      try (ProjectSession past = session.events().lookBack(2, null)) {
        assertEquals("add class cat", past.lookingAt().description());
        assertEquals(LabelTable.UNKNOWN, past.labels().label(0, 0));
        assertFalse(past.canUndo());
        session.apply(Projects.label(1, cat, LabelTable.PRESENT), Projects.ANNA);
        assertEquals(LabelTable.UNKNOWN, past.labels().label(1, 0));
        assertThrows(
            CompletionException.class,
            () -> past.submit(Projects.label(1, cat, 0), Projects.ANNA).join());
      }
      assertEquals(LabelTable.PRESENT, session.labels().label(1, 0));
      assertTrue(session.canUndo());
    }
  }

  @Test
  void anUnknownEventIsNamed() throws Exception {
    try (ProjectSession session = Projects.create(folder, 2)) {
      ProjectFormatException e =
          assertThrows(
              ProjectFormatException.class,
              () -> session.apply(new Edit.RestoreTo(77), Projects.ANNA));
      assertTrue(e.getMessage().contains("77"), e.getMessage());
      assertThrows(ProjectFormatException.class, () -> session.events().lookBack(77, null));
    }
  }

  @Test
  void aPreviewSaysWhatARestoreWouldChange() throws Exception {
    try (ProjectSession session = Projects.create(folder, 3, "cat")) {
      String cat = session.classes().get(0).getId();
      session.apply(Projects.label(0, cat, LabelTable.PRESENT), Projects.ANNA);
      session.apply(new Edit.AddClass("dog"), Projects.ANNA);
      EditPreview preview = session.preview(new Edit.RestoreTo(2));
      assertEquals(1, preview.rows().length);
      assertEquals(List.of("dog"), preview.removedClasses());
      assertEquals(2, session.classes().size());
    }
  }

  private static String text(ProjectSession session) {
    StringBuilder text = new StringBuilder();
    session.classes().forEach(c -> text.append(c.getId()).append(c.getName()).append(' '));
    LabelTable labels = session.labels();
    for (int row = 0; row < labels.rows(); row++) {
      text.append('\n').append(labels.path(row));
      text.append(labels.excluded(row)).append(labels.validation(row));
      for (int c = 0; c < labels.classes(); c++) {
        text.append(' ').append(labels.label(row, c));
      }
    }
    return text.toString();
  }
}
