// SPDX-License-Identifier: MIT
package org.patchwork.project.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.core.commands.operations.DefaultOperationHistory;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.project.Access;
import org.patchwork.project.Edit;
import org.patchwork.project.EditOrigin;
import org.patchwork.project.EditResult;
import org.patchwork.project.ImageEntry;
import org.patchwork.project.NewProject;
import org.patchwork.project.ProjectLockedException;
import org.patchwork.project.ProjectSession;

class ProjectBackupsTest {
  private static final EditOrigin ANNA = new EditOrigin("anna", "keyboard");
  private static final int IMAGES = 3000;

  @TempDir Path folder;
  private Instant now = Instant.parse("2026-05-04T10:00:00Z"); // a Monday
  private ProjectBackups backups;

  @BeforeEach
  void make() throws Exception {
    ProjectSession.create(folder, new NewProject("test"), null).close();
    backups = new ProjectBackups(folder, () -> now);
    try (ProjectSession session = open()) {
      session.apply(
          new Edit.AddImages(
              IntStream.range(0, IMAGES).mapToObj(i -> new ImageEntry(i + ".png")).toList()),
          ANNA);
      session.apply(new Edit.AddClass("cat"), ANNA);
    }
  }

  private ProjectSession open() throws ProjectFormatException {
    return ProjectSession.open(
        folder, Access.READ_WRITE, new DefaultOperationHistory(), () -> now, null);
  }

  private static Edit label(int row, int value) {
    return new Edit.SetLabels(new int[] {row}, Map.of("c2", (byte) value));
  }

  private Backup back(String reason) throws ProjectFormatException {
    Backup made = backups.make(reason, new NullProgressMonitor());
    now = now.plusSeconds(60);
    return made;
  }

  @Test
  void isOfOneMomentWhileSomebodyLabels() throws Exception {
    try (ProjectSession session = open()) {
      CompletableFuture<?> labelling =
          CompletableFuture.runAsync(
              () -> IntStream.range(0, 200).forEach(i -> session.submit(label(i, 1), ANNA).join()));
      List<Backup> made = new ArrayList<>();
      while (!labelling.isDone()) {
        made.add(back(Backup.BY_HAND));
      }
      labelling.join();
      Backup last = back(Backup.BY_HAND);
      assertEquals(session.events().last(), last.lastEvent());
      assertEquals(IMAGES, last.images());
      for (Backup backup : made) {
        assertTrue(backup.lastEvent() <= session.events().last());
      }
      assertEquals(made.size() + 1, backups.list().size());
      assertEquals(last, backups.list().get(0));
    }
  }

  @Test
  void givesBackLabelsHistoryAndSettings() throws Exception {
    Backup backup;
    try (ProjectSession session = open()) {
      session.apply(label(7, LabelTable.PRESENT), ANNA);
      session.updateSettings(model -> model.setAnnotator("anna")).join();
      backup = back(Backup.BY_HAND);
      session.apply(label(7, LabelTable.ABSENT), ANNA);
      session.apply(new Edit.RemoveClass("c2"), ANNA);
      session.updateSettings(model -> model.setAnnotator("berta")).join();
    }
    Backup before = backups.restore(backup, null);
    try (ProjectSession session = open()) {
      assertEquals(List.of(), session.openingReport());
      assertEquals(LabelTable.PRESENT, session.labels().label(7, 0));
      assertEquals("anna", session.model().getAnnotator());
      assertEquals(3, session.events().last());
      assertEquals("label 1 image cat", session.undoLabel());
    }
    assertEquals(5, before.lastEvent());
    assertTrue(before.reason().contains(backup.name()), before.reason());
    backups.restore(before, null);
    try (ProjectSession session = open()) {
      assertEquals(0, session.classes().size());
    }
  }

  @Test
  void aDamagedProjectIsReplacedAndKept() throws Exception {
    Backup backup = back(Backup.AUTOMATIC);
    byte[] damaged = Files.readAllBytes(folder.resolve("labels.db"));
    java.util.Arrays.fill(damaged, 4096, damaged.length, (byte) 0);
    Files.write(folder.resolve("labels.db"), damaged);
    assertThrows(ProjectFormatException.class, () -> back(Backup.AUTOMATIC));
    assertEquals(List.of(backup), backups.list());
    assertNull(backups.restore(backup, null));
    assertTrue(Files.exists(folder.resolve("labels.db.damaged")));
    try (ProjectSession session = open()) {
      assertEquals(IMAGES, session.labels().rows());
    }
    Files.delete(folder.resolve("labels.db"));
    assertNull(backups.restore(backup, null));
    open().close();
  }

  @Test
  void aDamagedBackupIsRefusedAndTheProjectLeftAlone() throws Exception {
    Backup backup = back(Backup.AUTOMATIC);
    Path store = backup.folder().resolve("labels.db");
    byte[] bytes = Files.readAllBytes(store);
    java.util.Arrays.fill(bytes, 4096, bytes.length, (byte) 0);
    Files.write(store, bytes);
    assertThrows(ProjectFormatException.class, () -> backups.restore(backup, null));
    open().close();
    assertEquals(1, backups.list().size());
  }

  @Test
  void anOpenProjectIsNotReplaced() throws Exception {
    Backup backup = back(Backup.AUTOMATIC);
    try (ProjectSession session = open()) {
      assertThrows(ProjectLockedException.class, () -> backups.restore(backup, null));
      assertTrue(session.apply(label(1, 1), ANNA).changed());
    }
  }

  @Test
  void aCancelledBackupLeavesNothing() throws Exception {
    NullProgressMonitor monitor = new NullProgressMonitor();
    monitor.setCanceled(true);
    assertThrows(OperationCanceledException.class, () -> backups.make(Backup.BY_HAND, monitor));
    try (Stream<Path> left = Files.list(folder.resolve("backups"))) {
      assertEquals(0, left.count());
    }
  }

  @Test
  void automaticOnesAreMadeWhenSomethingChangedAndTimeHasPassed() throws Exception {
    List<Backup> made = new ArrayList<>();
    List<String> failed = new ArrayList<>();
    BackupPolicy policy = new BackupPolicy(Duration.ofMinutes(30), 2, 0, 0, 1L << 40);
    try (ProjectSession session = open();
        AutomaticBackups automatic =
            new AutomaticBackups(session, policy, () -> now, listener(made, failed))) {
      automatic.look();
      assertEquals(1, made.size(), "the first at once");
      now = now.plus(Duration.ofHours(1));
      automatic.look();
      assertEquals(1, made.size(), "nothing has changed");
      for (int i = 0; i < 3; i++) {
        EditResult edit = session.apply(label(i, 1), ANNA);
        automatic.look();
        assertEquals(edit.batch(), made.get(made.size() - 1).lastEvent());
        session.apply(label(i, 0), ANNA);
        automatic.look();
        assertEquals(i + 2, made.size(), "it is too early");
        now = now.plus(Duration.ofMinutes(31));
      }
      assertEquals(2, backups.list().size());
      assertEquals(List.of(), failed);
      Files.delete(folder.resolve("project.patchwork"));
      automatic.look();
      assertEquals(1, failed.size());
      assertTrue(failed.get(0).contains("project.patchwork"), failed.get(0));
    }
  }

  private static AutomaticBackups.Listener listener(List<Backup> made, List<String> failed) {
    return new AutomaticBackups.Listener() {
      @Override
      public void made(Backup backup) {
        made.add(backup);
      }

      @Override
      public void failed(String message) {
        failed.add(message);
      }
    };
  }

  @Test
  void aForeignFolderIsNotDeleted() {
    Backup foreign = new Backup(folder, now, "", 0, 0, 0);
    assertThrows(IllegalArgumentException.class, () -> backups.delete(foreign));
    assertTrue(Files.exists(folder.resolve("project.patchwork")));
  }
}
