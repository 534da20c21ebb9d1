// SPDX-License-Identifier: MIT
package org.patchwork.project.backup;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.internal.project.backup.BackupFolder;
import org.patchwork.internal.project.backup.BackupRestore;
import org.patchwork.internal.project.backup.BackupRotation;

/**
 * Backups of one project, kept in its folder under {@code backups}. They hold labels, classes, the
 * whole history and the settings; not images, features and runs, which an edit never changes.
 */
public final class ProjectBackups {
  private final Path project;
  private final InstantSource clock;

  /**
   * The backups of a project, open or not.
   *
   * @param project the project folder
   */
  public ProjectBackups(Path project, InstantSource clock) {
    this.project = project.toAbsolutePath().normalize();
    this.clock = clock;
  }

  /** All backups that are whole, newest first. */
  public List<Backup> list() throws ProjectFormatException {
    return new BackupFolder(project).list();
  }

  /**
   * Makes a backup by SQLite's online backup: of one moment, beside whoever has the project open,
   * without holding up edits. The copy is checked before it counts.
   *
   * @param reason see {@link Backup}
   * @throws ProjectFormatException if the project cannot be read, is damaged, or there is no room;
   *     says what to do
   */
  public Backup make(String reason, IProgressMonitor monitor) throws ProjectFormatException {
    return new BackupFolder(project).make(clock.instant(), reason, monitor);
  }

  /**
   * Deletes old backups as a policy says.
   *
   * @return the deleted ones
   */
  public List<Backup> thin(BackupPolicy policy) throws ProjectFormatException {
    List<Backup> old = BackupRotation.outdated(list(), policy, clock.instant());
    for (Backup backup : old) {
      new BackupFolder(project).delete(backup);
    }
    return old;
  }

  /** Deletes a backup. */
  public void delete(Backup backup) throws ProjectFormatException {
    new BackupFolder(project).delete(backup);
  }

  /**
   * Puts labels, classes, history and settings of a backup in the place of the project's. What is
   * there now is backed up first; if it is damaged, it is kept beside as {@code labels.db.damaged}.
   *
   * @return the backup of what was there, or null if that was damaged or missing
   * @throws org.patchwork.project.ProjectLockedException if the project is open somewhere
   * @throws ProjectFormatException if the backup is damaged or of a newer version, or the folder
   *     cannot be written; then the project is as it was
   */
  public Backup restore(Backup backup, IProgressMonitor monitor) throws ProjectFormatException {
    return new BackupRestore(project, clock).restore(backup, monitor);
  }
}
