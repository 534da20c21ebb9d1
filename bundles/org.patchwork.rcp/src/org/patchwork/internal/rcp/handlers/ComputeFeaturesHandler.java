// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.handlers.HandlerUtil;
import org.patchwork.internal.rcp.wizard.ComputeFeaturesWizard;
import org.patchwork.ui.OpenProject;

/** Asks which features to compute for the open project, and computes them in the background. */
public final class ComputeFeaturesHandler extends AbstractHandler {
  @Override
  public Object execute(ExecutionEvent event) {
    OpenProject open = RcpCommands.open(event);
    if (open.session() != null) {
      ComputeFeaturesWizard wizard =
          new ComputeFeaturesWizard(RcpCommands.launcher(event), open.session());
      new WizardDialog(HandlerUtil.getActiveShell(event), wizard).open();
    }
    return null;
  }
}
