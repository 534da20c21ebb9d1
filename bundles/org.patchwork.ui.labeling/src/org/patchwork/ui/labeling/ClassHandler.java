// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/**
 * Runs the {@link ClassCommand} of the command it is called for, in the view Class Toggles, which
 * is opened if need be.
 */
public final class ClassHandler extends AbstractHandler {
  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage();
    try {
      if (page.findView(TogglesView.ID) == null) {
        page.showView(TogglesView.ID, null, IWorkbenchPage.VIEW_CREATE);
      }
    } catch (PartInitException e) {
      throw new ExecutionException("The view Class Toggles cannot be opened: " + e.getMessage(), e);
    }
    if (page.findView(TogglesView.ID) instanceof TogglesView view) {
      PluginCommand.find(ClassCommand.class, event.getCommand().getId())
          .orElseThrow()
          .run(view.panel().classActions());
    }
    return null;
  }
}
