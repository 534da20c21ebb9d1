// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.handlers;

import java.nio.file.Path;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.ui.handlers.HandlerUtil;
import org.patchwork.internal.rcp.project.ProjectLauncher;
import org.patchwork.internal.rcp.project.RestoreBackupJob;
import org.patchwork.internal.rcp.wizard.RestoreBackupWizard;
import org.patchwork.project.ProjectSession;

/**
 * Puts a backup in the place of the open project; without one, of a project that the user names,
 * which may be one that cannot be opened any more.
 */
public final class RestoreBackupHandler extends AbstractHandler {
  @Override
  public Object execute(ExecutionEvent event) {
    ProjectLauncher launcher = RcpCommands.launcher(event);
    Path project = project(event);
    if (project != null) {
      RestoreBackupWizard wizard =
          new RestoreBackupWizard(
              project,
              backup -> {
                launcher.close();
                new RestoreBackupJob(launcher, project, backup).schedule();
              });
      new WizardDialog(HandlerUtil.getActiveShell(event), wizard).open();
    }
    return null;
  }

  private static Path project(ExecutionEvent event) {
    ProjectSession session = RcpCommands.open(event).presentSession();
    if (session != null) {
      return session.folder();
    }
    DirectoryDialog dialog = new DirectoryDialog(HandlerUtil.getActiveShell(event), SWT.OPEN);
    dialog.setText("Restore backup");
    dialog.setMessage("The folder of the project whose backup is wanted.");
    String folder = dialog.open();
    return folder == null ? null : Path.of(folder);
  }
}
