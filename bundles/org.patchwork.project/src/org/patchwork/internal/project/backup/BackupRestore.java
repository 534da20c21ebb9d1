// SPDX-License-Identifier: MIT
package org.patchwork.internal.project.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.internal.project.DamagedStoreException;
import org.patchwork.internal.project.LabelDatabase;
import org.patchwork.internal.project.ProjectFile;
import org.patchwork.internal.project.ProjectGuard;
import org.patchwork.internal.project.StoreCopy;
import org.patchwork.internal.project.StoreSettling;
import org.patchwork.project.backup.Backup;

/**
 * Puts a backup in the place of a project's store. The new store is complete beside the old one
 * before a rename replaces that, so there is one whole store at any moment.
 */
public final class BackupRestore {
  private final Path project;
  private final InstantSource clock;

  /** Restores into a project folder. */
  public BackupRestore(Path project, InstantSource clock) {
    this.project = project;
    this.clock = clock;
  }

  /** Restores; returns the backup of what was there, or null if that was damaged or missing. */
  public Backup restore(Backup backup, IProgressMonitor monitor) throws ProjectFormatException {
    SubMonitor progress = SubMonitor.convert(monitor, "Restoring " + backup.name(), 10);
    StoreCopy.check(backup.folder().resolve(LabelDatabase.FILE_NAME));
    try (ProjectGuard guard = ProjectGuard.acquire(project)) {
      Path store = project.resolve(LabelDatabase.FILE_NAME);
      Path fresh = store.resolveSibling(LabelDatabase.FILE_NAME + ".new");
      Files.copy(
          backup.folder().resolve(LabelDatabase.FILE_NAME),
          fresh,
          StandardCopyOption.REPLACE_EXISTING);
      try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      progress.worked(3);
      Backup before = keepPresent(backup, progress.split(5));
      Files.move(fresh, store, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      Path settings = backup.folder().resolve(ProjectFile.FILE_NAME);
      if (Files.exists(settings)) {
        guard.replaceProjectFile(Files.readAllBytes(settings));
      }
      return before;
    } catch (IOException e) {
      throw new ProjectFormatException(
          "The backup "
              + backup.folder()
              + " could not be put back ("
              + e.getMessage()
              + "). Check free space and access rights of "
              + project
              + ", then try again.",
          e);
    }
  }

  private Backup keepPresent(Backup restored, SubMonitor progress)
      throws ProjectFormatException, IOException {
    if (!Files.exists(project.resolve(LabelDatabase.FILE_NAME))) {
      return null;
    }
    try {
      Backup before =
          new BackupFolder(project)
              .make(clock.instant(), "before restoring " + restored.name(), progress);
      StoreSettling.settle(project);
      return before;
    } catch (DamagedStoreException e) {
      StoreSettling.setAside(project);
      return null;
    }
  }
}
