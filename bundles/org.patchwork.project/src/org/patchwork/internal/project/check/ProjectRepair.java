// SPDX-License-Identifier: MIT
package org.patchwork.internal.project.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.internal.project.DamagedStoreException;
import org.patchwork.internal.project.ProjectGuard;
import org.patchwork.internal.project.StoreCheckAccess;
import org.patchwork.internal.project.backup.BackupFolder;
import org.patchwork.project.backup.Backup;
import org.patchwork.project.check.Finding;

/**
 * Repairs a project folder from the smallest remedy to the largest: states of events, an event for
 * labels that no event explains, a new store of what can be read of the old one.
 */
public final class ProjectRepair {
  private final Path project;
  private final InstantSource clock;
  private final List<String> report = new ArrayList<>();

  /** A repair of a folder. */
  public ProjectRepair(Path project, InstantSource clock) {
    this.project = project;
    this.clock = clock;
  }

  /** Repairs; says what was done. */
  public List<String> run(IProgressMonitor monitor) throws ProjectFormatException {
    SubMonitor progress = SubMonitor.convert(monitor, "Repairing " + project.getFileName(), 100);
    ProjectGuard guard = ProjectGuard.acquire(project);
    try {
      for (Path left : FolderCheck.leftovers(project)) {
        delete(left);
        report.add(left + " was removed.");
      }
      if (damaged(progress.split(30))) {
        repairStore(progress.split(70));
      }
      return List.copyOf(report);
    } catch (IOException e) {
      throw new ProjectFormatException(
          "The project " + project + " could not be repaired: " + e.getMessage(), e);
    } finally {
      release(guard);
    }
  }

  private void release(ProjectGuard guard) throws ProjectFormatException {
    try {
      guard.close();
    } catch (IOException e) {
      throw new ProjectFormatException(
          "The lock of " + project + " could not be given back: " + e.getMessage(), e);
    }
  }

  private void repairStore(SubMonitor progress) throws ProjectFormatException {
    if (sound()) {
      Backup before = new BackupFolder(project).make(clock.instant(), "before a repair", null);
      report.add("The project as it was is in the backup " + before.name() + ".");
      repairHistory();
      progress.worked(30);
    }
    if (damaged(progress.split(30))) {
      report.addAll(StoreCheckAccess.salvage(project));
      if (damaged(SubMonitor.convert(null))) {
        giveHistoryUp();
      }
    }
  }

  /** What is there counts, even if the history leads elsewhere. */
  private void giveHistoryUp() throws ProjectFormatException {
    StoreCheckAccess.change(
        project,
        connection -> {
          try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE events SET state = -1 WHERE state IS NOT NULL");
          }
        });
    report.add(
        "The history does not lead to the images and classes that are there; it is kept for"
            + " reading, but edits from before cannot be undone.");
  }

  private void repairHistory() throws ProjectFormatException {
    try {
      StoreCheckAccess.change(project, EventStates::repair);
      int explained = StoreCheckAccess.explain(project, clock.instant());
      if (explained > 0) {
        report.add(
            explained
                + " labels and flags that the history did not explain are an event of their own"
                + " now; undo takes them back.");
      }
    } catch (DamagedStoreException e) {
      report.add(e.getMessage()); // the labels themselves are damaged: the store is built anew
    }
  }

  /** True if the damage is in what the tables say, not in the tables. */
  private boolean sound() {
    try {
      return StoreCheckAccess.read(
          project, store -> new StoreCheck(store).tablesAreSound(SubMonitor.convert(null)));
    } catch (ProjectFormatException e) {
      return false; // it cannot be opened at all
    }
  }

  private boolean damaged(SubMonitor progress) throws ProjectFormatException {
    return new FolderCheck(project)
        .run(false, progress).stream().anyMatch(f -> f.kind() == Finding.Kind.DAMAGE);
  }

  private static void delete(Path left) throws IOException {
    if (Files.isDirectory(left)) {
      try (Stream<Path> files = Files.list(left)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
    }
    Files.delete(left);
  }
}
