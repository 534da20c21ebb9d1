// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.wizard;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.eclipse.jface.wizard.Wizard;
import org.patchwork.project.backup.Backup;
import org.patchwork.project.backup.ProjectBackups;

/** Lets the user choose a backup of a project, or make one. */
public final class RestoreBackupWizard extends Wizard {
  private final Consumer<Backup> restore;
  private final BackupsPage page;

  /**
   * A wizard.
   *
   * @param project folder of the project
   * @param restore puts the chosen backup in its place
   */
  public RestoreBackupWizard(Path project, Consumer<Backup> restore) {
    this.restore = restore;
    this.page = new BackupsPage(new ProjectBackups(project, InstantSource.system()));
    setWindowTitle("Restore backup");
  }

  @Override
  public void addPages() {
    addPage(page);
  }

  @Override
  public boolean performFinish() {
    restore.accept(page.chosen());
    return true;
  }
}
