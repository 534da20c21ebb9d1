// SPDX-License-Identifier: MIT
package org.patchwork.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.core.commands.operations.DefaultOperationHistory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.LabelTable;

class EventHistoryTest {
  private static final EditOrigin BERTA = new EditOrigin("berta", "margin", 4200);

  @TempDir Path folder;
  private ProjectSession session;
  private String cat;
  private String dog;
  private Instant now = Instant.parse("2026-05-01T08:00:00Z");

  /** One event a minute, the first at 8:01. */
  @BeforeEach
  void make() throws Exception {
    Projects.create(folder, 0).close();
    session =
        ProjectSession.open(
            folder,
            Access.READ_WRITE,
            new DefaultOperationHistory(),
            () -> now = now.plusSeconds(60),
            null);
    session.apply(
        new Edit.AddImages(List.of(new ImageEntry("0.png"), new ImageEntry("1.png"))),
        Projects.ANNA);
    session.apply(new Edit.AddClass("cat"), Projects.ANNA);
    session.apply(new Edit.AddClass("dog"), Projects.ANNA);
    cat = session.classByName("cat").getId();
    dog = session.classByName("dog").getId();
    session.apply(label(0, cat), Projects.ANNA);
    session.apply(
        new Edit.SetLabels(new int[] {0, 1}, Map.of(dog, LabelTable.PRESENT, cat, (byte) 0)),
        BERTA);
    session.undo().join();
  }

  @AfterEach
  void close() throws Exception {
    session.close();
  }

  private static Edit label(int row, String classId) {
    return Projects.label(row, classId, LabelTable.PRESENT);
  }

  private List<ProjectEvent> all(EventFilter filter) throws Exception {
    return session.events().page(filter, Long.MAX_VALUE, 100);
  }

  private static List<String> descriptions(List<ProjectEvent> events) {
    return events.stream().map(e -> e.kind() + " " + e.description()).toList();
  }

  @Test
  void tellsWhoDidWhatWhenToHowManyByWhichSampler() throws Exception {
    ProjectEvent event = all(EventFilter.ALL).get(1);
    assertEquals(
        new ProjectEvent(
            event.batch(),
            Instant.parse("2026-05-01T08:05:00Z"),
            "berta",
            "margin",
            LabelsChanged.Kind.EDIT,
            0,
            "label 2 images dog",
            ProjectEvent.State.UNDONE,
            4,
            4200),
        event);
    ProjectEvent undo = all(EventFilter.ALL).get(0);
    assertEquals(event.batch(), undo.target());
    assertEquals(LabelsChanged.Kind.UNDO, undo.kind());
    assertEquals(4, undo.cells());
    assertEquals(undo, session.events().event(undo.batch()));
    assertNull(session.events().event(99));
  }

  @Test
  void anEditAfterAnUndoMakesTheUndoneOneAbandoned() throws Exception {
    session.apply(label(1, cat), Projects.ANNA);
    assertEquals(ProjectEvent.State.ABANDONED, all(EventFilter.ALL).get(2).state());
  }

  @Test
  void filtersByClassPersonAndTime() throws Exception {
    assertEquals(
        List.of("UNDO label 2 images dog", "EDIT label 2 images dog", "EDIT add class dog"),
        descriptions(all(EventFilter.ALL.withClass(dog))));
    assertEquals(
        List.of("EDIT label 2 images dog"),
        descriptions(all(EventFilter.ALL.withAnnotator("berta"))));
    Instant from = Instant.parse("2026-05-01T08:04:00Z");
    EventFilter between = EventFilter.ALL.withTime(from, from.plusSeconds(60));
    assertEquals(List.of("EDIT label 1 image cat"), descriptions(all(between)));
    assertEquals(List.of(), all(between.withAnnotator("berta")));
    assertEquals(List.of("", "anna", "berta"), session.events().annotators());
    assertEquals(
        new EventTotals(1, 4, 4200),
        session.events().totals(EventFilter.ALL.withAnnotator("berta")));
  }

  @Test
  void aRemovedClassCanStillBeAskedFor() throws Exception {
    session.apply(new Edit.RemoveClass(cat), Projects.ANNA);
    assertEquals("EDIT remove class cat", descriptions(all(EventFilter.ALL.withClass(cat))).get(0));
  }

  @Test
  void pagesFollowEachOtherWhileEventsAreAdded() throws Exception {
    List<Long> seen = new ArrayList<>();
    long before = Long.MAX_VALUE;
    for (List<ProjectEvent> page = page(before); !page.isEmpty(); page = page(before)) {
      page.forEach(event -> seen.add(event.batch()));
      before = page.get(page.size() - 1).batch();
      session.apply(new Edit.AddClass("more " + before), Projects.ANNA);
    }
    assertEquals(List.of(6L, 5L, 4L, 3L, 2L, 1L), seen);
  }

  private List<ProjectEvent> page(long before) throws Exception {
    return session.events().page(EventFilter.ALL, before, 2);
  }

  @Test
  void aReaderSeesTheEventsOfTheWriter() throws Exception {
    try (ProjectSession reader = Projects.open(folder, Access.READ_ONLY)) {
      session.apply(label(1, dog), BERTA);
      assertEquals(
          "label 1 image dog",
          reader.events().page(EventFilter.ALL, Long.MAX_VALUE, 1).get(0).description());
    }
  }
}
