// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.PageModel;

/** Runs the {@link LabelCommand} of the command it is called for. */
public final class LabelHandler extends AbstractHandler {
  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
    LabelActions actions =
        new LabelActions(window.getService(OpenProject.class), window.getService(PageModel.class));
    PluginCommand.find(LabelCommand.class, event.getCommand().getId())
        .orElseThrow()
        .run(actions, event.getParameter(LabelCommand.KEY));
    return null;
  }
}
