// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.io.IOException;
import java.nio.file.Path;
import org.patchwork.core.ProjectFormatException;

/** Keeps everyone else out of a project folder while its files are replaced. */
public final class ProjectGuard implements AutoCloseable {
  private final Path folder;
  private final ProjectLock lock;

  private ProjectGuard(Path folder, ProjectLock lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Takes the lock of a project.
   *
   * @throws org.patchwork.project.ProjectLockedException if somebody has the project open
   */
  public static ProjectGuard acquire(Path folder) throws ProjectFormatException {
    return new ProjectGuard(folder, ProjectLock.acquire(folder));
  }

  /** Replaces the project file as a whole. */
  public void replaceProjectFile(byte[] content) throws IOException {
    AtomicFile.write(folder.resolve(ProjectFile.FILE_NAME), content);
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
