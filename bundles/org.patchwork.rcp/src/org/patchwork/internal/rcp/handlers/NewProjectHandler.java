// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.handlers.HandlerUtil;
import org.patchwork.internal.rcp.wizard.NewProjectWizard;

/** Starts the New Project wizard. */
public final class NewProjectHandler extends AbstractHandler {
  @Override
  public Object execute(ExecutionEvent event) {
    NewProjectWizard wizard = new NewProjectWizard(RcpCommands.launcher(event));
    WizardDialog dialog = new WizardDialog(HandlerUtil.getActiveShell(event), wizard);
    dialog.setPageSize(640, 480);
    dialog.open();
    return null;
  }
}
