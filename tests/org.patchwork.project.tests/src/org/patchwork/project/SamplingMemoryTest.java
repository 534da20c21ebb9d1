// SPDX-License-Identifier: MIT
package org.patchwork.project;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.core.RowFilter;
import org.patchwork.core.RowFilter.Condition;

class SamplingMemoryTest {
  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

  @TempDir Path folder;

  private Path project() {
    return folder.resolve("project");
  }

  private static PastDraw draw(RowFilter filter, int... rows) {
    return new PastDraw(NOON, "margin", "c1", filter, 7, "3 of 9 \"images\"", rows);
  }

  @Test
  void whatWasShownStaysShownAfterReopening() throws Exception {
    try (ProjectSession session = Projects.create(project(), 9)) {
      assertTrue(session.sampling().shownRows().isEmpty());
      session.sampling().remember(draw(RowFilter.UNLABELED, 4, 0, 8)).join();
      assertEquals("{0, 4, 8}", session.sampling().shownRows().toString());
      session.sampling().remember(draw(RowFilter.UNLABELED, 1)).join();
    }
    try (ProjectSession session = Projects.open(project())) {
      assertEquals("{0, 1, 4, 8}", session.sampling().shownRows().toString());
      List<PastDraw> draws = session.sampling().draws(9);
      assertEquals(2, draws.size());
      PastDraw first = draws.get(1);
      assertArrayEquals(new int[] {4, 0, 8}, first.rows());
      assertEquals(NOON, first.time());
      assertEquals("margin", first.sampler());
      assertEquals("c1", first.classId());
      assertEquals(7, first.seed());
      assertEquals("3 of 9 \"images\"", first.reason());
      assertEquals(RowFilter.UNLABELED, first.filter());
      assertArrayEquals(new int[] {1}, session.sampling().draws(1).get(0).rows());
    }
  }

  @Test
  void aDrawBeforeTheFirstLookIsNotLost() throws Exception {
    try (ProjectSession session = Projects.create(project(), 9)) {
      session.sampling().remember(draw(RowFilter.UNLABELED, 1)).join();
    }
    try (ProjectSession session = Projects.open(project())) {
      session.sampling().remember(draw(RowFilter.UNLABELED, 2));
      assertEquals("{1, 2}", session.sampling().shownRows().toString());
    }
  }

  @Test
  void whatWasJustRememberedForgottenOrRemovedIsReadSo() throws Exception {
    try (ProjectSession session = Projects.create(project(), 9)) {
      session.sampling().saveFilter("old", RowFilter.UNLABELED).join();
      session.sampling().remember(draw(RowFilter.UNLABELED, 1)).join();
    }
    try (ProjectSession session = Projects.open(project());
        BusyWriter writer = new BusyWriter(session)) {
      session.sampling().remember(draw(RowFilter.UNLABELED, 2));
      FutureTask<List<PastDraw>> two = writer.reading(() -> session.sampling().draws(9));
      session.sampling().forget();
      session.sampling().removeFilter("old");
      FutureTask<Boolean> none =
          writer.reading(
              () ->
                  session.sampling().draws(9).isEmpty()
                      && session.sampling().shownRows().isEmpty()
                      && session.sampling().filters().isEmpty());
      writer.goOn();
      assertEquals(2, two.get().size());
      assertTrue(none.get());
    }
  }

  @Test
  void forgettingLetsEverythingComeAgain() throws Exception {
    try (ProjectSession session = Projects.create(project(), 9)) {
      session.sampling().remember(draw(RowFilter.UNLABELED, 1, 2)).join();
      session.sampling().forget().join();
      assertTrue(session.sampling().shownRows().isEmpty());
      session.sampling().remember(draw(RowFilter.UNLABELED, 3)).join();
    }
    try (ProjectSession session = Projects.open(project())) {
      assertEquals("{3}", session.sampling().shownRows().toString());
    }
  }

  @Test
  void readOnlyProjectsRememberWhileTheyAreOpen() throws Exception {
    Projects.create(project(), 9).close();
    try (ProjectSession session =
        ProjectSession.open(project(), Access.READ_ONLY, new NullProgressMonitor())) {
      session.sampling().remember(draw(RowFilter.UNLABELED, 1)).join();
      assertEquals("{1}", session.sampling().shownRows().toString());
    }
    try (ProjectSession session = Projects.open(project())) {
      assertTrue(session.sampling().shownRows().isEmpty());
    }
  }

  @Test
  void filtersComeBackAsTheyWere() throws Exception {
    BitSet rows = new BitSet();
    rows.set(3);
    RowFilter filter =
        new RowFilter(
            RowFilter.LabelStatus.PARTIAL,
            RowFilter.ExcludeStatus.NOT_EXCLUDED,
            List.of(
                new Condition.Label("c1", LabelTable.UNKNOWN),
                new Condition.Label("c2", LabelTable.PRESENT),
                new Condition.Label("c3", LabelTable.ABSENT),
                new Condition.Subset("contains: \"stuff\", NA"),
                new Condition.Predicted("c1", .25, .75)));
    RowFilter list = RowFilter.EVERYTHING.and(new Condition.Rows("Disagreements", rows));
    try (ProjectSession session = Projects.create(project(), 9)) {
      session.sampling().saveFilter(" to review ", filter).join();
      session.sampling().saveFilter("list", RowFilter.UNLABELED).join();
      session.sampling().saveFilter("list", list).join();
      session.sampling().saveFilter("old", filter).join();
      session.sampling().removeFilter("old").join();
      assertThrows(
          IllegalArgumentException.class, () -> session.sampling().saveFilter(" ", filter));
    }
    try (ProjectSession session = Projects.open(project())) {
      Map<String, RowFilter> filters = session.sampling().filters();
      assertEquals(List.of("list", "to review"), List.copyOf(filters.keySet()));
      assertEquals(filter, filters.get("to review"));
      assertEquals(
          List.of(new Condition.Rows("Disagreements", new BitSet())),
          filters.get("list").conditions());
    }
  }

  @Test
  void whatANewerVersionSavedIsNamed() throws Exception {
    Projects.create(project(), 1).close();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + project().resolve("labels.db"));
        Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO filters VALUES('new', '{\"status\":\"any\",\"exclude\":\"any\","
              + "\"conditions\":[{\"moon\":\"full\"}]}')");
    }
    try (ProjectSession session = Projects.open(project())) {
      String message =
          assertThrows(ProjectFormatException.class, () -> session.sampling().filters())
              .getMessage();
      assertTrue(message.contains("moon"), message);
      assertTrue(session.sampling().shownRows().isEmpty(), "drawing goes on");
    }
  }
}
