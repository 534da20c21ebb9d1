// SPDX-License-Identifier: MIT
package org.patchwork.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.patchwork.project.Projects.ANNA;
import static org.patchwork.project.Projects.label;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.core.commands.operations.DefaultOperationHistory;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.LabelTable;
import org.patchwork.project.backup.Backup;
import org.patchwork.project.backup.BackupPolicy;
import org.patchwork.project.backup.ProjectBackups;

/** The computer's clock is set back while one works. */
class BackwardClockTest {
  @TempDir Path folder;
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-29T03:00:00Z"));

  /** An hour earlier with each look. */
  private final InstantSource clock = () -> now.getAndUpdate(t -> t.minus(Duration.ofHours(1)));

  private ProjectSession open() throws Exception {
    return ProjectSession.open(
        folder, Access.READ_WRITE, new DefaultOperationHistory(), clock, new NullProgressMonitor());
  }

  @Test
  void undoTakesWhatWasDoneLastAndTheHistoryKeepsItsOrder() throws Exception {
    Projects.create(folder, 5, "cat").close();
    try (ProjectSession session = open()) {
      for (int row = 0; row < 3; row++) {
        session.apply(label(row, "c2", 1), ANNA);
      }
    }
    try (ProjectSession session = open()) {
      session.undo().join();
      assertEquals(LabelTable.UNKNOWN, session.labels().label(2, 0));
      assertEquals(LabelTable.PRESENT, session.labels().label(1, 0));
      session.apply(label(4, "c2", 0), ANNA);
      session.undo().join();
      session.undo().join();
      assertEquals(LabelTable.UNKNOWN, session.labels().label(1, 0));
      List<Long> numbers =
          session.events().page(EventFilter.ALL, Long.MAX_VALUE, 100).stream()
              .map(ProjectEvent::batch)
              .toList();
      assertEquals(numbers.stream().sorted((a, b) -> Long.compare(b, a)).toList(), numbers);
    }
    try (ProjectSession session = open()) {
      assertEquals(LabelTable.PRESENT, session.labels().label(0, 0));
      session.redo().join();
      assertEquals(LabelTable.PRESENT, session.labels().label(1, 0));
    }
  }

  @Test
  void theBackupMadeLastIsTheNewest() throws Exception {
    Projects.create(folder, 1, "cat").close();
    ProjectBackups backups = new ProjectBackups(folder, clock);
    List<Backup> made = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      made.add(0, backups.make(Backup.AUTOMATIC, null));
    }
    assertEquals(made, backups.list());
    backups.thin(new BackupPolicy(Duration.ZERO, 2, 0, 0, Long.MAX_VALUE));
    assertEquals(made.subList(0, 2), backups.list());
  }

  @Test
  void runsOfTheSameSecondGetFoldersOfTheirOwn() throws Exception {
    Projects.create(folder, 1, "cat").close();
    try (ProjectSession session =
        ProjectSession.open(
            folder,
            Access.READ_WRITE,
            new DefaultOperationHistory(),
            InstantSource.fixed(now.get()),
            new NullProgressMonitor())) {
      Path first = Files.createDirectory(session.newRunFolder("run"));
      assertNotEquals(first, session.newRunFolder("run"));
    }
  }
}
