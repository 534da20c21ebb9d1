// SPDX-License-Identifier: MIT
package org.patchwork.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.core.commands.operations.DefaultOperationHistory;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ProjectFormatException;

class EventExportTest {
  @TempDir Path folder;

  private ProjectSession open() throws Exception {
    Projects.create(folder, 0).close();
    Instant time = Instant.parse("2026-05-01T08:00:00Z");
    return ProjectSession.open(
        folder, Access.READ_WRITE, new DefaultOperationHistory(), () -> time, null);
  }

  private List<String> export(ProjectSession session, EventFilter filter) throws Exception {
    Path file = folder.resolve("events.csv");
    long rows = ProjectExport.eventsCsv(session, filter, file, new NullProgressMonitor());
    List<String> lines = Files.readAllLines(file);
    assertEquals(rows, lines.size() - 1);
    return lines;
  }

  @Test
  void oneRowForEachChangedCell() throws Exception {
    try (ProjectSession session = open()) {
      session.apply(
          new Edit.AddImages(List.of(new ImageEntry("a,b.png"), new ImageEntry("c.png"))),
          Projects.ANNA);
      session.apply(new Edit.AddClass("cat"), Projects.ANNA);
      String cat = session.classes().get(0).getId();
      session.apply(
          new Edit.SetLabels(new int[] {0, 1}, Map.of(cat, LabelTable.PRESENT)),
          new EditOrigin("berta", "margin", 1200));
      session.apply(new Edit.UpdateClass(cat, "lynx", null, null, null), Projects.ANNA);
      session.undo().join();
      session.undo().join();
      session.apply(new Edit.SetExcluded(new int[] {1}, true), Projects.ANNA);

      String start = ",2026-05-01T08:00:00.000Z,";
      assertEquals(
          List.of(
              "event,time,annotator,source,kind,target,description,active_ms,row,path,column,class_id,class,before,after",
              "3"
                  + start
                  + "berta,margin,edit,,label 2 images cat,1200,0,\"a,b.png\",label,c2,cat,,1",
              "3" + start + "berta,margin,edit,,label 2 images cat,1200,1,c.png,label,c2,cat,,1",
              "6" + start + ",undo,undo,3,label 2 images cat,0,0,\"a,b.png\",label,c2,cat,1,",
              "6" + start + ",undo,undo,3,label 2 images cat,0,1,c.png,label,c2,cat,1,",
              "7" + start + "anna,keyboard,edit,,exclude 1 image,0,1,c.png,exclude,,,0,1"),
          export(session, EventFilter.ALL));
      assertEquals(5, export(session, EventFilter.ALL.withClass(cat)).size());
      assertEquals(3, export(session, EventFilter.ALL.withAnnotator("berta")).size());
      assertEquals(1, export(session, EventFilter.ALL.withTime(null, Instant.EPOCH)).size());
    }
  }

  @Test
  void namesTheImageThatStoodThereThen() throws Exception {
    try (ProjectSession session = Projects.create(folder, 0, "cat")) {
      String cat = session.classes().get(0).getId();
      session.apply(new Edit.AddImages(List.of(new ImageEntry("first.png"))), Projects.ANNA);
      session.apply(Projects.label(0, cat, LabelTable.PRESENT), Projects.ANNA);
      session.undo().join();
      session.undo().join();
      assertTrue(export(session, EventFilter.ALL).get(1).contains("first.png"));
      session.apply(new Edit.AddImages(List.of(new ImageEntry("second.png"))), Projects.ANNA);
      session.apply(Projects.label(0, cat, LabelTable.ABSENT), Projects.ANNA);
      List<String> lines = export(session, EventFilter.ALL);
      assertTrue(lines.get(1).contains("first.png") && lines.get(2).contains("first.png"));
      assertTrue(lines.get(3).contains("second.png"), lines::toString);
    }
  }

  @Test
  void aFailedOrCancelledExportLeavesNothing() throws Exception {
    try (ProjectSession session = Projects.create(folder, 3, "cat")) {
      ProjectFormatException e =
          assertThrows(
              ProjectFormatException.class,
              () ->
                  ProjectExport.eventsCsv(
                      session, EventFilter.ALL, folder.resolve("none/events.csv"), null));
      assertTrue(e.getMessage().contains("Choose another place"), e.getMessage());
      NullProgressMonitor cancelled = new NullProgressMonitor();
      cancelled.setCanceled(true);
      Path file = folder.resolve("events.csv");
      assertThrows(
          OperationCanceledException.class,
          () -> ProjectExport.eventsCsv(session, EventFilter.ALL, file, cancelled));
      assertFalse(Files.exists(file));
    }
  }
}
