// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.patchwork.internal.rcp.ViewIds;

/** Shows the page of keys beside the grid. */
public final class ShowKeysHandler extends AbstractHandler {
  @Override
  public Object execute(ExecutionEvent event) throws org.eclipse.core.commands.ExecutionException {
    try {
      HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage().showView(ViewIds.HELP);
    } catch (PartInitException e) {
      throw new org.eclipse.core.commands.ExecutionException("The page of keys cannot be shown", e);
    }
    return null;
  }
}
