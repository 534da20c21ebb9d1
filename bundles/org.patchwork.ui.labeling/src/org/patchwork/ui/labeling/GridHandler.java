// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/**
 * Runs the {@link GridCommand} of the command it is called for, in the view Image Grid, which is
 * opened if need be.
 */
public final class GridHandler extends AbstractHandler {
  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage();
    try {
      if (page.findView(GridView.ID) == null) {
        page.showView(GridView.ID);
      }
    } catch (PartInitException e) {
      throw new ExecutionException("The view Image Grid cannot be opened: " + e.getMessage(), e);
    }
    if (page.findView(GridView.ID) instanceof GridView view) {
      PluginCommand.find(GridCommand.class, event.getCommand().getId())
          .orElseThrow()
          .run(view.panel());
    }
    return null;
  }
}
