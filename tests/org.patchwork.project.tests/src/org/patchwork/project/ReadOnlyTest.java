// SPDX-License-Identifier: MIT
package org.patchwork.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchwork.project.Projects.ANNA;
import static org.patchwork.project.Projects.label;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ProjectFormatException;

class ReadOnlyTest {
  @TempDir Path folder;

  private Map<String, Long> files(Path project) throws Exception {
    Map<String, Long> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(project)) {
      for (Path file : all.toList()) {
        files.put(file.getFileName().toString(), Files.size(file));
      }
    }
    return files;
  }

  @Test
  void nothingInTheFolderIsTouched() throws Exception {
    Projects.create(folder, 3, "cat").close();
    Map<String, Long> before = files(folder);
    try (ProjectSession session = Projects.open(folder, Access.READ_ONLY)) {
      assertTrue(session.readOnly());
      assertEquals(3, session.labels().rows());
      assertEquals("cat", session.classes().get(0).getName());
      assertFalse(session.canUndo());
      CompletionException e =
          assertThrows(
              CompletionException.class, () -> session.submit(label(0, "c2", 1), ANNA).join());
      assertTrue(e.getCause() instanceof ProjectFormatException);
      assertTrue(e.getCause().getMessage().contains("read-only"), e.getMessage());
      assertEquals(before, files(folder));
    }
    assertEquals(before, files(folder));
  }

  @Test
  void besideAWriterItSeesWhatIsSaved() throws Exception {
    try (ProjectSession writer = Projects.create(folder, 3, "cat")) {
      writer.apply(label(1, "c2", 1), ANNA);
      try (ProjectSession reader = Projects.open(folder, Access.READ_ONLY)) {
        assertEquals(LabelTable.PRESENT, reader.labels().label(1, 0));
      }
      writer.apply(label(2, "c2", 1), ANNA);
    }
  }

  @Test
  void theLogOfACrashedWriterIsReadWithoutTouchingIt() throws Exception {
    Path copy = folder.resolve("copy");
    try (ProjectSession writer = Projects.create(folder.resolve("project"), 3, "cat")) {
      writer.apply(label(1, "c2", 1), ANNA);
      Files.createDirectory(copy);
      for (String name : new String[] {"project.patchwork", "labels.db", "labels.db-wal"}) {
        Files.copy(writer.folder().resolve(name), copy.resolve(name));
      }
    }
    Map<String, Long> before = files(copy);
    assertTrue(before.get("labels.db-wal") > 0);
    try (ProjectSession reader = Projects.open(copy, Access.READ_ONLY)) {
      assertEquals(LabelTable.PRESENT, reader.labels().label(1, 0));
    }
    assertEquals(before, files(copy));
  }

  @Test
  void aSecondWriterIsTurnedAwayAndToldWho() throws Exception {
    try (ProjectSession writer = Projects.create(folder, 3, "cat")) {
      for (int i = 0; i < 2; i++) {
        ProjectLockedException e =
            assertThrows(ProjectLockedException.class, () -> Projects.open(folder));
        assertTrue(e.holder().contains("process " + ProcessHandle.current().pid()), e.holder());
        assertTrue(e.getMessage().contains("read-only"), e.getMessage());
      }
      writer.apply(label(1, "c2", 1), ANNA);
    }
    Projects.open(folder).close();
  }
}
