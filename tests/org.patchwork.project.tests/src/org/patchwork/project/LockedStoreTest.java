// SPDX-License-Identifier: MIT
package org.patchwork.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchwork.project.Projects.ANNA;
import static org.patchwork.project.Projects.label;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ProjectFormatException;

/** Another program, say a database browser, holds the label store. */
class LockedStoreTest {
  @TempDir Path folder;

  private Process lock(Path project, String... statements) throws Exception {
    String[] arguments = new String[statements.length + 1];
    arguments[0] = project.resolve("labels.db").toString();
    System.arraycopy(statements, 0, arguments, 1, statements.length);
    Process child = ChildProcess.start(LockingChild.class, folder.resolve("errors.txt"), arguments);
    assertEquals("locked", child.inputReader().readLine());
    return child;
  }

  private static void release(Process child) throws Exception {
    child.outputWriter().close();
    assertEquals(0, child.waitFor());
  }

  @Test
  void anEditWaitsUntilTheOtherProgramLetsGo() throws Exception {
    Path project = folder.resolve("project");
    try (ProjectSession session = Projects.create(project, 10, "cat")) {
      String cat = session.labels().classIds().get(0);
      Process other = lock(project, "BEGIN IMMEDIATE");
      ProjectFormatException e =
          assertThrows(ProjectFormatException.class, () -> session.apply(label(1, cat, 1), ANNA));
      assertTrue(e.getMessage().contains("another program is using"), e.getMessage());
      assertTrue(e.getMessage().contains("Close it, then try again"), e.getMessage());
      assertEquals(LabelTable.UNKNOWN, session.labels().label(1, 0));
      ProjectExport.labelsCsv(session, folder.resolve("labels.csv"), null); // reading still works
      release(other);
      assertTrue(session.retryFailed().join());
      assertEquals(LabelTable.PRESENT, session.labels().label(1, 0));
    }
    try (ProjectSession session = Projects.open(project)) {
      assertEquals(LabelTable.PRESENT, session.labels().label(1, 0));
    }
  }

  @Test
  void aProjectThatCannotBeReadSaysWhy() throws Exception {
    Path project = folder.resolve("project");
    Projects.create(project, 10, "cat").close();
    Process other =
        lock(project, "PRAGMA locking_mode = EXCLUSIVE", "BEGIN EXCLUSIVE", "DELETE FROM meta");
    ProjectFormatException e =
        assertThrows(ProjectFormatException.class, () -> Projects.open(project));
    assertTrue(e.getMessage().contains("another program is using"), e.getMessage());
    release(other);
    try (ProjectSession session = Projects.open(project)) {
      assertEquals(10, session.labels().rows());
    }
  }
}
