// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.handlers.HandlerUtil;
import org.patchwork.internal.rcp.project.ProjectLauncher;
import org.patchwork.internal.rcp.project.RelocateJob;
import org.patchwork.internal.rcp.wizard.FindImagesWizard;
import org.patchwork.project.ProjectSession;

/** Asks where images of the open project are that were moved. */
public final class FindImagesHandler extends AbstractHandler {
  @Override
  public Object execute(ExecutionEvent event) {
    ProjectLauncher launcher = RcpCommands.launcher(event);
    ProjectSession session = RcpCommands.open(event).presentSession();
    if (session != null) {
      FindImagesWizard wizard =
          new FindImagesWizard(
              session, moves -> new RelocateJob(launcher, session, moves).schedule());
      new WizardDialog(HandlerUtil.getActiveShell(event), wizard).open();
    }
    return null;
  }
}
